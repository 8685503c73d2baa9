"""A locked figure is corrected by a restatement alone, which keeps the old one beside it."""

from django.db import transaction

from mangnon import clock
from mangnon.aggregates import errors
from mangnon.aggregates.actions.counting import count
from mangnon.aggregates.actions.filling import subject_of
from mangnon.aggregates.actions.saying import as_reason, told
from mangnon.aggregates.actions.stepping import KEEP, locked
from mangnon.aggregates.judging import judge
from mangnon.aggregates.models import Figure, Report, Restatement
from mangnon.aggregates.periods import approver_of
from mangnon.aggregates.states import TRANSITIONS, State
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.declaration import Declaration
from mangnon.text.numbers import format_number


def restate(
    report: Report, indicator: str, *, numerator: float, denominator: float, words: str,
    warrant: Warrant,
) -> Restatement:  # fmt: skip
    """Correct one figure of a locked report, from today on, saying why.

    Raises WrongStep where the report is not locked or the reason is missing, NotReady where the
    new numbers cannot be.
    """
    warrant.demand(KEEP, [approver_of(report.place_id)])
    with transaction.atomic():
        held = locked(report)
        if held.state != State.LOCKED:
            raise errors.not_from(TRANSITIONS["lock"], str(State(held.state).label))
        kept = told(words)
        if kept is None:
            raise errors.words_wanted()
        figures = Figure.objects.select_for_update(of=("self",)).filter(report=held)
        figure = figures.select_related("item__indicator").get(item__indicator__code=indicator)
        old = {"numerator": figure.numerator, "denominator": figure.denominator}
        if (figure.numerator, figure.denominator) == (numerator, denominator):
            raise errors.nothing_restated()
        made = Restatement(
            figure=figure, old_numerator=figure.numerator, old_denominator=figure.denominator,
            numerator=numerator, denominator=denominator, day=clock.today(), by=warrant.actor,
            told=kept,
        )  # fmt: skip
        _write(figure, numerator, denominator)
        made.save()
        count(held, [figure], warrant)
        record(
            warrant, "aggregates.restate", subject=subject_of(held), place_code=held.place.key,
            data={"indicator": indicator}, before=old,
            after={"numerator": numerator, "denominator": denominator}, reason=as_reason(kept),
        )  # fmt: skip
    return made


def _write(figure: Figure, numerator: float, denominator: float) -> None:
    figure.numerator, figure.denominator = numerator, denominator
    figure.typed_numerator = format_number(numerator, 0, "vi")
    figure.typed_denominator = format_number(denominator, 0, "vi")
    figure.version += 1
    declared = Declaration.from_dict(figure.item.indicator.declaration)
    verdict = judge(figure.item, declared, figure, None)
    if verdict.faults:
        raise errors.faults(list(verdict.faults))
    figure.save()
