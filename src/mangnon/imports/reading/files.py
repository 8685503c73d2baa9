"""What a file is, by its content, before it is read; what it must not be."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mangnon.attachments.judging import MOST_BYTES, plain_name
from mangnon.attachments.judging import judged as judged_office
from mangnon.attachments.kinds import Kind as Attached
from mangnon.imports import errors

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and a workbook that asks for a password
_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


class Kind(TextChoices):
    """What a spreadsheet is kept as."""

    XLSX = "xlsx", _("Tệp Excel")
    CSV = "csv", _("Tệp CSV")


def judged(name: str, content: bytes) -> tuple[str, Kind]:
    """Return the file's plain name and its kind; raises WrongFile with what to do instead."""
    name = plain_name(name)
    if not content:
        raise errors.empty(name)
    if len(content) > MOST_BYTES:
        raise errors.too_large(name, MOST_BYTES // 1024**2)
    if content.startswith(_OLD_OFFICE):
        raise errors.old_workbook(name)
    if content.startswith(b"PK"):
        kept = judged_office(_as_workbook(name), content)
        if kept.kind != Attached.XLSX:
            raise errors.no_spreadsheet(name)
        return name, Kind.XLSX
    if content.startswith(_BINARY) or _is_binary(content[:4096]):
        raise errors.no_spreadsheet(name)
    return name, Kind.CSV


def _as_workbook(name: str) -> str:
    """Give the name with the ending of what it says it is, for the checks on office files."""
    return name if name.lower().endswith((".xlsx", ".docx")) else f"{name}.xlsx"


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16: every other byte is zero
        return False
    return b"\0" in head
