"""The graph of documents and relations, whole or as far as it bears on some of them."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q

from mangnon.legislation.citing.known import (
    BY_TITLE,
    Known,
    Shelf,
    may_stand_among,
    pairs_of_words,
)
from mangnon.legislation.citing.recognise import number_keys
from mangnon.legislation.errors import NoSuchDocument
from mangnon.legislation.models import Document, Relation, number_key
from mangnon.legislation.standing.compute import standings
from mangnon.legislation.standing.graph import Paper, Tie, Verdict
from mangnon.legislation.standing.words import ENDING_PART, SUSPENDING
from mangnon.text.folding import nfc

_MATTERS = Q(kind__in=[*sorted(ENDING_PART), SUSPENDING])
_DATES = ("pk", "issued_on", "in_force_from", "expired_on")
_TIE = ("source_id", "kind", "target_id", "on", "until", "part", "pk")


def standings_at(day: date, papers: Iterable[Paper] | None = None) -> dict[int, Verdict]:
    """Return {id: how it stands} of every document; two queries, or one where they are at hand."""
    return _by_id(standings(_papers() if papers is None else papers, _ties(Q()), day))


def standings_around(
    documents: Collection[int], day: date, known: Iterable[Document] = ()
) -> dict[int, Verdict]:
    """Return how some documents stand, reading no more of the graph than bears on them.

    A relation hangs on its source only where the source may have ended before: two queries, and
    one more for each such step back.
    """
    wanted, seen = set(documents), set[int]()
    ties: list[Tie] = []
    while wanted:
        seen |= wanted
        found = _ties(Q(target__in=wanted))
        ties += found
        wanted = {int(str(one.source)) for one in found} - seen
    papers = {
        one.pk: Paper(one.pk, one.issued_on, one.in_force_from, one.expired_on)
        for one in known if one.pk in seen
    }  # fmt: skip
    others = seen - papers.keys()
    more = _papers(Q(pk__in=others)) if others else ()
    verdicts = _by_id(standings([*papers.values(), *more], ties, day))
    return {pk: verdicts[pk] for pk in documents if pk in verdicts}


def _papers(which: Q | None = None) -> Iterable[Paper]:
    rows = Document.objects.filter(which or Q()).values_list(*_DATES)
    return [Paper(*row) for row in rows.iterator(chunk_size=5000)]


def _ties(which: Q) -> list[Tie]:
    rows = Relation.objects.filter(_MATTERS & which).values_list(*_TIE)
    return [Tie(*row) for row in rows.iterator(chunk_size=5000)]


def _by_id(verdicts: dict[object, Verdict]) -> dict[int, Verdict]:
    return {int(str(key)): one for key, one in verdicts.items()}


def shelf_for(text: str) -> Shelf:
    """Return the documents that a text may cite: those of its numbers, the laws it may name.

    Two queries: a library holds thousands of laws, a text names few.
    """
    pairs = pairs_of_words(nfc(text))
    laws = Document.objects.filter(kind__in=sorted(BY_TITLE)).values_list("pk", "title_vi")
    named = [pk for pk, title in laws.iterator(chunk_size=5000) if may_stand_among(title, pairs)]
    may = Q(number_key__in=number_keys(text)) | Q(pk__in=named)
    columns = ("code", "number", "kind", "title_vi", "issuer_vi", "issued_on")
    return Shelf.of(Known(*row) for row in Document.objects.filter(may).values_list(*columns))


def document_named(said: str) -> Document:
    """Return the document of a code, or the only one of a number; raises NoSuchDocument."""
    found = Document.objects.filter(code=said).first()
    if found is not None:
        return found
    key = number_key(said)
    numbered = list(Document.objects.filter(number_key=key)[:2]) if key else []
    if len(numbered) != 1:
        raise NoSuchDocument(said)
    return numbered[0]
