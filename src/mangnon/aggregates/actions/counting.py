"""What the engine's cells hold of reports: the approved figures, marked with their source."""

from collections.abc import Iterable
from datetime import date

from mangnon import clock
from mangnon.aggregates.models import Figure, Report
from mangnon.audit.warrants import Warrant
from mangnon.indicators.actions import Total, report_totals, withdraw_totals
from mangnon.places.errors import spoken


def count(report: Report, figures: Iterable[Figure], warrant: Warrant) -> None:
    """Put the figures of an approved report into the cells."""
    report_totals([total_of(report, one, clock.today()) for one in figures], warrant=warrant)


def take_out(report: Report, figures: Iterable[Figure], warrant: Warrant) -> None:
    """Take the figures of a report that is approved no more out of the cells."""
    withdraw_totals([total_of(report, one, clock.today()) for one in figures], warrant=warrant)


def total_of(report: Report, figure: Figure, day: date) -> Total:
    """Return a line as the engine takes it; its source names form, place and day."""
    form, place = report.form, report.place
    return Total(
        indicator=figure.item.indicator.code,
        series=figure.item.series,
        place=place,
        day=report.period_start,
        reported_on=day,
        source_vi=f"{form.name_vi} của {place.name_vi}, phê duyệt ngày {spoken(day)}"[:300],
        source_en=f"{form.name_en} of {place.name_en}, approved on {day}"[:300],
        numerator=figure.numerator,
        denominator=figure.denominator,
    )
