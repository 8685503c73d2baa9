"""The kinds of file that are taken, by their content: what a name says is only held against it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a file is."""

    JPEG = "jpeg", _("Ảnh JPEG")
    PNG = "png", _("Ảnh PNG")
    WEBP = "webp", _("Ảnh WebP")
    PDF = "pdf", _("Tệp PDF")
    DOCX = "docx", _("Tệp Word")
    XLSX = "xlsx", _("Tệp Excel")


PICTURES = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP})
ENDINGS = {
    Kind.JPEG: (".jpg", ".jpeg"),
    Kind.PNG: (".png",),
    Kind.WEBP: (".webp",),
    Kind.PDF: (".pdf",),
    Kind.DOCX: (".docx",),
    Kind.XLSX: (".xlsx",),
}
_OFFICE = "application/vnd.openxmlformats-officedocument"
CONTENT_TYPES = {
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WEBP: "image/webp",
    Kind.PDF: "application/pdf",
    Kind.DOCX: f"{_OFFICE}.wordprocessingml.document",
    Kind.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
}
ACCEPT = ",".join(ending for endings in ENDINGS.values() for ending in endings)
