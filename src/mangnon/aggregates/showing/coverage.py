"""Who has reported for a period, whole and in time: every place that owes, and in numbers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from mangnon import clock
from mangnon.aggregates.models import Report, ReportForm
from mangnon.aggregates.periods import due_on, last_day, owing
from mangnon.aggregates.states import COUNTED, SENT
from mangnon.indicators.periods import Period
from mangnon.places.tree import Tree
from mangnon.places.world import Unit


@dataclass(frozen=True, slots=True)
class Owed:
    """One place's report of a period; ``report`` None: nothing was begun."""

    unit: Unit
    district: Unit | None
    due: date
    report: Report | None
    filled: int = 0

    @property
    def sent(self) -> bool:
        """Whether it has come and was not returned."""
        return self.report is not None and self.report.state in SENT

    @property
    def in_time(self) -> bool:
        """Whether it first came no later than its last day."""
        first = None if self.report is None else self.report.first_sent_on
        return self.sent and first is not None and first <= self.due

    @property
    def counted(self) -> bool:
        """Whether its figures count."""
        return self.report is not None and self.report.state in COUNTED

    @property
    def missing(self) -> bool:
        """Whether it has not come, and the last day is over."""
        return not self.sent and self.due < clock.today()

    @property
    def days_late(self) -> int:
        """How many days it came, or is, after its last day."""
        if self.sent and self.report is not None:
            return self.report.late_by
        return max((clock.today() - self.due).days, 0)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The reports that are owed for one period at some places."""

    form: ReportForm
    period: Period
    items: int
    owed: tuple[Owed, ...]

    @property
    def sent(self) -> list[Owed]:
        """Those that came."""
        return [one for one in self.owed if one.sent]

    @property
    def in_time(self) -> list[Owed]:
        """Those that came in time."""
        return [one for one in self.owed if one.in_time]

    @property
    def late(self) -> list[Owed]:
        """Those that came late, the latest first."""
        late = [one for one in self.owed if one.sent and one.days_late]
        return sorted(late, key=lambda one: -one.days_late)

    @property
    def missing(self) -> list[Owed]:
        """Those that have not come though the day is over."""
        return [one for one in self.owed if one.missing]

    @property
    def counted(self) -> list[Owed]:
        """Those that are approved."""
        return [one for one in self.owed if one.counted]

    @property
    def due(self) -> date:
        """The last day in time."""
        return due_on(self.form, self.period)


def coverage(form: ReportForm, period: Period, places: Collection[int]) -> Coverage:
    """Count the reports of a period at the places that somebody reaches."""
    tree = Tree.on(min(last_day(period), clock.today()))
    here = [place for place in owing(period) if place in places]
    rows = Report.objects.filter(form=form, period_start=period.start).annotate(
        filled=Count("figures", filter=Q(figures__numerator__isnull=False)
                     & Q(figures__denominator__gt=0))
    )  # fmt: skip
    found = {one.place_id: one for one in rows}
    due = due_on(form, period)
    owed = tuple(
        Owed(tree.place(place), _above(tree, place), due, found.get(place),
             getattr(found.get(place), "filled", 0))
        for place in here
    )  # fmt: skip
    return Coverage(form, period, form.items.count(), owed)


def _above(tree: Tree, place: int) -> Unit | None:
    parent = tree.parent(place)
    return None if parent is None or parent == tree.root else tree.place(parent)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one period stands, in numbers, without reading every report."""

    period: Period
    due: date
    owed: int
    sent: int
    in_time: int
    counted: int
    waiting: int

    @property
    def is_late(self) -> bool:
        """Whether some have not come though the day is over."""
        return self.sent < self.owed and self.due < clock.today()


def standing(form: ReportForm, periods: list[Period], places: Collection[int]) -> list[Standing]:
    """Count every period of a form at some places, the newest first; one query."""
    states = Report.objects.filter(form=form).values_list(
        "period_start", "place", "state", "first_sent_on", "due_on"
    )
    by_period: dict[date, list[tuple[str, bool]]] = {}
    for start, place, state, first, due in states:
        if place in places:
            in_time = first is not None and first <= due
            by_period.setdefault(start, []).append((state, in_time))
    found = []
    for period in reversed(periods):
        rows = [row for row in by_period.get(period.start, []) if row[0] in SENT]
        owed = sum(place in places for place in owing(period))
        if owed:
            found.append(
                Standing(
                    period, last_day(period) + timedelta(days=form.due_days), owed, len(rows),
                    sum(in_time for _state, in_time in rows),
                    sum(state in COUNTED for state, _ in rows),
                    sum(state == "submitted" for state, _ in rows),
                )
            )  # fmt: skip
    return found
