"""Putting one file into another: both rows stay, what is counted moves, and all is noted."""

from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.marks import announce
from mangnon.linkage.actions.bringing import bring
from mangnon.linkage.actions.holding import held
from mangnon.linkage.actions.journal import Note, change
from mangnon.linkage.models import Candidate, Merger
from mangnon.register.actions import changes
from mangnon.register.actions.touching import touch
from mangnon.register.models import Child
from mangnon.register.queries import places_lived, places_measured


def merge(candidate: Candidate, kept: Child, *, warrant: Warrant) -> Merger:
    """Put the other file of the pair into ``kept``; raises NotJudged, then nothing changed.

    The kept file's words on who and where the child is stand; what it lacks of the other's comes
    to it (``bringing``). What both hold stays with the other row.
    """
    with transaction.atomic():
        candidate, first, second = held(candidate, warrant)
        kept, other = (first, second) if kept.pk == first.pk else (second, first)
        since = min(kept.birth_date, other.birth_date)
        places = places_lived(kept, since) | places_lived(other, since)
        weighed = places_measured(kept) | places_measured(other)
        notes: list[Note] = []
        bring(kept, other, notes)
        change(other, notes, merged_into_id=kept.pk)
        made = Merger.objects.create(
            candidate=candidate, kept=kept, merged=other, by=warrant.actor,
            merged_on=clock.today(), journal=notes,
        )  # fmt: skip
        settle(candidate, Candidate.State.MERGED, warrant)
        touch(other)
        touch(kept)
        for child in (kept, other):
            data = {"into": str(kept.uuid), "moved": len(notes), "candidate": str(candidate.uuid)}
            record(warrant, "linkage.merge", subject=changes.subject_of(child), data=data)
        recount(places, weighed, since)
    return made


def settle(candidate: Candidate, state: str, warrant: Warrant) -> None:
    """Write down how a pair was judged, by whom."""
    candidate.state, candidate.judged_by = state, warrant.actor
    candidate.judged_on = clock.today()
    candidate.save(update_fields=["state", "judged_by", "judged_on"])


def recount(places: set[int], weighed: set[int], since: date) -> None:
    """Have counted anew wherever either of the two ever counted."""
    announce(changes.LIVING, places, since)
    if weighed:
        announce(["measured"], weighed, since)
