"""What the government announces of a year's working days; open deadlines are counted again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions.handing import due_of
from mangnon.duties.calendar import workdays
from mangnon.duties.models import Assignment, SpecialDay
from mangnon.duties.states import OPEN
from mangnon.places.tree import Tree

EDIT = "duties.calendar"
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Announced:
    """A day off, or one worked in exchange."""

    day: date
    is_off: bool
    name_vi: str
    name_en: str


def announce_days(
    days: Sequence[Announced], *, announced_on: date, basis: str = "", warrant: Warrant
) -> int:
    """Write announced days, and count the open deadlines again; return how many moved."""
    warrant.demand(EDIT, [Tree.on(clock.today()).root])
    with transaction.atomic():
        for one in days:
            SpecialDay.objects.update_or_create(
                day=one.day,
                defaults={
                    "is_off": one.is_off, "announced_on": announced_on, "basis": basis,
                    "name_vi": one.name_vi, "name_en": one.name_en,
                },
            )  # fmt: skip
        moved = count_again()
        data = {"days": len(days), "announced_on": announced_on, "moved": moved}
        record(warrant, "duties.announce_days", data=data)
    return moved


def count_again() -> int:
    """Compute every open deadline from today's calendar; a pause counts by the same days."""
    today = clock.today()
    rows = Assignment.objects.filter(state__in=OPEN).select_for_update(of=("self",))
    calendars = {}
    moved = []
    rows = rows.select_related("handing").prefetch_related("pauses").order_by("pk")
    for held in rows.iterator(chunk_size=_AT_ONCE):
        year = held.due_on.year
        if year not in calendars:
            calendars[year] = workdays(today, around=held.due_on)
        due = due_of(held, calendars[year])
        if due != held.due_on:
            held.due_on, held.version = due, held.version + 1
            moved.append(held)
    Assignment.objects.bulk_update(moved, ["due_on", "version"], batch_size=_AT_ONCE)
    return len(moved)
