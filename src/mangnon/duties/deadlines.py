"""The last day on which a duty is done in time: from what was set, the calendar, pauses, more time.

What was set is one of three: by a day, before a day (which is then too late), or within a number
of working days after receipt. A deadline on a day off ends on the next working day (Civil Code
2015, article 148, 5); "before" ends on the last working day before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mangnon.clock.workdays import Workdays


class Kind(TextChoices):
    """How a deadline was set."""

    BY = "by", _("Chậm nhất ngày")
    BEFORE = "before", _("Trước ngày")
    WITHIN = "within", _("Trong thời hạn tính bằng ngày làm việc kể từ ngày nhận")


@dataclass(frozen=True, slots=True)
class Deadline:
    """What was set: a day, or a number of working days."""

    kind: str
    day: date | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """A pause that is over: nothing was owed after ``since`` up to and with ``until``."""

    since: date
    until: date


def last_day(
    deadline: Deadline,
    received: date,
    calendar: Workdays,
    *,
    pauses: Sequence[Paused] = (),
    extended_to: date | None = None,
) -> date:
    """Give the last day in time. Each pause adds the working days that it took.

    ``extended_to`` takes the place of what was set; pauses before it was granted are in it and
    are not handed in.
    """
    due = (
        calendar.on_or_after(extended_to) if extended_to else _as_set(deadline, received, calendar)
    )
    paused = sum(calendar.between(one.since, one.until) for one in pauses)
    return calendar.after(due, paused) if paused else due


def _as_set(deadline: Deadline, received: date, calendar: Workdays) -> date:
    if deadline.kind == Kind.WITHIN:
        assert deadline.days is not None
        return calendar.after(received, deadline.days)
    assert deadline.day is not None
    if deadline.kind == Kind.BEFORE:
        return calendar.last_before(deadline.day)
    return calendar.on_or_after(deadline.day)
