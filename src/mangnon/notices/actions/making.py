"""The reminders of a day: written down once each, before anything is sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties.calendar import workdays
from mangnon.duties.models import Assignment
from mangnon.notices.models import Letter, Notice, Stop
from mangnon.notices.receivers import Receivers
from mangnon.notices.rules import BEFORE, MISSED, Point, points

MAKE = "duties.give"  # who hands duties down has others reminded of them
_AT_ONCE = 2_000
_YOUNG = timedelta(days=7)  # what is older and was never sent is no news
Key = tuple[int, str, date, int]


@dataclass(frozen=True, slots=True)
class Made:
    """What a run wrote down: new reminders, and letters that wait to be sent."""

    notices: int = 0
    letters: int = 0


def make(*, warrant: Warrant) -> Made:
    """Write down the reminders that have come by today; a second run on a day adds nothing.

    Nothing is made on a day off. Each batch is one transaction: what was made before the machine
    stopped stands, and the rest follows with the next run.
    """
    warrant.demand(MAKE)
    today = clock.today()
    if not workdays(today).holds(today):
        return Made()
    receivers = Receivers()
    stopped = set(Stop.objects.values_list("user_id", "kind"))
    made = 0
    for batch in _batches(today):
        found = _notices(batch, today, receivers)
        wanted = [one for one in found if (one.user_id, str(one.kind)) not in stopped]
        made += _write(wanted, warrant)
    return Made(made, _put_into_letters(today, warrant) if settings.MAIL_WORKS else 0)


def _batches(today: date) -> Iterator[list[Assignment]]:
    """Yield what is owed and late, or due within the days of the earliest rule."""
    until = workdays(today).after(today, max(BEFORE))
    rows = Assignment.objects.filter(state__in=MISSED, due_on__lte=until)
    rows = rows.select_related("handing").order_by("pk")
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:_AT_ONCE]):
        last = batch[-1].pk
        yield batch


def _notices(batch: Sequence[Assignment], today: date, receivers: Receivers) -> Iterator[Notice]:
    # Many assignments of one handing share their days: what has come is found once for them all.
    come: dict[tuple[str, date, date], tuple[Point, ...]] = {}
    for held in batch:
        days = (held.state, held.due_on, held.received_on)
        if days not in come:
            calendar = workdays(today, around=held.due_on)
            come[days] = tuple(points(*days, today, calendar, settings.ESCALATE_AFTER))
        for point in come[days]:
            for user, place in receivers.of(held, point.kind):
                yield Notice(
                    assignment=held, user_id=user, place_id=place, kind=point.kind,
                    day=point.day, made_on=today, due_on=held.due_on,
                )  # fmt: skip


def _write(wanted: Sequence[Notice], warrant: Warrant) -> int:
    """Add those that are not there yet; another process that makes the same loses nothing."""
    with transaction.atomic():
        there = _there(wanted)
        new = [one for one in wanted if _key(one) not in there]
        if new:
            Notice.objects.bulk_create(new, batch_size=_AT_ONCE, ignore_conflicts=True)
            record(warrant, "notices.make", data={"notices": len(new)})
    return len(new)


def _key(one: Notice) -> Key:
    return (one.assignment_id, str(one.kind), one.day, one.user_id)


def _there(wanted: Sequence[Notice]) -> set[Key]:
    rows = Notice.objects.filter(assignment__in={one.assignment_id for one in wanted})
    return set(rows.values_list("assignment_id", "kind", "day", "user_id"))


def _put_into_letters(today: date, warrant: Warrant) -> int:
    """Put what is new and unread into one letter a person and day; return how many are new."""
    with transaction.atomic():
        loose = Notice.objects.filter(
            letter__isnull=True, read_at__isnull=True, made_on__gt=today - _YOUNG,
            user__is_active=True,
        ).exclude(user__email="")  # fmt: skip
        people = sorted(set(loose.order_by().values_list("user", flat=True)))
        there = {one.user_id: one for one in Letter.objects.filter(user__in=people, day=today)}
        new = [Letter(user_id=one, day=today) for one in people if one not in there]
        Letter.objects.bulk_create(new, ignore_conflicts=True)
        # One that was sent today already is closed: the rest waits for the next day's.
        open_now = Letter.objects.filter(user__in=people, day=today, state=Letter.State.WAITING)
        for letter in open_now.select_for_update():
            loose.filter(user=letter.user_id).update(letter=letter)
        if new:
            record(warrant, "notices.make", data={"letters": len(new)})
    return len(new)
