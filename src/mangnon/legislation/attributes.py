"""The attributes of a document that somebody writes, and what is wrong with them."""

from collections.abc import Iterator, Mapping
from typing import Any

from mangnon.legislation.models import Document, number_key
from mangnon.text.dates import format_date
from mangnon.text.sentence import Sentence

TEXTS = (
    *("number", "kind", "issuer_vi", "issuer_en", "signer", "signer_title_vi", "signer_title_en"),
    *("title_vi", "title_en", "abstract_vi", "abstract_en"),
    *("expiry_reason_vi", "expiry_reason_en", "stated", "stated_by", "gazette"),
    *("branch_vi", "branch_en", "field_vi", "field_en", "scope_vi", "scope_en"),
    *("note_vi", "note_en"),
)
DAYS = ("issued_on", "in_force_from", "expired_on", "stated_on", "gazette_on")
ATTRIBUTES = (*TEXTS, *DAYS)
Flaw = tuple[str, Sentence]


def attributes_of(one: Document) -> dict[str, Any]:
    """Return the attributes by name as they stand."""
    return {name: getattr(one, name) for name in ATTRIBUTES}


def flaws(told: Mapping[str, Any]) -> Iterator[Flaw]:
    """Yield attribute and sentence of what is wrong by itself; whether it stands twice is asked
    where it is written."""
    number = told.get("number") or ""
    if not told.get("title_vi"):
        yield "title_vi", Sentence("Thiếu tên văn bản. Hãy điền vào.",
                                   "The title is missing. Fill it in.")  # fmt: skip
    if number and not number_key(number):
        yield (
            "number",
            Sentence(
                f"“{number[:40]}” không giống số, ký hiệu văn bản. Hãy viết như 102/2016/QH13, "
                "hoặc để trống nếu không biết.",
                f"“{number[:40]}” does not look like a document's number. Write it as "
                "102/2016/QH13, or leave it empty.",
            ),
        )
    for name in TEXTS:
        most = Document._meta.get_field(name).max_length
        if most and len(told.get(name) or "") > most:
            yield name, Sentence(f"Dài quá {most} ký tự. Hãy viết ngắn lại.",
                                 f"Longer than {most} characters. Shorten it.")  # fmt: skip
    yield from _days(told)


def _days(told: Mapping[str, Any]) -> Iterator[Flaw]:
    issued, start, end = (told.get(n) for n in ("issued_on", "in_force_from", "expired_on"))
    if issued and start and start < issued:
        yield (
            "in_force_from",
            Sentence(
                f"Có hiệu lực {format_date(start, 'vi')} trước ngày ban hành "
                f"{format_date(issued, 'vi')}. Hãy xem lại hai ngày.",
                f"In force on {format_date(start, 'en')}, before its issue on "
                f"{format_date(issued, 'en')}. See both days again.",
            ),
        )
    first = max(filter(None, (issued, start)), default=None)
    if first and end and end < first:
        yield (
            "expired_on",
            Sentence(
                f"Hết hiệu lực {format_date(end, 'vi')} trước {format_date(first, 'vi')}. Hãy xem "
                "lại các ngày.",
                f"Expired on {format_date(end, 'en')}, before {format_date(first, 'en')}. See the "
                "days again.",
            ),
        )
