"""Putting one file into another: both rows stay, what is counted moves, and all is noted."""

from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.marks import announce
from mangnon.linkage.actions.holding import held
from mangnon.linkage.actions.journal import Note, change
from mangnon.linkage.errors import two_deaths
from mangnon.linkage.models import Candidate, Merger
from mangnon.register import identity
from mangnon.register.actions import changes
from mangnon.register.actions.touching import touch
from mangnon.register.models import Birth, Child, Circumstance, Death
from mangnon.register.queries import places_lived, places_measured

MERGED = "merged"  # why a residence ended


def merge(candidate: Candidate, kept: Child, *, warrant: Warrant) -> Merger:
    """Put the other file of the pair into ``kept``; raises NotJudged, then nothing changed.

    The kept file's words on who and where the child is stand. What the other holds of weighings,
    circumstances, help and earlier homes comes to it; what both hold stays with the other row.
    """
    with transaction.atomic():
        candidate, first, second = held(candidate, warrant)
        kept, other = (first, second) if kept.pk == first.pk else (second, first)
        since = min(kept.birth_date, other.birth_date)
        places = places_lived(kept, since) | places_lived(other, since)
        weighed = places_measured(kept) | places_measured(other)
        notes: list[Note] = []
        _vital(kept, other, notes)
        _homes(kept, other, notes)
        _records(kept, other, notes)
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


def _vital(kept: Child, other: Child, notes: list[Note]) -> None:
    """Let a birth and a death on record come along; refuse two that differ."""
    for model, day in ((Birth, "born_on"), (Death, "died_on")):
        ours, theirs = (model.objects.filter(child=one).first() for one in (kept, other))
        if theirs is None:
            continue
        if ours is None:
            change(theirs, notes, child_id=kept.pk)
        elif getattr(ours, day) != getattr(theirs, day):
            raise two_deaths()
    if Death.objects.filter(child=kept).exists() and kept.home_id is not None:
        raise two_deaths()


def _homes(kept: Child, other: Child, notes: list[Note]) -> None:
    """Let earlier homes come along, up to where the kept file's own begin; close the rest."""
    begin = kept.residences.order_by("valid_from").values_list("valid_from", flat=True).first()
    for spell in other.residences.order_by("valid_from"):
        if begin is not None and spell.valid_from < begin:
            ends = min(spell.valid_to or begin, begin)
            reason = spell.end_reason if spell.valid_to == ends else "moved"
            change(spell, notes, child_id=kept.pk, valid_to=ends, end_reason=reason)
        elif spell.valid_to is None:
            ends = max(spell.valid_from, clock.today())
            change(spell, notes, valid_to=ends, end_reason=MERGED)


def _records(kept: Child, other: Child, notes: list[Note]) -> None:
    weighed = set(kept.measurements.values_list("measured_on", flat=True))
    for one in other.measurements.exclude(measured_on__in=weighed):
        change(one, notes, child_id=kept.pk)
    for spell in other.circumstances.all():
        if not _told_already(kept, spell):
            change(spell, notes, child_id=kept.pk, **_sealed_anew(kept, other, spell))
    had = set(kept.assistance.values_list("kind_id", "delivered_on"))
    for given in other.assistance.all():
        if (given.kind_id, given.delivered_on) not in had:
            change(given, notes, child_id=kept.pk)
    for rows in (other.plans.all(), other.reintegrations.all()):
        for row in rows:
            change(row, notes, child_id=kept.pk)


def _told_already(kept: Child, spell: Circumstance) -> bool:
    """Whether the kept file holds a spell of the same group that overlaps."""
    same = kept.circumstances.filter(group=spell.group_id)
    if spell.valid_to is not None:
        same = same.filter(valid_from__lt=spell.valid_to)
    return any(one.valid_to is None or one.valid_to > spell.valid_from for one in same)


def _sealed_anew(kept: Child, other: Child, spell: Circumstance) -> dict[str, bytes]:
    """Seal a paper's words under the key of the file they come to."""
    found = {}
    for part in identity.PAPER_PARTS:
        blob = getattr(spell, f"evidence_{part}_sealed")
        words = None if blob is None else identity.open_words(other, f"evidence_{part}", blob)
        if words is not None:
            found[f"evidence_{part}_sealed"] = identity.seal_paper(kept, part, words)
    return found
