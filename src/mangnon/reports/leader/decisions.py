"""The places and duties that wait for a decision: the longest overdue, and what was asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, zip_longest

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mangnon.duties.models import Assignment, Extension
from mangnon.duties.states import OWED, State
from mangnon.reports.queries import Places
from mangnon.ui.templatetags.mangnon_ui import named, page_language

MOST = 10
OVERDUE, EXTENSION, RETURNED, REPORTED = "overdue", "extension", "returned", "reported"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A kind of what waits: what it is called, and what is asked of the leader."""

    title: str | Promise
    asks: str | Promise


KINDS = {
    OVERDUE: Waiting(_("Quá hạn"), _("đôn đốc hoặc thu hồi")),
    EXTENSION: Waiting(_("Đề nghị gia hạn"), _("trả lời đề nghị")),
    RETURNED: Waiting(_("Trả lại hoặc hỏi lại"), _("giao lại hoặc trả lời")),
    REPORTED: Waiting(_("Chờ công nhận"), _("công nhận kết quả")),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One line: who, which duty, what it waits for, and how many days it waits or is overdue."""

    kind: Waiting
    who: str
    duty: str
    due_on: date
    days: int
    url: str


def decisions(places: Places, today: date) -> tuple[list[Decision], list[tuple[Waiting, int]]]:
    """Return the ten that wait longest, of every kind some; and how many of each kind wait.

    One question for all: each assignment waits for one thing, the first that applies.
    """
    rows = list(_longest(places, today))
    piles = {kind: [row for row in rows if row.waits == kind] for kind in KINDS}  # type: ignore[attr-defined]
    chosen = list(islice(_in_turn(piles.values()), MOST))
    found = [_line(row, today) for kind in KINDS for row in piles[kind] if row in chosen]
    counts = [(KINDS[kind], pile[0].of_kind if pile else 0) for kind, pile in piles.items()]  # type: ignore[attr-defined]
    return found, counts


def _longest(places: Places, today: date) -> Iterable[Assignment]:
    """Return the ten of each kind that wait longest, each with how many of its kind there are."""
    asked = Extension.objects.filter(assignment=OuterRef("pk"), answer=Extension.Answer.WAITING)
    kind = Case(
        When(Exists(asked), then=Value(EXTENSION)),
        When(state__in=(State.RETURNED, State.QUESTIONED), then=Value(RETURNED)),
        When(state=State.REPORTED, then=Value(REPORTED)),
        When(state__in=OWED, due_on__lt=today, then=Value(OVERDUE)),
        default=None,
        output_field=CharField(null=True),
    )
    found = Assignment.objects.filter(Q(state__in=OWED) | Q(state=State.REPORTED))
    if places is not None:
        found = found.filter(place__in=places)
    since = Coalesce(F("reported_on"), F("due_on"))
    order = [since, F("place__sort_key"), F("pk")]
    waiting = found.annotate(waits=kind).filter(waits__isnull=False)
    ranked = waiting.annotate(
        rank=Window(RowNumber(), partition_by=F("waits"), order_by=order),
        of_kind=Window(Count("pk"), partition_by=F("waits")),
    )
    named_rows = ranked.filter(rank__lte=MOST).select_related("place", "office", "handing__duty")
    return named_rows.order_by("rank")


def _in_turn(piles: Iterable[Sequence[Assignment]]) -> Iterable[Assignment]:
    """Yield the first of every pile, then the second of every pile, and so on."""
    for some in zip_longest(*piles):
        yield from (one for one in some if one is not None)


def _line(row: Assignment, today: date) -> Decision:
    since, duty = row.reported_on or row.due_on, row.handing.duty
    return Decision(
        kind=KINDS[row.waits],  # type: ignore[attr-defined]
        who=named(row.office or row.place),
        duty=duty.title_en if page_language() == "en" else duty.title_vi,
        due_on=row.due_on,
        days=max((today - since).days, 0),
        url=reverse("duties:assignment", args=[row.uuid]),
    )
