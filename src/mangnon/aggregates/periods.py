"""Which reports are owed: by which communes, for which periods, by when."""

from collections.abc import Iterator
from datetime import date, timedelta

from mangnon import clock
from mangnon.aggregates.errors import not_owed
from mangnon.aggregates.models import ReportForm
from mangnon.indicators.periods import Period, period_of, periods_until, start_of
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree

_DAY = timedelta(days=1)


def last_day(period: Period) -> date:
    """Return the last day of a period: whose communes owe, and whose map is shown."""
    return period.end - _DAY


def due_on(form: ReportForm, period: Period) -> date:
    """Return the last day on which a report is in time."""
    return last_day(period) + timedelta(days=form.due_days)


def period_at(form: ReportForm, start: date) -> Period:
    """Return the form's period that begins on a day; raises NotOwed where none is owed."""
    kind = form.period_kind
    ended = form.valid_to is not None and start >= form.valid_to
    if start_of(kind, start) != start or start < form.valid_from or ended or start > clock.today():
        raise not_owed(form.name_vi)
    return period_of(kind, start, clock.today())


def owed_periods(form: ReportForm) -> Iterator[Period]:
    """Yield the periods that are over and owed, the oldest first."""
    today = clock.today()
    for period in periods_until(form.period_kind, form.valid_from, today):
        begun = period.start >= form.valid_from
        ended = form.valid_to is not None and period.start >= form.valid_to
        if begun and not ended and last_day(period) < today:
            yield period


def owing(period: Period) -> list[int]:
    """Return the communes that owe a report: those of the period's last day, in order."""
    tree = Tree.on(min(last_day(period), clock.today()))
    return tree.at_kind(Kind.COMMUNE)


def check_owed(form: ReportForm, place: Place, start: date) -> Period:
    """Return the period for which a place owes a report; raises NotOwed."""
    period = period_at(form, start)
    if place.kind != Kind.COMMUNE or place.pk not in owing(period):
        raise not_owed(place.name_vi)
    return period


def approver_of(place_id: int) -> int:
    """Return where a commune's report is approved: its district today, else the whole area.

    The report of a commune that is no more goes to the whole area.
    """
    tree = Tree.on(clock.today())
    above = tree.parent(place_id) if place_id in tree else None
    return tree.root if above is None else above
