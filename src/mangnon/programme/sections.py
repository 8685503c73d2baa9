"""What rooms offer to a report on a place: each a section, its figures named so as to be compared.

A report is an administrative document and speaks Vietnamese whoever reads it; so do its sections.
Everything in a section is plain text and numbers: signed, it is kept as it stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from mangnon.places.models import Place

Value = tuple[str, float]  # a day (ISO) or a label, and what is drawn for it


class Asked(NamedTuple):
    """On which place a report is, from which day to which (with it), and the day it is asked."""

    place: Place
    first: date
    last: date
    today: date


@dataclass(frozen=True, slots=True)
class Picture:
    """A small drawing: a ``trend`` by days with the promised path, or ``bars`` by labels.

    ``alt`` says what is to be seen; a table beside it always holds the same figures.
    """

    kind: Literal["trend", "bars"]
    alt: str
    values: tuple[Value, ...]
    path: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table, the first cell of a row its heading; ``drawn`` puts a picture at a row's end."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()  # columns of figures
    drawn: tuple[Picture | None, ...] = ()
    drawn_title: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a section, as it is printed; ``key`` finds it again after years."""

    key: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report: its lines, tables and pictures; the officer's words stand before them."""

    key: str
    title: str
    lines: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    pictures: tuple[Picture, ...] = ()
    figures: tuple[Figure, ...] = ()
    basis: tuple[str, ...] = ()  # documents that it rests on, cited at the report's head


Provider = Callable[[Asked], Section]


class Offered(NamedTuple):
    """A section that a room offers: its key, its title, its place in the order."""

    order: int
    key: str
    title: str
    provider: Provider


_OFFERED: dict[str, Offered] = {}


def register(key: str, title: str, provider: Provider, *, order: int) -> None:
    """Offer a section; once, from an app's ``ready``."""
    _OFFERED[key] = Offered(order, key, title, provider)


def offered() -> list[Offered]:
    """Return what is offered, in the order of a report."""
    return sorted(_OFFERED.values())


def gathered(asked: Asked) -> Iterator[Section]:
    """Yield every section on a place as the records have it now."""
    for one in offered():
        yield one.provider(asked)
