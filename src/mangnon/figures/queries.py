"""Reading what was released: all that the public site knows of figures."""

from collections.abc import Iterable, Sequence

from django.db.models import Max, QuerySet

from mangnon.figures.errors import UnknownRelease
from mangnon.figures.models import Figure, Release, Verdict
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.periods import period_of
from mangnon.places.models import Place
from mangnon.programme.arithmetic.assessment import Assessment
from mangnon.programme.arithmetic.inputs import Point
from mangnon.programme.questions import targets
from mangnon.programme.scorecard import Row
from mangnon.programme.status import from_json


def latest_release() -> Release | None:
    """Return the newest finished release, or None before the first."""
    return Release.objects.filter(finished=True).order_by("-number").first()


def release_of(number: int) -> Release:
    """Return the finished release of ``number``, or raise UnknownRelease."""
    finished = Release.objects.filter(finished=True)
    found = finished.filter(number=number).first()
    if found is None:
        raise UnknownRelease(number, finished.aggregate(last=Max("number"))["last"])
    return found


def figures(
    release: Release,
    places: Iterable[int],
    *,
    indicators: Sequence[str] | None = None,
    breakdown: str | None = "",
) -> QuerySet[Figure]:
    """Return the figures of places (ids), oldest period first.

    ``breakdown``: "" for totals, a name for its parts, None for everything. A figure with
    ``withheld`` set carries no numbers but those that give nothing away.
    """
    found = Figure.objects.filter(release=release, place_id__in=list(places))
    if indicators is not None:
        found = found.filter(indicator__code__in=indicators)
    if breakdown is not None:
        found = found.filter(breakdown=breakdown)
    return found.select_related("indicator").order_by("period_start", "pk")


def assessments(
    release: Release, places: Iterable[int], target_code: str | None = None
) -> dict[tuple[int, str], Assessment]:
    """Return the frozen judgements by (place id, target code)."""
    found = Verdict.objects.filter(release=release, place_id__in=list(places))
    if target_code is not None:
        found = found.filter(target_code=target_code)
    return {(one.place_id, one.target_code): from_json(one.arithmetic) for one in found}


def frozen_scorecard(release: Release, place: Place) -> list[Row]:
    """Return the scorecard of ``place`` as released: a row a target."""
    judged = assessments(release, [place.pk])
    known = targets()
    codes = [one.indicator.code for one in known]
    totals = list(figures(release, [place.pk], indicators=codes))
    rows = []
    for target in known:
        if (place.pk, target.code) not in judged:
            continue
        declared = Declaration.from_dict(target.indicator.declaration)
        mine = [
            one
            for one in totals
            if (one.indicator_id, one.series) == (target.indicator_id, target.series)
        ]
        seen = tuple(_point(one, declared, release) for one in mine)
        rows.append(Row(target, declared, place, seen, judged[place.pk, target.code]))
    return rows


def _point(figure: Figure, declared: Declaration, release: Release) -> Point:
    period = period_of(declared.period, figure.period_start, release.day, declared.cutoffs)
    if figure.withheld:
        return Point(period.start, period.end, figure.as_of, withheld=True)
    return Point(
        *(period.start, period.end, figure.as_of, figure.value),
        *(figure.numerator, figure.denominator, figure.lower, figure.upper),
        figure.provisional,
    )
