"""What a procedure or a service rests on: a document of the list, or words where none is known."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from mangnon.legislation.models import Document


class Basis(Orderable):
    """One legal basis; whoever rests on it adds ``owner``."""

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True,
        related_name="%(app_label)s_bases", verbose_name=_("Văn bản"),
    )  # fmt: skip
    article_vi = models.CharField(_("Điều, khoản"), max_length=200, blank=True)
    article_en = models.CharField(_("Điều, khoản (tiếng Anh)"), max_length=200, blank=True)
    words_vi = models.CharField(
        _("Tên gọi, khi danh mục chưa có văn bản"), max_length=400, blank=True
    )
    words_en = models.CharField(_("Tên gọi (tiếng Anh)"), max_length=400, blank=True)
    to_check = models.BooleanField(_("Cần đối chiếu"), default=False)

    class Meta(Orderable.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(document__isnull=False) | ~Q(words_vi=""),
                name="%(app_label)s_basis_is_named",
            )
        ]

    def clean(self) -> None:
        if self.document_id is None and not self.words_vi:
            raise ValidationError(
                gettext("Chọn một văn bản, hoặc viết tên gọi khi danh mục chưa có văn bản ấy.")
            )
