"""What public pages may ask of documents, in a few queries each."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from mangnon.legislation.citing.asked import read_asked
from mangnon.legislation.citing.known import BY_TITLE, Shelf
from mangnon.legislation.citing.recognise import citations
from mangnon.legislation.models import Clause, Document, Original, Relation, number_key
from mangnon.legislation.queries import shelf_for, standings_around
from mangnon.legislation.standing.graph import Verdict
from mangnon.legislation.standing.words import RESTING
from mangnon.text.folding import nfc

_HANDING_ON = ("succeeds", "replaces")
_LIKE = 120  # documents of each kind among which the near ones are sought


@dataclass(frozen=True, slots=True)
class Meant:
    """A document and a clause of it; whether that clause is there, if any of its clauses is."""

    document: Document
    anchor: str
    is_there: bool
    is_known: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A document with its clauses and its relations: what it does, what is done to it."""

    document: Document
    does: list[Relation]
    undergoes: list[Relation]
    verdict: Verdict
    shaken: list[Document]
    heirs: list[Relation]
    heirs_stand: Mapping[int, Verdict]


def meant(typed: str) -> Meant | None:
    """Return the one document and clause that a reader named, with marks or without; two queries.

    None where no clause is named, or not exactly one document fits.
    """
    asked = read_asked(typed)
    if asked is None:
        return None
    key = number_key(asked.rest)
    may = Q(number_key=key) if key else Q(kind__in=sorted(BY_TITLE))
    rows = Document.objects.filter(may).only("code", "number", "title_vi", "title_en", "issued_on")
    fitting = [one for one in rows if key or asked.names(one.title_vi, one.issued_on)]
    if len(fitting) != 1:
        return None
    one = fitting[0]
    known = set(one.clauses.values_list("anchor", flat=True))
    return Meant(one, asked.anchor, is_there=asked.anchor in known, is_known=bool(known))


def numbered_alone(said: str) -> str:
    """Return the code of the only document of a number, where nothing else was typed; else ""."""
    found = numbered(said)
    return next(iter(found)) if len(found) == 1 else ""


def one(code: str, day: date) -> Told | None:
    """Return a document with all that belongs to it, as it stands on a day.

    ``shaken`` are the documents it rests on that have ended by then, ``heirs`` what took over
    from it or from those.
    """
    found = Document.objects.filter(code=code).prefetch_related("clauses").first()
    if found is None:
        return None
    resting = Relation.objects.filter(source=found, kind__in=sorted(RESTING)).values("target")
    ties = list(
        Relation.objects.filter(
            Q(source=found) | Q(target=found) | Q(kind__in=_HANDING_ON, target__in=resting)
        )
        .select_related("source", "target")
        .order_by("on", "pk")
    )
    does = [one for one in ties if one.source_id == found.pk]
    grounds = {one.target_id: one.target for one in does if one.kind in RESTING}
    heirs = [
        one
        for one in ties
        if one.kind in _HANDING_ON and (one.target_id == found.pk or one.target_id in grounds)
    ]
    known = [found, *(paper for one in ties for paper in (one.source, one.target))]
    wanted = [found.pk, *grounds, *(one.source_id for one in heirs)]
    verdicts = standings_around(wanted, day, known)
    return Told(
        found,
        does,
        [one for one in ties if one.target_id == found.pk],
        verdicts[found.pk],
        [ground for pk, ground in grounds.items() if verdicts[pk].standing == "expired"],
        heirs,
        verdicts,
    )


def has_clause(document_id: int, anchor: str) -> bool:
    """Whether a document has a clause; one query."""
    return Clause.objects.filter(document=document_id, anchor=anchor).exists()


def with_words(documents: Iterable[int]) -> set[int]:
    """Return which of these documents have their words here; one query."""
    rows = Clause.objects.filter(document__in=list(documents))
    return set(rows.order_by().values_list("document", flat=True).distinct())


def originals_of(document_id: int) -> list[Original]:
    """Return the files that a document was brought as, the newest first; one query."""
    kept = Original.objects.filter(document=document_id, kept_on__isnull=False)
    return list(kept.exclude(kind="txt"))


def original(code: str, uuid: UUID, name: str) -> Original | None:
    """Return a kept file of a document by its key and name; one query."""
    kept = Original.objects.filter(document__code=code, uuid=uuid, kept_on__isnull=False)
    return kept.filter(name=name).first()


def issued_by(name: str) -> list[Document]:
    """Return the documents whose issuer is written as an office is named; one query."""
    found = Document.objects.filter(issuer_vi=name)
    return sorted(found, key=lambda one: (one.issued_on is None, one.issued_on, one.title_vi))


def names() -> dict[str, tuple[str, str]]:
    """Return {code: titles in both languages} of every document; one query."""
    rows = Document.objects.values_list("code", "title_vi", "title_en")
    return {code: (vi, en or vi) for code, vi, en in rows}


def near(code: str) -> dict[str, tuple[str, str]]:
    """Return {code: titles} of some hundred documents that a code which names none may mean.

    One slip leaves its first or last half as it was, and of a number what is its own or the rest
    of it. A small library is given whole; four queries.
    """
    half, (own, _dash, rest) = max(1, (len(code) - 1) // 2), code.partition("-")
    rows = Document.objects.order_by("code").values_list("code", "title_vi", "title_en")
    asked = (
        rows.filter(Q(code__startswith=code[:half]) | Q(code__startswith=f"{own}-")),
        rows.filter(code__endswith=f"-{rest}"), rows.filter(code__endswith=code[-half:]), rows,
    )  # fmt: skip
    return {one: (vi, en or vi) for some in asked for one, vi, en in some[:_LIKE]}


def cited_in(texts: list[str]) -> list[list[tuple[str, str, str]]]:
    """Part texts at what they cite: (words, code, anchor), the last two "" for plain words."""
    shelf = shelf_for("\n".join(texts))
    return [list(_pieces(nfc(text), shelf)) for text in texts]


def _pieces(text: str, shelf: Shelf) -> Iterator[tuple[str, str, str]]:
    at = 0
    for one in citations(text, shelf):
        if one.start > at:
            yield text[at : one.start], "", ""
        yield text[one.start : one.end], one.code, one.anchor
        at = one.end
    if at < len(text):
        yield text[at:], "", ""


def numbered(number: str) -> dict[str, tuple[str, str]]:
    """Return {code: titles} of the documents of a number, however it is typed; one query."""
    key = number_key(number)
    if not key:
        return {}
    rows = Document.objects.filter(number_key=key).values_list("code", "title_vi", "title_en")
    return {code: (vi, en or vi) for code, vi, en in rows}
