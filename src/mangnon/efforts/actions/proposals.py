"""Acts on policy proposals: each step from the stages that the table allows."""

from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.efforts import errors
from mangnon.efforts.models import Proposal, ProposalStep
from mangnon.efforts.states import TRANSITIONS, Stage
from mangnon.legislation.models import Document
from mangnon.places.models import Office
from mangnon.places.records import past, said, working
from mangnon.text.sentence import Sentence

WRITE = "efforts.write"
_TITLE = Sentence("Tên đề xuất", "The proposal's name")
_WORDS = Sentence("một câu nêu lý do", "a sentence that says why")
_NUMBER = Sentence("số nghị quyết, hoặc văn bản trong thư viện", "the resolution's number")


def propose(
    office: Office, *, title: str, begun_on: date, about: str = "", warrant: Warrant
) -> Proposal:
    """Write down what an office begins to study."""
    warrant.demand(WRITE, [office.place_id])
    working(office, begun_on)
    past(begun_on)
    with transaction.atomic():
        made = Proposal.objects.create(
            place=office.place, office=office, title=said(title, _TITLE), about=about.strip(),
            begun_on=begun_on, simulated=is_simulated(warrant),
        )  # fmt: skip
        subject = f"efforts.proposal:{made.uuid}"
        record(warrant, "efforts.propose", subject=subject, place_code=office.place.code)
    return made


def take(
    proposal: Proposal,
    act: str,
    *,
    words: str = "",
    document: Document | None = None,
    number: str = "",
    seen: int | None = None,
    warrant: Warrant,
) -> Proposal:
    """Take one step of the table; ``seen`` is the version that the person saw."""
    step = TRANSITIONS[act]
    if step.needs_words and not words.strip():
        raise errors.step_needs(step, _WORDS)
    if step.needs_number and document is None and not number.strip():
        raise errors.step_needs(step, _NUMBER)
    with transaction.atomic():
        rows = Proposal.objects.select_for_update(of=("self",)).select_related("place")
        held = rows.get(pk=proposal.pk)
        warrant.demand(WRITE, [held.place_id])
        if seen is not None and seen != held.version:
            raise errors.moved_meanwhile()
        if held.stage not in step.before:
            raise errors.not_from(step, Stage(held.stage).label)
        before, held.stage = held.stage, step.after
        held.version += 1
        if step.needs_number:
            held.document, held.number = document, number.strip()
        held.save()
        ProposalStep.objects.create(
            proposal=held, act=act, before=before, after=held.stage, day=clock.today(),
            by=warrant.actor, words=words.strip(),
        )  # fmt: skip
        record(
            warrant, f"efforts.{step.act}", subject=f"efforts.proposal:{held.uuid}",
            place_code=held.place.code, before={"stage": before}, after={"stage": held.stage},
        )  # fmt: skip
    return held
