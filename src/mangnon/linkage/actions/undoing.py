"""Taking a merger back: every row as it stood, and what was written since stays where it is."""

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.linkage.actions.holding import held_children
from mangnon.linkage.actions.journal import put_back
from mangnon.linkage.actions.merging import recount, settle
from mangnon.linkage.actions.staging import JUDGE
from mangnon.linkage.errors import judged_already, moved_on
from mangnon.linkage.models import Candidate, Merger
from mangnon.register.actions.changes import subject_of
from mangnon.register.actions.touching import touch
from mangnon.register.queries import file_kept_at, places_lived, places_measured


def undo(merger: Merger, *, warrant: Warrant) -> int:
    """Put back what a merger moved; return how many rows. The pair waits to be judged again."""
    with transaction.atomic():
        rows = Merger.objects.select_for_update(of=("self",)).select_related("candidate")
        merger = rows.get(pk=merger.pk)
        kept, other = held_children(merger.kept_id, merger.merged_id)
        warrant.demand(JUDGE, [file_kept_at(kept), file_kept_at(other)])
        if merger.undone_on is not None:
            raise judged_already()
        if kept.merged_into_id is not None or other.data_key is None:
            raise moved_on()
        back = put_back(merger.journal)
        merger.undone_on, merger.undone_by = clock.today(), warrant.actor
        merger.save(update_fields=["undone_on", "undone_by"])
        settle(merger.candidate, Candidate.State.WAITING, warrant)
        since = min(kept.birth_date, other.birth_date)
        for child in (kept, other):
            touch(child)
            data = {"candidate": str(merger.candidate.uuid), "moved": back}
            record(warrant, "linkage.undo", subject=subject_of(child), data=data)
        lived = places_lived(kept, since) | places_lived(other, since)
        recount(lived, places_measured(kept) | places_measured(other), since)
    return back
