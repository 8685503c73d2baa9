"""Documents, for those who search: number, title, issuer, and the words of their clauses."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from mangnon.finding.providing import LANGUAGES, Offer, Part, Provider, page_address, provide
from mangnon.legislation.models import Clause, Document
from mangnon.text.folding import fold
from mangnon.text.sentence import Language, Sentence

KIND = "document"
_WITHIN = ("khoan", "diem")
_CHUNK = 200  # documents whose clauses are held at once


class _Clause(NamedTuple):
    anchor: str
    level: str
    label_vi: str
    label_en: str
    text: str


def offers(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer documents in both languages; a clause's own words stand in Vietnamese alone."""
    rows = Document.objects.order_by("pk")
    chosen = rows if keys is None else rows.filter(code__in=keys)
    for one, clauses in _with_clauses(chosen.iterator(chunk_size=_CHUNK)):
        for language in LANGUAGES:
            yield Offer(
                *(one.code, language, page_address("document", language, code=one.code)),
                title=getattr(one, f"title_{language}"),
                label=" · ".join(filter(None, (one.number, getattr(one, f"issuer_{language}")))),
                summary=getattr(one, f"note_{language}"),
                parts=_parts(clauses, language),
                on=one.issued_on,
                numbers=(one.number,) if one.number else (),
                boost=-1 if one.expired_on else 1,
            )


def _with_clauses(rows: Iterator[Document]) -> Iterator[tuple[Document, list[_Clause]]]:
    while chunk := list(islice(rows, _CHUNK)):
        clauses = Clause.objects.filter(document__in=chunk).order_by("document", "position", "pk")
        held: dict[int, list[_Clause]] = {}
        for document, *said, text in clauses.values_list(
            "document_id", "anchor", "level", "label_vi", "label_en", "text"
        ).iterator():
            held.setdefault(document, []).append(_Clause(*said, _named(text, said[2])))
        for one in chunk:
            yield one, held.get(one.pk, [])


def _parts(clauses: Sequence[_Clause], language: Language) -> tuple[Part, ...]:
    """Give the clauses as they are sought: paragraphs and points belong to what holds them."""
    return tuple(
        Part(one.anchor, getattr(one, f"label_{language}"), one.text, one.level not in _WITHIN)
        for one in clauses
    )


def _named(text: str, label: str) -> str:
    """Give a clause's words, its name first where they do not begin with it."""
    begins = text.startswith(label) or fold(text[:40]).lstrip().startswith(fold(label))
    return text if begins else f"{label}. {text}"


provide(Provider(KIND, Sentence("Văn bản", "Documents"), offers))
