"""How much falls due by a day under each declared term, or who says when, where no day does."""

from collections.abc import Callable
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef

from mangnon import clock
from mangnon.access.actions.sendings import KEPT_FOR
from mangnon.access.models import Counter, OneTimeCode, Sending, Session, Typed
from mangnon.lasting import TERMS
from mangnon.legislation.actions.posting import WAITS
from mangnon.legislation.actions.problems import KEPT
from mangnon.legislation.models import Message, Problem
from mangnon.register.models import Child, Household
from mangnon.retention.due import askings_due, children_due
from mangnon.text.sentence import Sentence

_OFFICE = Sentence("không định ngày: cơ quan quyết định", "no day: the office decides")
_READER = Sentence("không định ngày: người theo dõi quyết định", "no day: the follower decides")
_FILE = Sentence("không định ngày: theo hồ sơ của trẻ", "no day: with the child's file")


def due_by_term(day: date) -> dict[str, int | Sentence]:
    """Return of every declared term how many rows are due by the day; a sentence: no day ends it.

    Only counts: no name is opened.
    """
    return {code: _COUNTED[code](day) if code in _COUNTED else _no_day(code) for code in TERMS}


def _no_day(code: str) -> Sentence:
    return {"following": _READER, "counted": _FILE}.get(code, _OFFICE)


def _households(day: date) -> int:
    """Count the households with an address where, after the day, nobody with a file would live."""
    living = Child.objects.filter(household=OuterRef("pk"), data_key__isnull=False)
    staying = living.exclude(pk__in=children_due(day).values("pk"))
    return Household.objects.filter(~Exists(staying), data_key__isnull=False).count()


def _sessions(day: date) -> int:
    """Count what signing in and sending left behind, with an end that has passed."""
    moment = _begins(day)
    rows = (
        Session.objects.filter(expire_date__lt=moment),
        Counter.objects.filter(ends_at__lt=moment.timestamp()),
        OneTimeCode.objects.filter(expires_at__lt=moment),
        Sending.objects.filter(sent_at__lt=moment - 2 * KEPT_FOR),
        Typed.objects.filter(typed_at__lt=moment - KEPT_FOR),
    )
    return sum(one.count() for one in rows)


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=clock.ZONE)


_COUNTED: dict[str, Callable[[date], int]] = {
    "child": lambda day: children_due(day).count(),
    "household": _households,
    "asking": lambda day: askings_due(day).count(),
    "arriving": lambda day: Message.objects.filter(sent_at__lt=_begins(day) - WAITS).count(),
    "answered": lambda day: Problem.objects.filter(closed_on__lt=day - KEPT).count(),
    "session": _sessions,
}
