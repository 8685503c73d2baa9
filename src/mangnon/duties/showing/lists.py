"""My list: what is due this week, what later, what waits for others, what is done."""

from datetime import timedelta
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.scope import tops
from mangnon.duties.models import Assignment, Extension
from mangnon.duties.states import OPEN, State

SOON = timedelta(days=7)
MOST = 50
_MINE = (State.HANDED, State.ACCEPTED)
_OTHERS = (State.QUESTIONED, State.RETURNED, State.WAITING, State.REPORTED)
_ASKS = (State.QUESTIONED, State.RETURNED, State.REPORTED)
_SHOWN = ("handing__duty__document", "handing__within", "place", "office")


class Pile(NamedTuple):
    """One part of the list."""

    title: str | Promise
    none: str | Promise
    rows: list[Assignment]
    more: bool


def held_here(leave: Leave) -> QuerySet[Assignment]:
    """Return what a person's own places hold: not what is held below them."""
    own = tops(leave.places, clock.today())
    return Assignment.objects.filter(place__in=own).select_related(*_SHOWN)


def mine(leave: Leave) -> list[Pile]:
    """Return the four piles of a person's list, the nearest day first."""
    held, soon = held_here(leave), clock.today() + SOON
    owed = held.filter(state__in=_MINE).order_by("due_on", "pk")
    done = held.filter(state=State.DONE).order_by(F("reported_on").desc(nulls_last=True), "-pk")
    return [
        _pile(_("Tuần này"), _("Không có việc nào đến hạn trong 7 ngày tới."),
              owed.filter(due_on__lte=soon)),
        _pile(_("Sau đó"), _("Không có việc nào khác đang thực hiện."),
              owed.filter(due_on__gt=soon)),
        _pile(_("Chờ cơ quan khác"), _("Không có việc nào đang chờ cơ quan khác."),
              held.filter(state__in=_OTHERS).order_by("due_on", "pk")),
        _pile(_("Đã hoàn thành"), _("Chưa có việc nào được công nhận."), done),
    ]  # fmt: skip


def due_soon(leave: Leave) -> QuerySet[Assignment]:
    """Return what a person's own places owe within a week, or owed before."""
    soon = clock.today() + SOON
    return held_here(leave).filter(state__in=_MINE, due_on__lte=soon)


def to_answer(leave: Leave) -> QuerySet[Assignment]:
    """Return what waits for the one who handed it down: questions, returns, reports, more time.

    Also what is owed at a place that is gone and left no heir: nobody there can move.
    """
    today = clock.today()
    own = tops(leave.places, today)
    asked = Extension.objects.filter(assignment=OuterRef("pk"), answer=Extension.Answer.WAITING)
    left = Q(state__in=OPEN, place__valid_to__lte=today)
    waits = Q(state__in=_ASKS) | Q(Exists(asked)) | left
    found = Assignment.objects.filter(waits, handing__within__in=own)
    return found.exclude(state=State.JOINED).select_related(*_SHOWN).order_by("due_on", "pk")


def _pile(title: str | Promise, none: str | Promise, rows: QuerySet[Assignment]) -> Pile:
    some = list(rows[: MOST + 1])
    return Pile(title, none, some[:MOST], len(some) > MOST)
