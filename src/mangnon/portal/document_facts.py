"""A document's attributes, as the national database names them, and how a relation is dated."""

from datetime import date

from django.utils.translation import gettext as _

from mangnon.legislation.models import Document, Relation
from mangnon.portal.document_words import KINDS, LINES
from mangnon.portal.voices import Voice


def facts(voice: Voice, one: Document) -> list[tuple[str, str]]:
    """Return what is known; the first five are said to be missing where they are."""
    none = _("chưa có")
    always = [
        (_("Số, ký hiệu"), one.number or none),
        (_("Loại"), _kind(one)),
        (_("Cơ quan ban hành"), voice.of(one, "issuer") or none),
        (_("Ngày ban hành"), _day(voice, one.issued_on) or none),
        (_("Ngày có hiệu lực"), _day(voice, one.in_force_from) or none),
    ]
    return [*always, *(pair for pair in _others(voice, one) if pair[1])]


def how(voice: Voice, one: Relation) -> str:
    """Say since when a relation is, whether of a part, from which clause to which."""
    clauses = " → ".join(filter(None, (one.source_clause, one.target_clause)))
    said = [
        _("một phần") if one.part else "",
        clauses,
        _("từ ngày %(day)s") % {"day": voice.written(one.on)} if one.on else "",
        _("đến trước ngày %(day)s") % {"day": voice.written(one.until)} if one.until else "",
    ]
    return ", ".join(filter(None, said))


def _others(voice: Voice, one: Document) -> list[tuple[str, str]]:
    signed = " · ".join(filter(None, (voice.of(one, "signer_title"), one.signer)))
    gazette = " · ".join(filter(None, (one.gazette, _day(voice, one.gazette_on))))
    language = {"vi": _("Tiếng Việt"), "en": _("Tiếng Anh")}.get(one.language, one.language)
    return [
        (_("Ngày hết hiệu lực"), _day(voice, one.expired_on)),
        (_("Lý do hết hiệu lực"), voice.of(one, "expiry_reason")),
        (_("Người ký"), signed),
        (_("Số công báo"), gazette),
        (_("Ngành"), voice.of(one, "branch")),
        (_("Lĩnh vực"), voice.of(one, "field")),
        (_("Phạm vi"), voice.of(one, "scope")),
        (_("Trích yếu"), voice.of(one, "abstract")),
        (_("Ngôn ngữ"), language if one.language != "vi" else ""),
    ]


def _kind(one: Document) -> str:
    line = LINES.get(one.line)
    return f"{KINDS[one.kind]} · {line}" if line else str(KINDS[one.kind])


def _day(voice: Voice, day: date | None) -> str:
    return voice.written(day) if day else ""
