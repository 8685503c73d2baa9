"""What is asked of reports: the lines of one, those of a period, and what the records say."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mangnon.access.errors import NotHere
from mangnon.aggregates.judging import Verdict, judge
from mangnon.aggregates.models import Figure, Item, Report, ReportForm
from mangnon.aggregates.periods import approver_of
from mangnon.aggregates.states import State
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.periods import months_later
from mangnon.indicators.rollup import Rolled, RollKey, roll_up
from mangnon.places.models import Place


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid: what is asked, what was typed, what stood a year before, the verdict."""

    item: Item
    declared: Declaration
    figure: Figure | None
    earlier: Figure | None
    verdict: Verdict


def form_of(code: str) -> ReportForm:
    """Return a form; raises NotHere."""
    found = ReportForm.objects.filter(code=code).first()
    if found is None:
        raise NotHere
    return found


def report_at(form: ReportForm, place: Place, start: date) -> Report | None:
    """Return a place's report for a period, or None where nothing was begun."""
    rows = Report.objects.select_related("form", "place", "sent_by")
    return rows.filter(form=form, place=place, period_start=start).first()


def lines_of(form: ReportForm, place: Place, start: date) -> list[Line]:
    """Return every line of a report, judged."""
    items = list(form.items.select_related("indicator"))
    before = months_later(start, -12)
    found = Figure.objects.filter(
        item__in=items, report__place=place, report__period_start__in=(start, before)
    ).select_related("item__indicator", "report")
    by_day = {(one.item_id, one.report.period_start): one for one in found}
    return [line_of(item, by_day.get((item.pk, start)), by_day.get((item.pk, before)))
            for item in items]  # fmt: skip


def line_of(item: Item, figure: Figure | None, earlier: Figure | None) -> Line:
    """Return one line, judged."""
    declared = Declaration.from_dict(item.indicator.declaration)
    return Line(item, declared, figure, earlier, judge(item, declared, figure, earlier))


def counted_at(
    places: Sequence[Place], items: Iterable[Item], start: date
) -> dict[RollKey, Rolled]:
    """Return what the engine holds at places for a period, of every series, totals alone."""
    codes = [one.indicator.code for one in items]
    return dict(roll_up(places, indicators=codes, periods=(start, start)))


def recorded(
    counted: dict[RollKey, Rolled], item: Item, declared: Declaration, place_id: int, start: date
) -> Rolled | None:
    """Return what the records say of an item at a place; None where nothing is recorded."""
    if declared.records is None:
        return None
    return counted.get(RollKey(declared.code, declared.records.code, place_id, start))


def reported(
    counted: dict[RollKey, Rolled], item: Item, declared: Declaration, place_id: int, start: date
) -> Rolled | None:
    """Return what the approved reports say of an item at a place."""
    return counted.get(RollKey(declared.code, item.series, place_id, start))


def approved_of(form: ReportForm, start: date, places: Collection[int] | None) -> list[Report]:
    """Return the approved reports of a period that wait for their lock at some places' approver.

    None: everywhere.
    """
    rows = Report.objects.filter(form=form, period_start=start, state=State.APPROVED)
    found = list(rows.select_related("place").order_by("pk"))
    return [one for one in found if places is None or approver_of(one.place_id) in places]
