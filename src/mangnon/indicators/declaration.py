"""An indicator as a pack declares it, in typed form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Unit = Literal["percent", "per_mille", "count", "ratio"]
Better = Literal["lower", "higher", "neither"]
Counts = Literal["persons", "places", "events"]
SourceKind = Literal["records", "reported", "survey"]

FACTORS: dict[str, float] = {"percent": 100.0, "per_mille": 1000.0, "count": 1.0, "ratio": 1.0}
# Breakdowns that are read off the place, not off a dataset's column.
PLACE_BREAKDOWNS = frozenset({"place_style"})


@dataclass(frozen=True, slots=True)
class Measure:
    """What is summed: an expression over a dataset's columns.

    ``whole_for`` names breakdowns that leave it whole: of all children, those in a group.
    """

    dataset: str
    value: str
    whole_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """One source of the figure. Series are never joined."""

    code: str
    source: SourceKind
    judges: bool
    levels: tuple[str, ...]
    name_vi: str
    name_en: str
    note_vi: str = ""
    note_en: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A day across which figures do not compare, and why; of one series, or of all ("")."""

    on: date
    reason_vi: str
    reason_en: str
    series: str = ""


@dataclass(frozen=True, slots=True)
class Cutoff:
    """The day of the year on which a period closes, for periods that begin from a day on."""

    start: date
    day: str  # "12-31"


@dataclass(frozen=True, slots=True)
class Owner:
    """The office that answers for the figure, from a day to a day."""

    office: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in both languages."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Declaration:
    """Everything a pack says about one indicator."""

    code: str
    name: Bilingual
    short: Bilingual
    definition: Bilingual
    unit: Unit
    better: Better
    measure: str
    counts: Counts
    period: str
    interval: str
    minimum_denominator: float
    data_age_days: int
    final_after_days: int
    cutoffs: tuple[Cutoff, ...]
    numerator: Measure | None
    denominator: Measure | None
    breakdowns: tuple[str, ...]
    published: tuple[str, ...]  # the breakdowns that a release may show of the whole area
    published_below: tuple[str, ...]  # and of the districts
    beside: tuple[str, ...]
    series: tuple[Series, ...]
    breaks: tuple[Break, ...]
    owners: tuple[Owner, ...]
    limits: tuple[Bilingual, ...]
    sources: tuple[Bilingual, ...]

    @property
    def factor(self) -> float:
        """By what the fraction is multiplied to be in the indicator's unit."""
        return FACTORS[self.unit]

    @property
    def records(self) -> Series | None:
        """The series that is counted from records, or None."""
        return next((one for one in self.series if one.source == "records"), None)

    def breaks_of(self, series: str) -> tuple[date, ...]:
        """Return the days across which a series does not compare."""
        return tuple(one.on for one in self.breaks if one.series in ("", series))

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The numerator and the denominator, as far as there are any."""
        return tuple(one for one in (self.numerator, self.denominator) if one is not None)

    def value(self, numerator: float | None, denominator: float | None) -> float | None:
        """Divide, in the indicator's unit; None where nothing can be divided."""
        if numerator is None:
            return None
        if self.unit == "count":
            return numerator
        return numerator / denominator * self.factor if denominator else None

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> "Declaration":
        """Build from a judged TOML table, or from the JSON form of one."""
        return cls(
            code=raw["code"],
            name=_bilingual(raw, "name"),
            short=_bilingual(raw, "short" if "short_vi" in raw else "name"),
            definition=_bilingual(raw, "definition"),
            unit=raw["unit"],
            better=raw["better"],
            measure=raw["measure"],
            counts=raw["counts"],
            period=raw.get("period", "year"),
            interval=raw.get("interval", "none"),
            minimum_denominator=float(raw.get("minimum_denominator", 1)),
            data_age_days=int(raw.get("data_age_days", 400)),
            final_after_days=int(raw.get("final_after_days", 0)),
            cutoffs=_cutoffs(raw),
            numerator=_measure(raw.get("numerator")),
            denominator=_measure(raw.get("denominator")),
            breakdowns=tuple(raw.get("breakdowns", ())),
            published=_published(raw),
            published_below=tuple(raw.get("published_below", _published(raw))),
            beside=tuple(raw.get("beside", ())),
            series=tuple(_series(one) for one in raw.get("series", ())),
            breaks=tuple(
                Break(_day(one["on"]), one["reason_vi"], one["reason_en"], one.get("series", ""))
                for one in raw.get("breaks", ())
            ),
            owners=tuple(
                Owner(one["office"], _maybe_day(one.get("from")), _maybe_day(one.get("to")))
                for one in raw.get("owners", ())
            ),
            limits=tuple(Bilingual(one["vi"], one["en"]) for one in raw.get("limits", ())),
            sources=tuple(Bilingual(one["vi"], one["en"]) for one in raw.get("sources", ())),
        )


def _published(raw: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(raw.get("published", raw.get("breakdowns", ())))


def _bilingual(raw: Mapping[str, Any], stem: str) -> Bilingual:
    return Bilingual(str(raw[f"{stem}_vi"]).strip(), str(raw[f"{stem}_en"]).strip())


def _day(value: date | str) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def _maybe_day(value: date | str | None) -> date | None:
    return _day(value) if value else None


def _measure(raw: Mapping[str, Any] | None) -> Measure | None:
    if raw is None:
        return None
    return Measure(raw["dataset"], raw["value"], tuple(raw.get("whole_for", ())))


def _series(raw: Mapping[str, Any]) -> Series:
    return Series(
        code=raw["code"],
        source=raw["source"],
        judges=bool(raw.get("judges", False)),
        levels=tuple(raw.get("levels", ("area", "district", "commune"))),
        name_vi=raw["name_vi"],
        name_en=raw["name_en"],
        note_vi=raw.get("note_vi", ""),
        note_en=raw.get("note_en", ""),
    )


def _cutoffs(raw: Mapping[str, Any]) -> tuple[Cutoff, ...]:
    first = Cutoff(date.min, raw.get("cutoff", "12-31"))
    return (first, *(Cutoff(_day(one["from"]), one["day"]) for one in raw.get("cutoffs", ())))
