"""Published figures as pages read them: plain values, with the period each belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from mangnon.figures.models import Figure
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.periods import Period, period_of

_COLUMNS = (
    "indicator_id", "series", "place_id", "period_start", "breakdown", "value_key", "value",
    "numerator", "denominator", "lower", "upper", "withheld", "estimated", "provisional", "as_of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """One published figure. ``awaited``: the decision on its period is not due yet."""

    indicator: str
    series: str
    place_id: int
    period: Period
    breakdown: str
    value_key: str
    value: float | None
    numerator: float | None
    denominator: float | None
    lower: float | None
    upper: float | None
    withheld: str
    estimated: bool
    provisional: bool
    as_of: date
    awaited: bool

    @property
    def is_final(self) -> bool:
        """Whether its period is over and decided, so that it may speak for a year."""
        return not self.provisional and not self.awaited

    @property
    def is_shown(self) -> bool:
        """Whether it is final and carries a value."""
        return self.is_final and self.value is not None and not self.withheld

    @property
    def markers(self) -> tuple[str, ...]:
        """The remarks that belong beside it."""
        said = (
            ("withheld", bool(self.withheld)),
            ("estimated", self.estimated),
            ("provisional", self.provisional),
        )
        return tuple(key for key, holds in said if holds)


def read(found: QuerySet[Figure], declared: Mapping[int, Declaration], on: date) -> list[Seen]:
    """Return figures of the declared indicators (by id), as known on the release's day."""
    rows = found.select_related(None).values_list(*_COLUMNS)
    periods: dict[tuple[int, date], Period] = {}
    seen = []
    for indicator, series, place, start, *rest in rows:
        one = declared[indicator]
        period = periods.get((indicator, start))
        if period is None:
            period = periods[indicator, start] = period_of(one.period, start, on, one.cutoffs)
        final_on = period.end + timedelta(days=one.final_after_days - 1)
        awaited = final_on > on
        seen.append(Seen(one.code, series, place, period, *rest, awaited))  # type: ignore[call-arg]
    return seen


def of_series(seen: Iterable[Seen], indicator: str, series: str) -> list[Seen]:
    """Return the totals of one series, oldest first."""
    mine = (s for s in seen if (s.indicator, s.series, s.breakdown) == (indicator, series, ""))
    return sorted(mine, key=lambda one: one.period)


def latest(seen: Iterable[Seen]) -> Seen | None:
    """Return the newest final figure, withheld or not; None where there is none."""
    final = [one for one in seen if one.is_final and (one.withheld or one.value is not None)]
    return max(final, key=lambda one: one.period, default=None)
