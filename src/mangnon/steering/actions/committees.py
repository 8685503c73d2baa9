"""Acts on steering committees: set up by a decision, seated by office, ended."""

from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Office, Place
from mangnon.places.records import decided_first, end_before_start, said, there, working
from mangnon.steering import errors
from mangnon.steering.models import Committee, Member
from mangnon.text.sentence import Sentence

WRITE = "steering.write"
_DECISION = Sentence("Số quyết định", "The number of the decision")
_NAME = Sentence("Tên ban chỉ đạo", "The committee's name")
_POST = Sentence("Chức danh", "The post")
_COMMITTEE = Sentence("Ban chỉ đạo này", "This committee")


def set_up(
    place: Place,
    *,
    name: str,
    decision: str,
    decided_on: date,
    valid_from: date,
    warrant: Warrant,
) -> Committee:
    """Write down a committee. One that the place had is ended the day it begins."""
    warrant.demand(WRITE, [place.pk])
    there(place, valid_from)
    decided_first(decided_on, valid_from)
    with transaction.atomic():
        Place.objects.select_for_update().get(pk=place.pk)  # of two at once, one follows the other
        made = Committee(
            place=place, name=said(name, _NAME), decision=said(decision, _DECISION),
            decided_on=decided_on, valid_from=valid_from, simulated=is_simulated(warrant),
        )  # fmt: skip
        _replace(place, made)
        made.save()
        _record(warrant, "steering.set_up", made, decision=made.decision)
    return made


def seat(committee: Committee, office: Office, *, post: str, role: str, warrant: Warrant) -> Member:
    """Give a post of an office its seat; a committee has one head."""
    warrant.demand(WRITE, [committee.place_id])
    post = said(post, _POST)
    if not office.lives_on(clock.today()):  # a committee of long ago is written down today, too
        working(office, committee.valid_from)
    with transaction.atomic():
        held = _locked(committee)
        if role == Member.Role.HEAD and held.members.filter(role=role).exists():
            raise errors.head_already(held.name)
        if held.members.filter(office=office, post=post).exists():
            raise errors.seated_already(office.name_vi, post)
        made = Member.objects.create(committee=held, office=office, post=post, role=role)
        _record(warrant, "steering.seat", held, office=office.code, role=role)
    return made


def end_committee(
    committee: Committee, *, valid_to: date, decision: str, warrant: Warrant
) -> Committee:
    """End a committee by a decision; ``valid_to`` is the first day without it."""
    warrant.demand(WRITE, [committee.place_id])
    with transaction.atomic():
        held = _locked(committee)
        if held.valid_to is not None:
            raise errors.over(_COMMITTEE)
        if valid_to <= held.valid_from:
            raise end_before_start(valid_to, held.valid_from)
        held.valid_to, held.ended_by = valid_to, said(decision, _DECISION)
        held.save()
        _record(warrant, "steering.end_committee", held, decision=held.ended_by)
    return held


def _replace(place: Place, made: Committee) -> None:
    """End what stands at the place on the day the new one begins."""
    for old in Committee.objects.select_for_update().filter(place=place, valid_to__isnull=True):
        if made.valid_from <= old.valid_from:
            raise end_before_start(made.valid_from, old.valid_from)
        old.valid_to, old.ended_by = made.valid_from, made.decision
        old.save()


def _locked(committee: Committee) -> Committee:
    rows = Committee.objects.select_for_update(of=("self",)).select_related("place")
    return rows.get(pk=committee.pk)


def _record(warrant: Warrant, act: str, committee: Committee, **data: str) -> None:
    record(
        warrant, act, subject=f"steering.committee:{committee.uuid}",
        place_code=committee.place.code, data=data,
    )  # fmt: skip
