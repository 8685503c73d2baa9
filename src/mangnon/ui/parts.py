"""What the parts of a page are filled with; ``templates/ui/parts/`` shows each of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mangnon.ui.charts.trend import Trend
from mangnon.ui.paging import Turn


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead; ``is_current`` marks the page one is on."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise as a row: what was promised, where we stand, the trend towards it.

    ``value`` None shows a dash; ``detail`` replaces the status word where it says more
    (“Chậm 4,9 điểm”); ``markers`` are of the list in ``markers.py``.
    """

    number: int
    title: str
    said: str
    url: str
    value: float | None
    status: str
    trend: Trend | None = None
    unit: str = "percent"
    decimals: int = 1
    detail: str = ""
    started: str = ""
    as_of: str = ""
    sources: Sequence[Link] = ()
    markers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; ``sorted`` is empty, ``ascending`` or ``descending``."""

    label: str
    numeric: bool = False
    sort_url: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, or a status word with its mark."""

    text: str = ""
    url: str = ""
    markers: Sequence[str] = ()
    status: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; the first cell of a row is its heading. ``key`` names it on the page."""

    key: str
    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    note: str = ""

    def cells(self) -> list[list[tuple[Column, Cell]]]:
        """Pair every cell with its column, row by row."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a desk page that is filled, not drawn: words, facts, a table, ways on.

    A table's caption is its heading; ``title`` is for a part without one.
    """

    title: str = ""
    words: str = ""
    facts: Sequence[tuple[str, str]] = ()
    chart: object = None
    table: Table | None = None
    turn: Turn | None = None
    ways: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it is printed and as it is read; ``url`` empty means the original is not held."""

    printed: str
    source: str
    reading: str = ""
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One number of a formula over its words; ``sign`` stands before it: ÷, ×, =."""

    figure: str
    words: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A formula line with its numbers, the result last."""

    title: str
    terms: Sequence[Term]
    notes: Sequence[str] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """One promise in the strip that gives the verdict at a glance."""

    number: int
    title: str
    url: str
    status: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in its sizes: (type, srcset) pairs, and ``src`` for browsers that read neither.

    ``default_alt_text`` says what is to be seen; a caption adds what is not.
    """

    src: str
    width: int
    height: int
    default_alt_text: str = ""
    sources: Sequence[tuple[str, str]] = ()
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow what was found, with how many it would leave."""

    label: str
    url: str
    count: int | None = None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A side from which what was found can be narrowed."""

    label: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text; ``hit`` where a sought word stands."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Something found: title and text parted at the sought words; ``kind`` says what it is."""

    title: Sequence[Stretch]
    url: str
    kind: str = ""
    about: str = ""
    text: Sequence[Stretch] = ()
