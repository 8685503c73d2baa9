"""What a trend picture is made from: series cut at their breaks, a promised path, due dates."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from mangnon.text.numbers import format_number
from mangnon.text.sentence import Language
from mangnon.ui.units import figure_text

Tone = Literal["good", "near", "late", "quiet"]


@dataclass(frozen=True, slots=True)
class Point:
    """One value on a day, with its 95 % interval where it has one."""

    at: date
    value: float
    low: float | None = None
    high: float | None = None
    provisional: bool = False


Segment = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A line of its own: another source, a sex, an age group. Its segments are never joined."""

    label: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A promised value on its day; the first of a path is the base, from which it starts."""

    at: date
    value: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A day on which the definition changed, so that the line is cut there."""

    at: date
    reason: str


@dataclass(frozen=True, slots=True)
class Trend:
    """A whole trend: the series that judges, the promised path, and what stands beside them.

    ``path`` is base, steps, due in order of date; empty where nothing was promised. ``others``
    are drawn fainter, each with its own dash and marker.
    """

    title: str
    segments: tuple[Segment, ...]
    path: tuple[Due, ...] = ()
    others: tuple[Series, ...] = ()
    breaks: tuple[Break, ...] = ()
    label: str = ""
    unit: str = "percent"
    decimals: int = 1
    tone: Tone = "good"

    @property
    def points(self) -> tuple[Point, ...]:
        """All points of the series that judges."""
        return tuple(point for segment in self.segments for point in segment)

    @property
    def dues(self) -> tuple[Due, ...]:
        """The promised values without the base."""
        return self.path[1:]

    def written(self, value: float, language: Language) -> str:
        """Write a value of this trend with its unit."""
        return figure_text(value, self.unit, self.decimals, language)

    def written_due(self, due: Due, language: Language) -> str:
        """Write a promised value as people print it: 98, not 98,0."""
        if due.text:
            return due.text
        enough = range(self.decimals)
        decimals = next((n for n in enough if round(due.value, n) == due.value), self.decimals)
        return format_number(due.value, decimals, language)

    def extent(self) -> tuple[float, float]:
        """Return the lowest and highest value that must be visible."""
        beside = (p for series in self.others for segment in series.segments for p in segment)
        values = [due.value for due in self.path]
        for point in (*self.points, *beside):
            values += [v for v in (point.value, point.low, point.high) if v is not None]
        return (min(values), max(values)) if values else (0.0, 1.0)

    def days(self) -> tuple[date, date] | None:
        """Return the first and last day, or None where there is nothing to draw."""
        beside = (p.at for series in self.others for segment in series.segments for p in segment)
        days = [*(p.at for p in self.points), *beside, *(due.at for due in self.path)]
        return (min(days), max(days)) if days else None
