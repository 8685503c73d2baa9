"""Acts on inspections: writing one down, its findings, and the duty that a finding becomes."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions import hand_down, put_duty
from mangnon.duties.deadlines import Deadline
from mangnon.duties.models import Handing
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place
from mangnon.places.records import decided_first, in_order, past, said, there, working
from mangnon.places.tree import Tree
from mangnon.steering import errors
from mangnon.steering.models import Finding, Inspection
from mangnon.text.sentence import Sentence

WRITE, GIVE = "steering.write", "duties.give"
_SUBJECT = Sentence("Nội dung kiểm tra", "What is inspected")
_DECISION = Sentence("Số quyết định", "The number of the decision")
_WORDS = Sentence("Phát hiện", "The finding")
_CONCLUSION = Sentence("Kết luận", "The conclusion")
_TITLE = Sentence("Tên nhiệm vụ", "The duty's name")


def inspect(
    by: Office,
    place: Place,
    *,
    office: Office | None = None,
    subject: str,
    decision: str,
    decided_on: date,
    begun_on: date,
    ended_on: date | None = None,
    warrant: Warrant,
) -> Inspection:
    """Write down an inspection of a place, or of an office there. For who inspects."""
    warrant.demand(WRITE, [by.place_id])
    _fits(by, place, office, begun_on)
    decided_first(decided_on, begun_on)
    in_order(begun_on, ended_on)
    past(ended_on)
    with transaction.atomic():
        made = Inspection.objects.create(
            by=by, place=place, office=office, subject=said(subject, _SUBJECT),
            decision=said(decision, _DECISION), decided_on=decided_on, begun_on=begun_on,
            ended_on=ended_on, simulated=is_simulated(warrant),
        )  # fmt: skip
        _record(warrant, "steering.inspect", made, decision=made.decision)
    return made


def find(
    inspection: Inspection, *, words: str, recommendation: str = "", warrant: Warrant
) -> Finding:
    """Write down what was found; an inspection that has its conclusion takes nothing more."""
    warrant.demand(WRITE, [inspection.by.place_id])
    with transaction.atomic():
        held = _open(inspection)
        made = Finding.objects.create(
            inspection=held, words=said(words, _WORDS), recommendation=recommendation.strip()
        )
        _record(warrant, "steering.find", held)
    return made


def close_inspection(
    inspection: Inspection, *, ended_on: date, conclusion: str, warrant: Warrant
) -> Inspection:
    """Write the last day and the conclusion."""
    warrant.demand(WRITE, [inspection.by.place_id])
    with transaction.atomic():
        held = _open(inspection)
        in_order(held.begun_on, ended_on)
        past(ended_on)
        held.ended_on, held.conclusion = ended_on, said(conclusion, _CONCLUSION)
        held.save()
        _record(warrant, "steering.close_inspection", held)
    return held


def hand_finding(
    finding: Finding,
    *,
    document: Document,
    title: str,
    deadline: Deadline,
    offices: Sequence[Office] = (),
    warrant: Warrant,
) -> Finding:
    """Make a finding a duty of the office inspected, or of those named: whole or not at all.

    ``document`` is what orders it: the conclusion of the inspection, or the plan. Raises what the
    cascade raises.
    """
    inspection = finding.inspection
    warrant.demand(GIVE, [inspection.by.place_id])
    receivers = list(offices) or ([inspection.office] if inspection.office else [])
    with transaction.atomic():
        held = Finding.objects.select_for_update(of=("self",)).get(pk=finding.pk)
        if held.duty is not None:
            raise errors.handed_already(held.duty.title_vi)
        if not receivers:
            raise errors.nobody_to_hand_to(inspection.place.name_vi)
        held.duty = put_duty(
            f"kt-{held.uuid.hex[:12]}", document=document, lead=inspection.by,
            title_vi=said(title, _TITLE), title_en=title.strip(), original_not_held=True,
            as_printed_vi=held.words, result_vi=held.recommendation, warrant=warrant,
        )  # fmt: skip
        hand_down(
            held.duty, within=inspection.by.place, rule=Handing.Rule.OFFICES, deadline=deadline,
            offices=receivers, warrant=warrant,
        )  # fmt: skip
        held.save()
        _record(warrant, "steering.hand_finding", inspection, duty=held.duty.title_vi)
    return held


def _fits(by: Office, place: Place, office: Office | None, day: date) -> None:
    """Who inspects and what is inspected exist on the day, the office at or below the place."""
    there(place, day)
    working(by, day)
    if office is None:
        return
    working(office, day)
    tree = Tree.on(day)
    if office.place_id not in {place.pk, *tree.descendants(place.pk)}:
        raise errors.office_elsewhere(office.name_vi, place.name_vi)


def _open(inspection: Inspection) -> Inspection:
    rows = Inspection.objects.select_for_update(of=("self",)).select_related("place", "by")
    held = rows.get(pk=inspection.pk)
    if held.conclusion:
        raise errors.over(Sentence("Cuộc kiểm tra này", "This inspection"))
    return held


def _record(warrant: Warrant, act: str, inspection: Inspection, **data: str) -> None:
    record(
        warrant, act, subject=f"steering.inspection:{inspection.uuid}",
        place_code=inspection.place.code, data=data,
    )  # fmt: skip
