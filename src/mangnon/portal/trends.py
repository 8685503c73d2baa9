"""From published figures to the trends that pages draw."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _

from mangnon.indicators.declaration import Declaration
from mangnon.portal.editions import Edition
from mangnon.portal.figuring import decimals_for
from mangnon.portal.seen import Seen, of_series
from mangnon.programme.status import Assessment
from mangnon.ui import statuses
from mangnon.ui.charts.trend import Break, Due, Point, Segment, Series, Trend


def promise_trend(
    edition: Edition,
    declared: Declaration,
    series: str,
    seen: Sequence[Seen],
    assessment: Assessment,
    title: str,
) -> Trend:
    """Return the trend of a promise: the series that judges it, its path, the others apart."""
    path = path_of(assessment)
    return Trend(
        title,
        segments(of_series(seen, declared.code, series), declared.breaks_of(series)),
        path,
        _others(edition, declared, series, seen),
        _breaks(edition, declared, series),
        label=_series_name(edition, declared, series) if len(declared.series) > 1 else "",
        unit=declared.unit,
        decimals=decimals_for([due.value for due in path[1:]], declared.unit),
        tone=statuses.tone_of(assessment.status) if assessment.status else "quiet",
    )


def plain_trend(edition: Edition, declared: Declaration, seen: Sequence[Seen]) -> Trend:
    """Return the trend of an indicator without a promise: its first series, the others apart."""
    first = declared.series[0].code
    values = [one.value for one in seen if one.value is not None]
    return Trend(
        edition.say(declared.name),
        segments(of_series(seen, declared.code, first), declared.breaks_of(first)),
        (),
        _others(edition, declared, first, seen),
        _breaks(edition, declared, first),
        label=_series_name(edition, declared, first) if len(declared.series) > 1 else "",
        unit=declared.unit,
        decimals=decimals_for(values, declared.unit),
        tone="quiet",
    )


def split_trend(
    whole: Trend, parts: Sequence[tuple[str, Sequence[Seen]]], breaks: Sequence[date], title: str
) -> Trend:
    """Return a trend with the parts of a breakdown drawn beside the whole."""
    others = tuple(Series(label, segments(seen, breaks)) for label, seen in parts)
    return Trend(
        title,
        whole.segments,
        whole.path,
        others,
        whole.breaks,
        whole.label or _("Chung"),
        whole.unit,
        whole.decimals,
        whole.tone,
    )


def segments(seen: Iterable[Seen], breaks: Iterable[date]) -> tuple[Segment, ...]:
    """Return what may be joined by a line: cut at breaks, and where a period is not shown."""
    shown = [one for one in seen if one.is_shown]
    cuts = tuple(breaks)
    found: list[list[Point]] = [[_point(one)] for one in shown[:1]]
    for before, after in pairwise(shown):
        broken = any(before.as_of < cut <= after.as_of for cut in cuts)
        if broken or before.period.end != after.period.start:
            found.append([])
        found[-1].append(_point(after))
    return tuple(tuple(segment) for segment in found)


def path_of(assessment: Assessment) -> tuple[Due, ...]:
    """Return base and steps; without a base the first step stands for it, unjoined."""
    steps = tuple(Due(one.step.due, one.step.value) for one in assessment.steps)
    if assessment.base is None:
        return (*steps[:1], *steps)
    return (Due(assessment.base.on, assessment.base.value), *steps) if steps else ()


def _point(one: Seen) -> Point:
    return Point(one.as_of, one.value or 0.0, one.lower, one.upper)


def _others(
    edition: Edition, declared: Declaration, but: str, seen: Sequence[Seen]
) -> tuple[Series, ...]:
    """Return the other series that have a figure here; they are never joined to the first."""
    drawn = (
        Series(
            edition.name(one),
            segments(of_series(seen, declared.code, one.code), declared.breaks_of(one.code)),
        )
        for one in declared.series
        if one.code != but
    )
    return tuple(one for one in drawn if one.segments)


def _series_name(edition: Edition, declared: Declaration, code: str) -> str:
    return next((edition.name(one) for one in declared.series if one.code == code), "")


def _breaks(edition: Edition, declared: Declaration, series: str) -> tuple[Break, ...]:
    return tuple(
        Break(one.on, edition.of(one, "reason"))
        for one in declared.breaks
        if one.series in ("", series)
    )
