"""Who is late and why: who still owes what after its day, what blocks, what was said last."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.duties.models import Assignment, Duty, Extension, Handing, Pause, Step
from mangnon.duties.queries import overdue, reached
from mangnon.duties.states import State
from mangnon.duties.witnesses import marks_of
from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.places.world import Unit

MOST = 50


@dataclass(frozen=True, slots=True)
class Late:
    """One assignment that is late: by how many days, what it waits for, what was said last."""

    held: Assignment
    days: int
    waits_for: str
    asked_for: str
    said: str
    said_on: date | None
    marks: tuple[str, ...] = ()  # what rooms above add


def overdue_within(leave: Leave, asked: dict[str, str]) -> QuerySet[Assignment]:
    """Return what is overdue within reach, narrowed by duty, lead office and level."""
    found = reached(leave).filter(overdue(clock.today()))
    if asked.get("duty"):
        found = found.filter(handing__duty__code=asked["duty"])
    if asked.get("lead"):
        found = found.filter(handing__duty__lead__code=asked["lead"])
    if asked.get("level"):
        found = found.filter(place__kind=asked["level"])
    return found


def page_of(found: QuerySet[Assignment], first: int) -> tuple[list[Late], bool]:
    """Return one page, the longest overdue first, and whether more follow."""
    related = ("handing__duty__document", "handing__duty__lead", "place", "office")
    some = list(
        found.select_related(*related).order_by("owed_until", "pk")[first : first + MOST + 1]
    )
    return _told(some[:MOST]), len(some) > MOST


def by_place(found: QuerySet[Assignment]) -> dict[int, int]:
    """Return how many are overdue at each place; one pass over the index."""
    return dict(found.order_by().values_list("place").annotate(Count("pk")))


def by_district(at: Mapping[int, int]) -> list[tuple[Unit, int]]:
    """Add up below each place under the root, the most first."""
    tree, counted = Tree.on(clock.today()), Counter[int]()
    for place, count in at.items():
        if place in tree:
            counted[tree.below_root(place)] += count
    return [(tree.place(one), count) for one, count in counted.most_common()]


def duties_of(leave: Leave) -> list[Duty]:
    """Return the duties of which something is overdue within reach, with their lead offices."""
    late = overdue_within(leave, {}).filter(handing=OuterRef("pk")).order_by()
    handings = Handing.objects.filter(Exists(late))
    return list(Duty.objects.filter(handings__in=handings).select_related("lead").distinct())


def levels() -> list[str]:
    """Return the levels at which duties are held on today's map."""
    tree = Tree.on(clock.today())
    return [kind for kind in (Kind.DISTRICT, Kind.COMMUNE) if tree.at_kind(kind)]


def _told(some: list[Assignment]) -> list[Late]:
    today, ids = clock.today(), [one.pk for one in some]
    latest = Step.objects.filter(assignment__in=ids, said__isnull=False).values("assignment")
    words = {
        step.assignment_id: step
        for step in Step.objects.filter(
            pk__in=latest.annotate(last=Max("pk")).values("last")
        ).select_related("said")
    }
    waits = {
        one.assignment_id: one.waits_for
        for one in Pause.objects.filter(assignment__in=ids, until__isnull=True).select_related(
            "waits_for"
        )
    }
    asked = {
        one.assignment_id: one
        for one in Extension.objects.filter(
            assignment__in=ids, answer=Extension.Answer.WAITING
        )
    }  # fmt: skip
    marks = marks_of(ids)
    return [_late(one, today, words.get(one.pk), waits.get(one.pk), asked.get(one.pk),
                  marks.get(one.pk, ())) for one in some]  # fmt: skip


def _late(
    held: Assignment, today: date, step: Step | None, waits_for: object, asked: Extension | None,
    marks: tuple[str, ...],
) -> Late:  # fmt: skip
    return Late(
        held=held,
        days=(today - held.due_on).days,
        waits_for=str(waits_for) if held.state == State.WAITING and waits_for else "",
        asked_for=f"{asked.until:%d/%m/%Y}" if asked else "",
        said=step.words if step else "",
        said_on=step.day if step else None,
        marks=marks,
    )
