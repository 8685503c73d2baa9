"""How many views there were: in all, and by section."""

from datetime import date, timedelta
from functools import lru_cache
from time import monotonic
from typing import NamedTuple

from django.db.models import Q, Sum

from mangnon.visits.models import DayCount
from mangnon.visits.starting import visits_before

HELD = 10  # seconds for which a process shows what it read: views are written no more often


class SectionViews(NamedTuple):
    """The views of one section in the last 7, 30 and 365 days, and since they are counted."""

    section: str
    week: int
    month: int
    year: int
    ever: int


def total() -> int:
    """Return the counter's number: what the old site had reached, and everything since."""
    return visits_before() + (DayCount.objects.aggregate(views=Sum("count"))["views"] or 0)


def shown_total() -> int:
    """Return the number for a page, read at most once in ten seconds."""
    return _total_in(int(monotonic() // HELD))


@lru_cache(maxsize=1)
def _total_in(turn: int) -> int:
    return total()


def forget_shown() -> None:
    """Read the number anew when it is next shown."""
    _total_in.cache_clear()


def by_section(today: date) -> list[SectionViews]:
    """Return every section's views, the most read of the last 30 days first."""
    spans = {"week": 7, "month": 30, "year": 365}
    sums = {
        name: Sum("count", default=0, filter=Q(day__gt=today - timedelta(days=days)))
        for name, days in spans.items()
    }
    found = DayCount.objects.values("section").annotate(**sums, ever=Sum("count"))
    rows = map(SectionViews._make, found.values_list(*SectionViews._fields))
    return sorted(rows, key=lambda row: (-row.month, -row.ever, row.section))


def first_day() -> date | None:
    """Return the first day with a view, None before it."""
    return DayCount.objects.order_by("day").values_list("day", flat=True).first()
