"""What of a file comes to the one that is kept: records move, words about it are sealed anew.

Nothing is thrown away: what the kept file tells otherwise stays with the other row, which is there
for whoever looks, and for the day on which the merger is undone.
"""

from collections.abc import Iterator
from datetime import date

from mangnon import clock
from mangnon.linkage.actions.journal import Note, change, make, noted
from mangnon.linkage.errors import one_died, two_tell_otherwise
from mangnon.register import identity
from mangnon.register.actions.measurements import rescore
from mangnon.register.models import Birth, Child, Circumstance, Death, Guardian, Residence
from mangnon.register.particulars import earliest_birth
from mangnon.register.scores import INDICES
from mangnon.text.folding import fold

MERGED = "merged"  # why a residence ended
_SCORED = (*INDICES, "flagged")


def bring(kept: Child, other: Child, notes: list[Note]) -> None:
    """Bring everything; raises NotJudged where the two cannot be one child."""
    _vital(kept, other, notes)
    _who(kept, other, notes)
    _homes(kept, other, notes)
    _weighings(kept, other, notes)
    _circumstances(kept, other, notes)
    _help(kept, other, notes)


def _vital(kept: Child, other: Child, notes: list[Note]) -> None:
    """Let a birth and a death on record come along; refuse two that differ."""
    for model, day in ((Birth, "born_on"), (Death, "died_on")):
        ours, theirs = (model.objects.filter(child=one).first() for one in (kept, other))
        if theirs is None:
            continue
        if ours is None:
            change(theirs, notes, child_id=kept.pk)
        elif getattr(ours, day) != getattr(theirs, day):
            raise two_tell_otherwise()
    if kept.home_id is not None and Death.objects.filter(child=kept).exists():
        raise one_died()


def _who(kept: Child, other: Child, notes: list[Note]) -> None:
    """Let a number, a household of the same home and carers come where the kept file has none."""
    number = identity.open_document(other)
    if number and not identity.open_document(kept):
        change(kept, notes, document_sealed=identity.seal_words(kept, "document", number))
    if kept.household_id is None and other.household_id and kept.home_id == other.home_id:
        change(kept, notes, household_id=other.household_id)
    known = {fold(identity.open_guardian(one) or "") for one in kept.guardians.all()}
    for one in other.guardians.select_related("child__data_key").order_by("pk"):
        name, telephone = identity.open_guardian(one), identity.open_guardian_telephone(one)
        if name and fold(name) not in known:
            make(
                Guardian, notes, child_id=kept.pk, relation=one.relation,
                name_sealed=identity.seal_words(kept, "guardian", name),
                telephone_sealed=telephone
                and identity.seal_words(kept, "guardian_telephone", telephone),
            )  # fmt: skip


def _homes(kept: Child, other: Child, notes: list[Note]) -> None:
    """Copy homes of before and after the kept file's own; the other's open one ends today."""
    ours = list(kept.residences.order_by("valid_from"))
    theirs = list(other.residences.order_by("valid_from"))
    for spell in theirs:
        for first, last in _outside(spell, ours):
            make(
                Residence, notes, child_id=kept.pk, place_id=spell.place_id, kind=spell.kind,
                village_id=spell.village_id, valid_from=first, valid_to=last,
                end_reason=spell.end_reason if last == spell.valid_to else "moved",
            )  # fmt: skip
        if spell.valid_to is None:
            ends = max(spell.valid_from, clock.today())
            change(spell, notes, valid_to=ends, end_reason=MERGED)


def _outside(spell: Residence, ours: list[Residence]) -> Iterator[tuple[date, date | None]]:
    """Yield the parts of a spell that lie before the first of ours and after the last."""
    if not ours:
        yield spell.valid_from, spell.valid_to
        return
    begin, ends = ours[0].valid_from, ours[-1].valid_to
    if spell.valid_from < begin:
        yield spell.valid_from, min(spell.valid_to or begin, begin)
    if ends is not None and ours[-1].end_reason != "died":
        first = max(spell.valid_from, ends)
        if spell.valid_to is None or spell.valid_to > first:
            yield first, spell.valid_to


def _weighings(kept: Child, other: Child, notes: list[Note]) -> None:
    """Move weighings of days on which the kept file has none; their z-scores are its own."""
    weighed = set(kept.measurements.values_list("measured_on", flat=True))
    moved = [one for one in other.measurements.order_by("pk")
             if one.measured_on not in weighed and _in_life(kept, one.measured_on)]  # fmt: skip
    before = {one.pk: {name: getattr(one, name) for name in _SCORED} for one in moved}
    for one in moved:
        change(one, notes, child_id=kept.pk)
    rescore(kept)
    for one in kept.measurements.filter(pk__in=before).order_by("pk"):
        noted(one, notes, before[one.pk], {name: getattr(one, name) for name in _SCORED})


def _circumstances(kept: Child, other: Child, notes: list[Note]) -> None:
    for spell in other.circumstances.order_by("pk"):
        if not _told_already(kept, spell) and _in_life(kept, spell.valid_from):
            change(spell, notes, child_id=kept.pk, **papers(spell, other, kept))


def _help(kept: Child, other: Child, notes: list[Note]) -> None:
    had = set(kept.assistance.values_list("kind_id", "delivered_on"))
    for given in other.assistance.order_by("pk"):
        if (given.kind_id, given.delivered_on) not in had and _in_life(kept, given.delivered_on):
            change(given, notes, child_id=kept.pk)
    for rows in (other.plans.order_by("pk"), other.reintegrations.order_by("pk")):
        for row in rows:
            change(row, notes, child_id=kept.pk)


def papers(spell: Circumstance, whose: Child, to: Child) -> dict[str, bytes]:
    """Seal what a spell's paper says under the key of the file it comes to."""
    found = {}
    for part in identity.PAPER_PARTS:
        blob = getattr(spell, f"evidence_{part}_sealed")
        words = None if blob is None else identity.open_words(whose, f"evidence_{part}", blob)
        if words is not None:
            found[f"evidence_{part}_sealed"] = identity.seal_paper(to, part, words)
    return found


def _told_already(kept: Child, spell: Circumstance) -> bool:
    """Whether the kept file holds a spell of the same group that overlaps."""
    same = kept.circumstances.filter(group=spell.group_id)
    if spell.valid_to is not None:
        same = same.filter(valid_from__lt=spell.valid_to)
    return any(one.valid_to is None or one.valid_to > spell.valid_from for one in same)


def _in_life(kept: Child, day: date) -> bool:
    """Whether a day lies between the kept file's birth and death."""
    death = Death.objects.filter(child=kept).first()
    return earliest_birth(kept) <= day and (death is None or day <= death.died_on)
