"""Naming a meeting as the proof of an assignment, with the plan that its level issued."""

from django.db import transaction

from mangnon import clock
from mangnon.attachments.actions import keep
from mangnon.audit.warrants import Warrant
from mangnon.duties.models import Assignment
from mangnon.duties.states import State
from mangnon.meetings import errors
from mangnon.meetings.actions.notes import HOLD, locked, note
from mangnon.meetings.details import Plan
from mangnon.meetings.models import Meeting, Proof

_CLOSED = (State.WITHDRAWN, State.JOINED)


def prove(meeting: Meeting, assignment: Assignment, plan: Plan, *, warrant: Warrant) -> Proof:
    """Name a meeting that took place as the proof of an assignment of its own place.

    Raises WrongState, WrongProof, WrongFile; then nothing is written.
    """
    _must_be_a_plan(plan)
    with transaction.atomic():
        held = locked(meeting, warrant)
        rows = Assignment.objects.select_related("place", "office", "handing__duty")
        owed = rows.select_for_update(of=("self",)).get(pk=assignment.pk)
        _must_prove(held, owed)
        file = None if plan.file is None else keep(plan.file, act=HOLD, warrant=warrant)
        proof = Proof.objects.create(
            meeting=held, assignment=owed, place=held.place, plan=plan.document,
            plan_number=plan.number.strip(), plan_issued_on=plan.issued_on, plan_file=file,
            named_on=clock.today(), by=warrant.actor,
        )  # fmt: skip
        data = {"duties.assignment": str(owed.uuid), "plan": plan.number.strip()}
        note("meetings.prove", held, warrant, data)
    return proof


def take_back(proof: Proof, *, warrant: Warrant) -> None:
    """Take a proof back, where it was named by mistake; the file of its plan stays kept."""
    with transaction.atomic():
        held = locked(proof.meeting, warrant)
        data = {"duties.assignment": str(proof.assignment.uuid), "plan": proof.plan_number}
        Proof.objects.filter(pk=proof.pk).delete()
        note("meetings.take_back_proof", held, warrant, data)


def _must_be_a_plan(plan: Plan) -> None:
    if plan.document is None and (not plan.number.strip() or plan.issued_on is None):
        raise errors.plan_wanted()
    if plan.issued_on is not None and plan.issued_on > clock.today():
        raise errors.plan_of_tomorrow(plan.issued_on)


def _must_prove(meeting: Meeting, owed: Assignment) -> None:
    if meeting.concluded_on is None:
        raise errors.not_concluded()
    if owed.state in _CLOSED:
        raise errors.no_longer_owed(State(owed.state).label)
    if meeting.place_id not in places_of(owed):
        raise errors.another_place(meeting.place.name_vi, owed.place.name_vi)
    if owed.office is not None and owed.office_id not in offices_of(meeting):
        raise errors.another_office(owed.office.name_vi)
    if meeting.last_day < owed.received_on:
        raise errors.before_receipt(meeting.last_day, owed.received_on)
    if meeting.proofs.filter(assignment=owed).exists():
        raise errors.proved_already()


def places_of(owed: Assignment) -> set[int]:
    """Return where an assignment is held, and where it and what joined it was held before."""
    joined = owed.joined.values_list("first_place_id", flat=True)
    return {owed.place_id, owed.first_place_id, *joined}


def offices_of(meeting: Meeting) -> set[int]:
    """Return the offices that hold a meeting."""
    found = set(meeting.holders.values_list("office_id", flat=True))
    return found | ({meeting.office_id} if meeting.office_id is not None else set())
