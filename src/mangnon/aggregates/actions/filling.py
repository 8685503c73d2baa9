"""Typing a line of a report: kept as it is typed, right or wrong, and judged beside."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mangnon.aggregates import errors
from mangnon.aggregates.judging import number_typed
from mangnon.aggregates.models import Figure, Item, Report, ReportForm
from mangnon.aggregates.periods import check_owed, due_on
from mangnon.aggregates.states import OPEN, State
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place

FILL = "aggregates.fill"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the two fields of a line. ``seen``: the version the page showed."""

    numerator: str
    denominator: str
    seen: int = 0


def type_figure(
    form: ReportForm, place: Place, start: date, item: Item, typed: Typed, *, warrant: Warrant
) -> Figure:
    """Keep a line of a place's report; the first one begins it. The same again changes nothing.

    Raises NotOwed, WrongStep where the report is sent, Outdated where somebody else wrote the line.
    """
    warrant.demand(FILL, [place.pk])
    with transaction.atomic():
        report = begun(form, place, start)
        if report.state not in OPEN:
            raise errors.closed(str(State(report.state).label))
        figure = Figure.objects.filter(report=report, item=item).first()
        held = figure or Figure(report=report, item=item)
        numerator, denominator = typed.numerator.strip()[:24], typed.denominator.strip()[:24]
        if (held.typed_numerator, held.typed_denominator) == (numerator, denominator):
            return held
        if held.version != typed.seen:
            raise errors.moved_meanwhile()
        before = _numbers(held)
        held.typed_numerator, held.typed_denominator = numerator, denominator
        held.numerator = number_typed(numerator)[0]
        held.denominator = number_typed(denominator)[0]
        held.version += 1
        held.save()
        record(
            warrant, FILL, subject=subject_of(report), place_code=place.key,
            data={"indicator": item.indicator.code}, before=before, after=_numbers(held),
        )  # fmt: skip
    return held


def begun(form: ReportForm, place: Place, start: date) -> Report:
    """Return a place's report, locked; begin it where there is none yet. Raises NotOwed."""
    period = check_owed(form, place, start)
    where = {"form": form, "place": place, "period_start": start}
    Report.objects.get_or_create(**where, defaults={"due_on": due_on(form, period)})
    return Report.objects.select_for_update().get(**where)


def subject_of(report: Report) -> str:
    """Name a report as entries do."""
    return f"aggregates.report:{report.uuid}"


def _numbers(figure: Figure) -> dict[str, float | None]:
    return {"numerator": figure.numerator, "denominator": figure.denominator}
