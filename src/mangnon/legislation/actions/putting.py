"""Acts on the list of documents."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import ProtectedError

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import write_rows
from mangnon.finding.actions import refresh
from mangnon.legislation.actions.holding import settle_held
from mangnon.legislation.errors import ClauseInUse
from mangnon.legislation.models import Clause, Document
from mangnon.legislation.reading.files import Text
from mangnon.legislation.reading.parting import Piece, parted
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.packsync.actions import put, remove


def put_documents(
    documents: Sheet, clauses: Sheet, relations: Sheet, *, warrant: Warrant
) -> list[Difference]:
    """Write documents, their clauses and how they relate, as a pack gives them."""
    warrant.demand("legislation.edit")
    with transaction.atomic():
        done = [put(documents), put(clauses), put(relations)]
        if not all(difference.is_empty for difference in done):
            counts = {d.table.kind: len(d.added) + len(d.changed) for d in done}
            record(warrant, "legislation.put", data=counts)
            refresh("document", {key[0] for one in done for key in (*one.added, *one.changed)})
    return done


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that a pack no longer brings; raises StillInUse where others rest on one."""
    warrant.demand("legislation.edit")
    listed = list(keys)
    if not listed:
        return
    with transaction.atomic():
        remove(table, listed)
        record(warrant, "legislation.withdraw", data={"table": table.kind, "rows": len(listed)})
        refresh("document", {key[0] for key in listed})


def put_text(document: Document, text: Text, *, warrant: Warrant) -> int:
    """Keep a document's own words, parted into clauses; return how many could not be placed.

    A clause that stands keeps its row, so that what rests on it stays; raises ClauseInUse where
    one that something rests on is gone.
    """
    warrant.demand("legislation.edit")
    with transaction.atomic():
        lost, parts = write_text(document, text)
        data = {"document": document.code, "clauses": parts, "unplaced": lost}
        record(warrant, "legislation.read", data=data)
        refresh("document", {document.code})
    return lost


def write_text(document: Document, text: Text) -> tuple[int, int]:
    """Write a document's words; return how many parts could not be placed, and how many there are.

    No words take away those that stand. The caller's act records it.
    """
    pieces = parted(text.words) if text.words.strip() else []
    with transaction.atomic():
        standing = {one.anchor: one for one in document.clauses.all()}
        gone = [anchor for anchor in standing if anchor not in {one.anchor for one in pieces}]
        try:
            document.clauses.filter(anchor__in=gone).delete()
        except ProtectedError:
            raise ClauseInUse(gone) from None
        said = [(one.anchor, _said(n, one)) for n, one in enumerate(pieces)]
        new = [(document.pk, anchor, *said) for anchor, said in said if anchor not in standing]
        write_rows(Clause, ["document_id", "anchor", *_SAID], new)
        changed = [one for anchor, said in said if (one := _changed(standing.get(anchor), said))]
        Clause.objects.bulk_update(changed, _SAID, batch_size=200)
        document.pages, document.pictures = text.pages, text.pictures
        document.save(update_fields=["pages", "pictures"])
        settle_held(document)
    return sum(one.unplaced for one in pieces), len(pieces)


_SAID = ("position", "level", "unplaced", "label_vi", "label_en", "text")
_Said = tuple[int, str, bool, str, str, str]


def _said(position: int, piece: Piece) -> _Said:
    """Return what is kept of a part, beside its anchor."""
    return position, piece.level, piece.unplaced, piece.label_vi, piece.label_en, piece.text


def _changed(standing: Clause | None, said: _Said) -> Clause | None:
    """Return a clause that stands with what it says now; None where it said so already."""
    if standing is None or said == tuple(getattr(standing, name) for name in _SAID):
        return None
    for name, value in zip(_SAID, said, strict=True):
        setattr(standing, name, value)
    return standing
