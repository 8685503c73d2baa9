"""Documents, for those who search: number, title, issuer, and the words of their clauses."""

from collections.abc import Collection, Iterator

from mangnon.finding.providing import LANGUAGES, Offer, Part, Provider, page_address, provide
from mangnon.legislation.models import Clause, Document
from mangnon.text.folding import fold
from mangnon.text.sentence import Language, Sentence

KIND = "document"
_WITHIN = ("khoan", "diem")


def offers(keys: Collection[str] | None) -> Iterator[Offer]:
    """Offer documents in both languages; a clause's own words stand in Vietnamese alone."""
    rows = Document.objects.prefetch_related("clauses")
    chosen = rows if keys is None else rows.filter(code__in=keys)
    for one in chosen.iterator(chunk_size=200):
        for language in LANGUAGES:
            yield Offer(
                *(one.code, language, page_address("document", language, code=one.code)),
                title=getattr(one, f"title_{language}"),
                label=" · ".join(filter(None, (one.number, getattr(one, f"issuer_{language}")))),
                summary=getattr(one, f"note_{language}"),
                parts=_clauses(one, language),
                on=one.issued_on,
                numbers=(one.number,) if one.number else (),
                boost=-1 if one.expired_on else 1,
            )


def _clauses(one: Document, language: Language) -> tuple[Part, ...]:
    """Give the clauses as they are sought: paragraphs and points belong to what holds them."""
    return tuple(
        Part(
            clause.anchor,
            getattr(clause, f"label_{language}"),
            _named(clause),
            clause.level not in _WITHIN,
        )
        for clause in one.clauses.all()
    )


def _named(clause: Clause) -> str:
    """Give its words, its name first where they do not begin with it."""
    begins = fold(clause.text[:40]).lstrip().startswith(fold(clause.label_vi))
    return clause.text if begins else f"{clause.label_vi}. {clause.text}"


provide(Provider(KIND, Sentence("Văn bản", "Documents"), offers))
