"""Reading entries and seals in their order, a page at a time: memory stays as it is."""

from collections.abc import Iterator

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from mangnon.audit.canonical import Header, Kept
from mangnon.audit.models import Entry, Seal

_PAGE = 2000
_SEALS_PAGE = 200


def _as_text(name: str) -> Cast:
    """Read a document as the text that is kept, without parsing it."""
    return Cast(name, TextField())


_FIELDS = (
    "id", "version", "at", "kind", F("actor__code"), "act", "right", "subject",
    _as_text("subjects"), "place_code", "reason", "reason_sealed", _as_text("data"),
    _as_text("before"), _as_text("after"), "key_id", "proof",
)  # fmt: skip


def entries(after_id: int = 0, *, only: Q | None = None) -> Iterator[Kept]:
    """Yield entries by number, from the one after ``after_id``; ``only`` narrows them."""
    rows = Entry.objects.order_by("id")
    if only is not None:
        rows = rows.filter(only)
    while True:
        page = [Kept(*row) for row in rows.filter(id__gt=after_id).values_list(*_FIELDS)[:_PAGE]]
        yield from page
        if len(page) < _PAGE:
            return
        after_id = page[-1].id


def seals() -> Iterator[Seal]:
    """Yield the seals in their order."""
    number = 0
    while True:
        page = list(_after(number))
        yield from page
        if len(page) < _SEALS_PAGE:
            return
        number = page[-1].number


def _after(number: int) -> QuerySet[Seal]:
    return Seal.objects.filter(number__gt=number).order_by("number")[:_SEALS_PAGE]


def header_of(seal: Seal) -> Header:
    """Return what a seal says under its proof."""
    return Header(
        number=seal.number, version=seal.version, at=seal.at, first_id=seal.first_id,
        last_id=seal.last_id, count=seal.count, leaves=bytes(seal.leaves),
        digest=bytes(seal.digest), previous=bytes(seal.previous), settled_id=seal.settled_id,
        horizon=seal.horizon, key_id=seal.key_id,
    )  # fmt: skip
