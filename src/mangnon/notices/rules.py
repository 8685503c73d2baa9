"""When somebody is reminded: points in working days round the last day. No database here.

A point is known by its day. Whoever looks later than that day still finds the latest point, so
that a machine that stood still for a weekend misses nothing, and nothing comes twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mangnon.clock.workdays import Workdays
from mangnon.duties.states import State
from mangnon.notices.kinds import Kind

BEFORE = (7, 1)  # working days before the last day in time
EVERY = 5  # working days between two reminders of what is late
# Who holds a duty in one of these has to move. One that waits for another office, or lies with who
# gave it, is reminded of by nobody's fault; what is reported or done is over.
REMINDED = (State.HANDED, State.ACCEPTED, State.QUESTIONED)
# What has not come where it was to come from, whoever has to move.
MISSED = (*REMINDED, State.RETURNED)


@dataclass(frozen=True, slots=True)
class Point:
    """A day on which a rule speaks."""

    kind: Kind
    day: date


def points(
    state: str, due: date, received: date, today: date, calendar: Workdays, escalate_after: int
) -> Iterator[Point]:
    """Yield the latest point of each rule that has come by today: at most one to who holds the
    duty, and one to who handed it down."""
    if state in REMINDED:
        if today <= due:
            yield from _before(due, received, today, calendar)
        else:
            yield from _after(due, today, calendar)
    if state in MISSED and today > due:
        day = calendar.after(due, escalate_after)
        if day <= today:
            yield Point(Kind.ESCALATED, day)


def _before(due: date, received: date, today: date, calendar: Workdays) -> Iterator[Point]:
    """The nearest point before the last day; none that lies before the duty came."""
    for number in sorted(BEFORE):
        day = calendar.before(due, number)
        if received <= day <= today:
            yield Point(Kind.SOON, day)
            return


def _after(due: date, today: date, calendar: Workdays) -> Iterator[Point]:
    over = calendar.between(due, today)
    if over >= 1:
        rounds = (over - 1) // EVERY
        yield Point(Kind.LATE, calendar.after(due, 1 + rounds * EVERY))
