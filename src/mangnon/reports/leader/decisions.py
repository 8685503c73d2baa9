"""The places and duties that wait for a decision: the longest overdue, and what was asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice, zip_longest

from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mangnon.access.work import counted
from mangnon.duties.models import Assignment, Extension
from mangnon.duties.states import OWED, State
from mangnon.reports.queries import Places
from mangnon.ui.templatetags.mangnon_ui import named

MOST = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """A kind of what waits: what it is called, what is asked of the leader, which rows."""

    title: str | Promise
    asks: str | Promise
    rows: Q
    since: str  # the field by which the longest comes first


KINDS = (
    Waiting(_("Quá hạn"), _("đôn đốc hoặc thu hồi"), Q(state__in=OWED), "due_on"),
    Waiting(
        _("Xin gia hạn"), _("trả lời đề nghị"),
        Q(extensions__answer=Extension.Answer.WAITING), "due_on",
    ),
    Waiting(
        _("Trả lại hoặc hỏi lại"), _("giao lại hoặc trả lời"),
        Q(state__in=(State.RETURNED, State.QUESTIONED)), "due_on",
    ),
    Waiting(_("Chờ công nhận"), _("công nhận kết quả"), Q(state=State.REPORTED), "reported_on"),
)  # fmt: skip
_OVERDUE = KINDS[0]


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: who, which duty, what it waits for and how many days."""

    kind: Waiting
    who: str
    duty: str
    place_id: int
    due_on: date
    days: int  # over the deadline, or since it was reported

    @property
    def is_over(self) -> bool:
        """Whether the days are days over the deadline."""
        return self.kind is not KINDS[-1]


def decisions(places: Places, today: date) -> tuple[list[Decision], list[tuple[Waiting, int]]]:
    """Return the ten that wait longest, of every kind some; and how many of each kind wait."""
    piles = [_pile(kind, places, today) for kind in KINDS]
    mixed = chain.from_iterable(zip_longest(*(list(_lines(k, p, today)) for k, p in piles)))
    seen: set[int] = set()
    found = list(islice(_once(mixed, seen), MOST))
    found.sort(key=lambda one: (KINDS.index(one.kind), -one.days))
    return found, [(kind, counted(pile)) for kind, pile in piles]


def _pile(kind: Waiting, places: Places, today: date) -> tuple[Waiting, QuerySet[Assignment]]:
    found = Assignment.objects.filter(kind.rows)
    if kind is _OVERDUE:
        found = found.filter(due_on__lt=today)
    return kind, found if places is None else found.filter(place__in=places)


def _lines(
    kind: Waiting, pile: QuerySet[Assignment], today: date
) -> Iterator[tuple[int, Decision]]:
    rows = pile.select_related("place", "office", "handing__duty")
    for one in rows.order_by(kind.since, "place__sort_key", "pk")[:MOST]:
        since = one.reported_on if kind is KINDS[-1] and one.reported_on else one.due_on
        yield (
            one.pk,
            Decision(
                kind=kind,
                who=named(one.office or one.place),
                duty=one.handing.duty.title_vi,
                place_id=one.place_id,
                due_on=one.due_on,
                days=max((today - since).days, 0),
            ),
        )


def _once(
    mixed: Sequence[tuple[int, Decision] | None] | Iterator[tuple[int, Decision] | None],
    seen: set[int],
) -> Iterator[Decision]:
    """Yield each assignment once: who asks for more time may be overdue, too."""
    for one in mixed:
        if one is not None and one[0] not in seen:
            seen.add(one[0])
            yield one[1]
