"""Handing a duty down: one act, and an assignment for every place or office it goes to."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk.batches import write
from mangnon.clock.workdays import Workdays
from mangnon.duties import errors
from mangnon.duties.actions.publishing import publish
from mangnon.duties.calendar import workdays
from mangnon.duties.deadlines import Deadline, Kind, Paused, last_day
from mangnon.duties.models import Assignment, Duty, Handing, Step
from mangnon.duties.queries import handed_by
from mangnon.duties.states import OPEN, State
from mangnon.legislation.models import Document
from mangnon.places.models import Kind as PlaceKind
from mangnon.places.models import Office, Place
from mangnon.places.tree import Tree

GIVE = "duties.give"
MOST_DAYS = 1_000  # working days: four years
_AT_ONCE = 2_000
_KIND_OF = {Handing.Rule.DISTRICTS: PlaceKind.DISTRICT, Handing.Rule.COMMUNES: PlaceKind.COMMUNE}
Receiver = tuple[int, int | None]  # a place, and the office there where one is named


def put_duty(
    code: str, *, document: Document, lead: Office, title_vi: str, warrant: Warrant, **texts: Any
) -> Duty:
    """Write down what is asked, before anybody is asked; raises where the lead is closed."""
    warrant.demand(GIVE, [lead.place_id])
    _must_be_open(lead, clock.today())
    with transaction.atomic():
        supporting = texts.pop("supporting", ())
        duty = Duty(code=code, document=document, lead=lead, title_vi=title_vi, **texts)
        duty.full_clean(exclude=["supporting"])
        duty.save()
        duty.supporting.set(supporting)
        record(warrant, "duties.put_duty", subject=f"duties.duty:{duty.uuid}")
    return duty


def hand_down(
    duty: Duty,
    *,
    within: Place,
    rule: str,
    deadline: Deadline,
    received_on: date | None = None,
    offices: Sequence[Office] = (),
    held: Assignment | None = None,
    warrant: Warrant,
) -> Handing:
    """Hand a duty to every district or commune below a place, or to the offices named.

    ``held``: the assignment that is handed further, by who holds it and within its place; without
    it the duty begins here, which is for who leads it. Whole or not at all; raises WrongDeadline,
    WrongReceiver, WrongStep.
    """
    warrant.demand(GIVE, [within.pk, held.place_id if held else duty.lead.place_id])
    day = clock.today()
    _must_fit(rule, offices)
    received = received_on or day
    _must_be_a_deadline(deadline)
    due = last_day(deadline, received, workdays(day, around=received))
    if due < received:
        raise errors.before_receipt(due, received)
    with transaction.atomic():
        held = None if held is None else _handed_further(held, duty, within)
        handing = Handing(
            duty=duty, held=held, within=within, rule=rule, day=day, by=warrant.actor,
            deadline_kind=deadline.kind, deadline_day=deadline.day, deadline_days=deadline.days,
        )  # fmt: skip
        receivers = _named(offices, within, day) if offices else below(handing, day)
        _must_not_turn_back(handing, receivers)
        handing.save()
        publish(handing)
        made = assign(handing, receivers, received, due, "hand_down", warrant)
        data = {"rule": rule, "assignments": made, "due_on": due}
        record(
            warrant, "duties.hand_down", subject=f"duties.handing:{handing.uuid}",
            place_code=within.code, data=data,
        )  # fmt: skip
    return handing


def below(handing: Handing, day: date) -> list[Receiver]:
    """Return the places that the rule names on the map of a day; raises WrongReceiver for none."""
    tree, within = Tree.on(day), handing.within
    if within.pk not in tree:
        raise errors.not_on_the_map(within.name_vi, day)
    kind = _KIND_OF[Handing.Rule(handing.rule)]
    found = [one for one in tree.descendants(within.pk) if tree.place(one).kind == kind]
    if not found:
        raise errors.nobody_there(within.name_vi, day)
    return [(one, None) for one in found]


def assign(
    handing: Handing,
    receivers: Sequence[Receiver],
    received: date,
    due: date,
    act: str,
    warrant: Warrant,
) -> int:
    """Write an assignment and its first step for each receiver; return how many."""
    for first in range(0, len(receivers), _AT_ONCE):
        some = receivers[first : first + _AT_ONCE]
        places = [place for place, _ in some]
        ids = write(
            Assignment,
            {
                "uuid": [uuid4() for _ in some], "handing_id": handing.pk,
                "place_id": places, "first_place_id": places,
                "office_id": [office for _, office in some], "state": State.HANDED,
                "received_on": received, "due_on": due, "version": 0,
            },
        )  # fmt: skip
        write(
            Step,
            {
                "uuid": [uuid4() for _ in some], "assignment_id": list(ids), "act": act,
                "before": "", "after": State.HANDED, "day": clock.today(),
                "by_id": warrant.actor.pk, "numbers": "[]",
            },
        )  # fmt: skip
    return len(receivers)


def due_of(assignment: Assignment, calendar: Workdays) -> date:
    """Compute the last day in time again: from what was set, pauses, more time.

    More time that was granted holds what was paused before.
    """
    granted = assignment.extended_on or date.min
    pauses = [
        Paused(max(one.since, granted), one.until)
        for one in assignment.pauses.all()
        if one.until is not None and one.until > granted
    ]
    return last_day(
        assignment.handing.deadline, assignment.received_on, calendar,
        pauses=pauses, extended_to=assignment.extended_to,
    )  # fmt: skip


def _must_fit(rule: str, offices: Sequence[Office]) -> None:
    if (rule == Handing.Rule.OFFICES) != bool(offices):
        raise errors.offices_unclear()


def _handed_further(held: Assignment, duty: Duty, within: Place) -> Assignment:
    """Lock the assignment that is handed further; it is open, of this duty, and of this place."""
    rows = Assignment.objects.select_related("handing__held", "place")
    held = rows.select_for_update(of=("self",)).get(pk=held.pk)
    if held.state not in OPEN or held.handing.duty_id != duty.pk or held.place_id != within.pk:
        raise errors.not_to_be_handed_further()
    return held


def _named(offices: Sequence[Office], within: Place, day: date) -> list[Receiver]:
    """Return the offices as receivers; each stands at the place or below it."""
    tree = Tree.on(day)
    if within.pk not in tree:
        raise errors.not_on_the_map(within.name_vi, day)
    reached = {within.pk, *tree.descendants(within.pk)}
    for one in offices:
        _must_be_open(one, day)
        if one.place_id not in tree:
            raise errors.not_on_the_map(one.place.name_vi, day)
        if one.place_id not in reached:
            raise errors.out_of_reach(one.name_vi, within.name_vi)
    return [(one.place_id, one.pk) for one in offices]


def _must_be_open(office: Office, day: date) -> None:
    ended = office.valid_to is not None and office.valid_to <= day
    if ended or (office.valid_from is not None and office.valid_from > day):
        raise errors.office_closed(office.name_vi, day)


def _must_be_a_deadline(deadline: Deadline) -> None:
    counted = deadline.kind == Kind.WITHIN
    if deadline.kind not in Kind.values or counted != (deadline.day is None):
        raise errors.deadline_unclear()
    if counted and not 0 < (deadline.days or 0) <= MOST_DAYS:
        raise errors.deadline_unclear()


def _must_not_turn_back(handing: Handing, receivers: Sequence[Receiver]) -> None:
    """Refuse a circle: who handed a duty down does not receive it."""
    if handing.held is None:
        return
    above = {(handing.held.place_id, handing.held.office_id)}
    for one in handed_by(handing.held):
        if one.held is not None:
            above.add((one.held.place_id, one.held.office_id))
    for place, office in receivers:
        if (place, office) in above:
            raise errors.in_a_circle(Place.objects.get(pk=place).name_vi)
