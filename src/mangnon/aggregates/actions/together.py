"""Many reports written at once as they were approved elsewhere: one entry of the trail for all."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.aggregates.actions.counting import total_of
from mangnon.aggregates.actions.filling import FILL
from mangnon.aggregates.actions.stepping import KEEP, take
from mangnon.aggregates.models import Figure, Item, Report, ReportForm, Step
from mangnon.aggregates.periods import check_owed, due_on
from mangnon.aggregates.queries import approved_of
from mangnon.aggregates.states import COUNTED, OPEN, State
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.actions import report_totals
from mangnon.places.models import Place
from mangnon.text.numbers import format_number

_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Whole:
    """One report as it was kept: its numbers by indicator, the days it was sent and approved."""

    place: Place
    start: date
    numbers: Mapping[str, tuple[int, int]]
    sent_on: date | None
    approved_on: date | None
    state: State


def write_together(form: ReportForm, wholes: Sequence[Whole], *, warrant: Warrant) -> int:
    """Write reports that are not there yet, all or none; what is approved is counted."""
    warrant.demand(FILL, [one.place.pk for one in wholes])
    items = {one.indicator.code: one for one in form.items.select_related("indicator")}
    with transaction.atomic():
        reports = Report.objects.bulk_create(
            (_report(form, one, warrant) for one in wholes), batch_size=_AT_ONCE
        )
        figures = [
            _figure(report, items[code], pair)
            for report, one in zip(reports, wholes, strict=True)
            for code, pair in one.numbers.items()
            if code in items
        ]
        Figure.objects.bulk_create(figures, batch_size=_AT_ONCE)
        sent = [one for one in reports if one.state not in OPEN]
        Step.objects.bulk_create(
            (_step(one, warrant) for one in sent), batch_size=_AT_ONCE
        )  # the last step alone is known of what was kept elsewhere
        counted = [one for one in figures if one.report.state in COUNTED]
        days = {one.pk: one.approved_on or clock.today() for one in reports}
        report_totals(
            (total_of(one.report, one, days[one.report_id]) for one in counted), warrant=warrant
        )
        data = {"reports": len(reports), "manifest": _digest(reports)}
        record(warrant, "aggregates.write_together", data=data)
    return len(reports)


def lock_together(form: ReportForm, start: date, *, warrant: Warrant) -> int:
    """Lock every approved report of a period whose approver the warrant covers; say how many.

    All or none, each by its own step.
    """
    warrant.demand(KEEP)
    with transaction.atomic():
        approved = approved_of(form, start, warrant.place_ids)
        for one in approved:
            take(one, "lock", warrant=warrant)
    return len(approved)


def _report(form: ReportForm, one: Whole, warrant: Warrant) -> Report:
    period = check_owed(form, one.place, one.start)
    return Report(
        form=form, place=one.place, period_start=one.start, state=one.state,
        due_on=due_on(form, period), first_sent_on=one.sent_on, sent_on=one.sent_on,
        sent_by=warrant.actor if one.sent_on else None, approved_on=one.approved_on,
    )  # fmt: skip


def _figure(report: Report, item: Item, pair: tuple[int, int]) -> Figure:
    return Figure(
        report=report, item=item, numerator=pair[0], denominator=pair[1], version=1,
        typed_numerator=format_number(pair[0], 0, "vi"),
        typed_denominator=format_number(pair[1], 0, "vi"),
    )  # fmt: skip


def _step(report: Report, warrant: Warrant) -> Step:
    act = {State.SUBMITTED: "submit", State.APPROVED: "approve"}.get(State(report.state), "lock")
    day = report.approved_on or report.sent_on or clock.today()
    return Step(report=report, act=act, after=report.state, day=day, by=warrant.actor)


def _digest(reports: Sequence[Report]) -> str:
    return hashlib.sha256("\n".join(str(one.uuid) for one in reports).encode()).hexdigest()
