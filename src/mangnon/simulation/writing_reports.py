"""Enters the totals that others report."""

from collections.abc import Iterable
from datetime import date

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.indicators.actions import Total, report_totals
from mangnon.indicators.models import Indicator
from mangnon.places.models import Place
from mangnon.simulation.reports import Report


def write_reports(reports: Iterable[Report], area: Place, warrant: Warrant) -> int:
    """Enter the reports on the pack's indicators that have come by today; give how many."""
    known = set(Indicator.objects.values_list("code", flat=True))
    come = (one for one in reports if one.reported_on <= clock.today())
    totals = [_total(one, area) for one in come if one.indicator in known]
    return report_totals(totals, warrant=warrant)


def _total(one: Report, area: Place) -> Total:
    return Total(
        indicator=one.indicator,
        series=one.series,
        place=area,
        day=date(one.year, 12, 31),
        reported_on=one.reported_on,
        source_vi=one.source.vi,
        source_en=one.source.en,
        numerator=one.numerator,
        denominator=one.denominator,
        estimate=one.estimate,
        lower=one.lower,
        upper=one.upper,
    )
