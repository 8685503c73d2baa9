"""Places as people write them: plain rows that name each other by key, ``10525@2025-07-01``."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mangnon.packsync import Key, Sheet, Table, Values
from mangnon.places.models import Belonging, Naming, Office, OfficeChange, Place, Succession
from mangnon.places.naming import place_sort_key


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place with its life."""

    code: str
    valid_from: date
    valid_to: date | None
    kind: str
    style: str
    name_vi: str
    name_en: str
    latitude: float | None = None
    longitude: float | None = None
    stands_in: bool = False
    note_vi: str = ""
    note_en: str = ""

    @property
    def key(self) -> str:
        """``10525@2025-07-01``."""
        return f"{self.code}@{self.valid_from.isoformat()}"


@dataclass(frozen=True, slots=True)
class NamingRow:
    """What a place was called for a time."""

    place: str
    start: date
    end: date | None
    style: str
    name_vi: str
    name_en: str


@dataclass(frozen=True, slots=True)
class BelongingRow:
    """Under which place another stood for a time."""

    child: str
    parent: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """Which share of a place went to which heir, and on what basis."""

    source: str
    target: str
    date: date
    share: float
    basis_vi: str
    basis_en: str
    estimated: bool


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office; its place is a key, its parent another office's code."""

    code: str
    line: str
    name_vi: str
    name_en: str
    place: str
    parent: str | None = None
    start: date | None = None
    end: date | None = None
    note_vi: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class OfficeChangeRow:
    """What became of an office; both are codes."""

    source: str
    target: str
    day: date
    kind: str
    decision: str = ""
    decided_on: date | None = None
    note_vi: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything that is known of places, in the order in which it was written."""

    places: Sequence[PlaceRow] = ()
    namings: Sequence[NamingRow] = ()
    belongings: Sequence[BelongingRow] = ()
    successions: Sequence[SuccessionRow] = ()
    offices: Sequence[OfficeRow] = ()
    changes: Sequence[OfficeChangeRow] = ()


PLACES = Table(
    "Địa bàn",
    "Place",
    Place,
    ("code", "valid_from"),
    (
        *("valid_to", "kind", "style", "name_vi", "name_en", "sort_key"),
        *("latitude", "longitude", "stands_in", "note_vi", "note_en"),
    ),
)
NAMINGS = Table(
    "Tên gọi",
    "Name",
    Naming,
    ("place__code", "place__valid_from", "valid_from"),
    ("valid_to", "style", "name_vi", "name_en"),
)
BELONGINGS = Table(
    "Quan hệ thuộc",
    "Belonging",
    Belonging,
    ("child__code", "child__valid_from", "valid_from"),
    ("parent__code", "parent__valid_from", "valid_to"),
)
SUCCESSIONS = Table(
    "Quan hệ kế thừa",
    "Succession",
    Succession,
    ("source__code", "source__valid_from", "target__code", "target__valid_from", "date"),
    ("share", "basis_vi", "basis_en", "estimated"),
)


class _Offices(Table):
    """Offices; those that were written at a desk stay as they are there."""

    def edited(self, held: Mapping[Key, Values]) -> frozenset[Key]:
        kept = self.model._default_manager.filter(kept_here=True)
        return frozenset(kept.values_list(*self.key))


OFFICES = _Offices(
    "Cơ quan",
    "Office",
    Office,
    ("code",),
    (
        *("line", "name_vi", "name_en", "place__code", "place__valid_from", "parent__code"),
        *("valid_from", "valid_to", "note_vi", "note_en"),
    ),
)

CHANGES = Table(
    "Thay đổi của cơ quan",
    "Change of an office",
    OfficeChange,
    ("source__code", "target__code", "day"),
    ("kind", "decision", "decided_on", "note_vi", "note_en"),
)


def split_key(key: str) -> tuple[str, date]:
    """Return the code and the first day of a key; raises ValueError on anything else."""
    code, _, day = key.partition("@")
    return code, date.fromisoformat(day)


def place_sheet(rows: Iterable[PlaceRow]) -> Sheet:
    """Return places as rows of their table."""
    return Sheet(PLACES, dict(_place(row) for row in rows))


def _place(row: PlaceRow) -> tuple[Key, Values]:
    key = (row.code, row.valid_from)
    sort_key = place_sort_key(row.name_vi, row.style)
    named = (row.valid_to, row.kind, row.style, row.name_vi, row.name_en, sort_key)
    return key, (*named, row.latitude, row.longitude, row.stands_in, row.note_vi, row.note_en)


def naming_sheet(rows: Iterable[NamingRow]) -> Sheet:
    """Return names as rows of their table."""
    return Sheet(
        NAMINGS,
        {
            (*split_key(row.place), row.start): (row.end, row.style, row.name_vi, row.name_en)
            for row in rows
        },
    )


def belonging_sheet(rows: Iterable[BelongingRow]) -> Sheet:
    """Return belongings as rows of their table."""
    return Sheet(
        BELONGINGS,
        {
            (*split_key(row.child), row.start): (*split_key(row.parent), row.end)
            for row in rows
        },
    )  # fmt: skip


def succession_sheet(rows: Iterable[SuccessionRow]) -> Sheet:
    """Return successions as rows of their table."""
    return Sheet(
        SUCCESSIONS,
        {
            (*split_key(row.source), *split_key(row.target), row.date): (
                *(row.share, row.basis_vi, row.basis_en, row.estimated),
            )
            for row in rows
        },
    )


def office_sheet(rows: Iterable[OfficeRow]) -> Sheet:
    """Return offices as rows of their table."""
    return Sheet(
        OFFICES,
        {
            (row.code,): (
                *(row.line, row.name_vi, row.name_en, *split_key(row.place), row.parent),
                *(row.start, row.end, row.note_vi, row.note_en),
            )
            for row in rows
        },
    )


def change_sheet(rows: Iterable[OfficeChangeRow]) -> Sheet:
    """Return what became of offices as rows of their table."""
    return Sheet(
        CHANGES,
        {
            (row.source, row.target, row.day): (
                *(row.kind, row.decision, row.decided_on, row.note_vi, row.note_en),
            )
            for row in rows
        },
    )


def sheets(gazetteer: Gazetteer) -> list[Sheet]:
    """Return every table's rows, in the order in which they can be written."""
    return [
        place_sheet(gazetteer.places),
        naming_sheet(gazetteer.namings),
        belonging_sheet(gazetteer.belongings),
        succession_sheet(gazetteer.successions),
        office_sheet(gazetteer.offices),
        change_sheet(gazetteer.changes),
    ]
