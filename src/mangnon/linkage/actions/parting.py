"""Saying that two files are two children's."""

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.linkage.actions.holding import held
from mangnon.linkage.actions.merging import settle
from mangnon.linkage.models import Candidate
from mangnon.register.actions.changes import subject_of


def part(candidate: Candidate, *, warrant: Warrant) -> None:
    """Note that they are two; the pair is not asked about again."""
    with transaction.atomic():
        candidate, first, second = held(candidate, warrant)
        settle(candidate, Candidate.State.PARTED, warrant)
        for child in (first, second):
            data = {"candidate": str(candidate.uuid)}
            record(warrant, "linkage.part", subject=subject_of(child), data=data)
