"""Taking a merger back: every row as it stood, and what was written since stays where it is."""

from collections.abc import Iterator

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.linkage.actions.holding import held_children
from mangnon.linkage.actions.journal import Back, put_back
from mangnon.linkage.actions.merging import recount, settle
from mangnon.linkage.actions.staging import JUDGE
from mangnon.linkage.errors import judged_already, moved_on
from mangnon.linkage.models import Candidate, Merger
from mangnon.register import identity
from mangnon.register.actions.changes import subject_of
from mangnon.register.actions.measurements import rescore
from mangnon.register.actions.touching import touch
from mangnon.register.models import Child, Circumstance, Measurement
from mangnon.register.queries import file_kept_at, places_lived, places_measured


def undo(merger: Merger, *, warrant: Warrant) -> Back:
    """Put back what a merger moved; the pair waits to be judged again.

    What was corrected since keeps its correction, in the file that it goes back to.
    """
    with transaction.atomic():
        rows = Merger.objects.select_for_update(of=("self",)).select_related("candidate")
        merger = rows.get(pk=merger.pk)
        kept, other = held_children(merger.kept_id, merger.merged_id)
        warrant.demand(JUDGE, [file_kept_at(kept), file_kept_at(other)])
        if merger.undone_on is not None:
            raise judged_already()
        if kept.merged_into_id is not None or other.data_key is None:
            raise moved_on()
        corrected = list(_papers_since(merger, kept))
        back = put_back(merger.journal)
        for spell, words in corrected:
            _seal(spell, other, words)
        if Measurement._meta.label in back.edited:
            rescore(other)
        merger.undone_on, merger.undone_by = clock.today(), warrant.actor
        merger.save(update_fields=["undone_on", "undone_by"])
        settle(merger.candidate, Candidate.State.WAITING, warrant)
        since = min(kept.birth_date, other.birth_date)
        for child in (kept, other):
            touch(child)
            data = {"candidate": str(merger.candidate.uuid), "moved": back.rows}
            record(warrant, "linkage.undo", subject=subject_of(child), data=data)
        lived = places_lived(kept, since) | places_lived(other, since)
        recount(lived, places_measured(kept) | places_measured(other), since)
    return back


def _papers_since(merger: Merger, kept: Child) -> Iterator[tuple[Circumstance, dict[str, str]]]:
    """Yield the spells whose paper was corrected since, with what it says now."""
    for note in merger.journal:
        if note["table"] != Circumstance._meta.label:
            continue
        spell = Circumstance.objects.filter(pk=note["row"], child=kept).first()
        if spell is None:
            continue
        words = {}
        for part in identity.PAPER_PARTS:
            blob = getattr(spell, f"evidence_{part}_sealed")
            told = note["after"].get(f"evidence_{part}_sealed")
            if blob is not None and told != {"sealed": bytes(blob).hex()}:
                words[part] = identity.open_words(kept, f"evidence_{part}", blob) or ""
        if words:
            yield spell, words


def _seal(spell: Circumstance, child: Child, words: dict[str, str]) -> None:
    sealed = {
        f"evidence_{part}_sealed": identity.seal_paper(child, part, text)
        for part, text in words.items()
    }
    Circumstance.objects.filter(pk=spell.pk).update(**sealed)
