"""Acts on measures and their money."""

from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.efforts import errors
from mangnon.efforts.models import BudgetLine, Measure
from mangnon.places.models import Office, Place
from mangnon.places.records import said, there, working
from mangnon.programme.models import Task
from mangnon.text.sentence import Sentence

WRITE = "efforts.write"
MOST = 1_000_000_000_000_000  # đồng: a thousand times what a province spends in a year
_TITLE = Sentence("Tên biện pháp", "The measure's name")


def add_measure(
    task: Task,
    place: Place,
    *,
    office: Office,
    title: str,
    from_year: int,
    to_year: int | None = None,
    result: str = "",
    warrant: Warrant,
) -> Measure:
    """Write down what is done for a task at a place."""
    warrant.demand(WRITE, [place.pk])
    if to_year is not None and to_year < from_year:
        raise errors.years_turned(to_year, from_year)
    begun = min(date(from_year, 12, 31), clock.today())
    there(place, begun)
    working(office, begun)
    with transaction.atomic():
        made = Measure.objects.create(
            task=task, place=place, office=office, title=said(title, _TITLE),
            from_year=from_year, to_year=to_year, result=result.strip(),
            simulated=is_simulated(warrant),
        )  # fmt: skip
        _record(warrant, "efforts.add_measure", made)
    return made


def set_budget(
    measure: Measure,
    *,
    year: int,
    source: str,
    planned: int,
    given: int,
    spent: int,
    note: str = "",
    warrant: Warrant,
) -> BudgetLine:
    """Write what was planned, given and spent in a year from a source, in place of what was."""
    warrant.demand(WRITE, [measure.place_id])
    if not measure.from_year <= year <= (measure.to_year or year):
        raise errors.year_outside(year, measure.title)
    money = {"planned": planned, "given": given, "spent": spent}
    if min(money.values()) < 0:
        raise errors.below_nothing()
    if max(money.values()) > MOST:
        raise errors.too_much(MOST)
    if spent > given and not note.strip():
        raise errors.spent_above_given(spent, given)
    with transaction.atomic():
        rows = BudgetLine.objects.select_for_update()
        old = rows.filter(measure=measure, year=year, source=source).first()
        before = {name: getattr(old, name) for name in money} if old else {}
        line = old or BudgetLine(measure=measure, year=year, source=BudgetLine.Source(source))
        line.planned, line.given, line.spent, line.note = planned, given, spent, note.strip()
        line.save()
        data = {"year": year, "source": source}
        record(
            warrant, "efforts.set_budget", subject=f"efforts.measure:{measure.uuid}",
            place_code=measure.place.code, data=data, before=before, after=money,
        )  # fmt: skip
    return line


def _record(warrant: Warrant, act: str, measure: Measure) -> None:
    subject = f"efforts.measure:{measure.uuid}"
    record(warrant, act, subject=subject, place_code=measure.place.code)
