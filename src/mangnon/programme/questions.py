"""From the database to the arithmetic: a target, a place and its figures become a question."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from mangnon.indicators.declaration import Declaration
from mangnon.indicators.periods import period_of
from mangnon.indicators.rollup import Rolled, RollKey
from mangnon.places.models import Kind, Place
from mangnon.programme.arithmetic.inputs import Base, Level, Point, Question, Step
from mangnon.programme.models import Target

LEVELS: dict[str, Level] = {
    Kind.PROGRAMME_AREA: "area",
    Kind.PROVINCE: "area",
    Kind.DISTRICT: "district",
    Kind.COMMUNE: "commune",
}
Withheld = Callable[[RollKey], bool]


def targets(*, allotted: bool = True) -> list[Target]:
    """Return every target in the plan's order, with what judging it needs.

    ``allotted``: with the parts of its steps that places have of their own.
    """
    found = Target.objects.select_related(
        "indicator", "document", "printed_in", "clause", "objective", "place"
    )
    return list(found.prefetch_related("steps__allotted" if allotted else "steps"))


def points(
    rolls: Mapping[RollKey, Rolled],
    declared: Declaration,
    series: str,
    place_id: int,
    on: date,
    withheld: Withheld = lambda key: False,
) -> tuple[Point, ...]:
    """Return the totals of a series at a place, oldest first, as far as known on ``on``."""
    found = []
    for key, rolled in rolls.items():
        if (key.indicator, key.series, key.place_id) != (declared.code, series, place_id):
            continue
        if key.breakdown or rolled.as_of > on:
            continue
        period = period_of(declared.period, key.period_start, on, declared.cutoffs)
        found.append(_point(rolled, period.start, period.end, period.provisional, withheld(key)))
    return tuple(sorted(found, key=lambda point: point.start))


def _point(rolled: Rolled, start: date, end: date, provisional: bool, hidden: bool) -> Point:
    if hidden:
        return Point(start, end, rolled.as_of, provisional=provisional, withheld=True)
    return Point(
        *(start, end, rolled.as_of, rolled.value, rolled.numerator, rolled.denominator),
        *(rolled.lower, rolled.upper, provisional),
    )


def question(
    target: Target,
    declared: Declaration,
    place: Place,
    seen: tuple[Point, ...],
    on: date,
) -> Question:
    """Put together what the judgement of ``target`` at ``place`` depends on."""
    return Question(
        on=on,
        unit=declared.unit,
        better="lower" if declared.better == "lower" else "higher",
        steps=tuple(_steps(target, place)),
        base=Base(target.base_on, target.base_value),
        points=seen,
        breaks=declared.breaks_of(target.series),
        level=LEVELS[place.kind],
        judged_at=target.judged_at,  # type: ignore[arg-type]
        minimum_denominator=target.minimum_denominator,
        data_age_days=target.data_age_days,
        final_after_days=declared.final_after_days,
    )


def _steps(target: Target, place: Place) -> Iterable[Step]:
    """The promise as it holds for the place: the same everywhere, or its own part."""
    for step in target.steps.all():
        own = next((part for part in step.allotted.all() if part.place_id == place.pk), None)
        value = own.value if own else step.value
        yield Step(step.due, step.comparator, value, step.printed)  # type: ignore[arg-type]
