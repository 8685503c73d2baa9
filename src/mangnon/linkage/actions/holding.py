"""Holding a pair and its two children for an act, and who may judge it."""

from mangnon.audit.warrants import Warrant
from mangnon.linkage.actions.staging import JUDGE
from mangnon.linkage.errors import judged_already, merged_elsewhere
from mangnon.linkage.models import Candidate
from mangnon.register.models import Child
from mangnon.register.queries import file_kept_at


def held_children(*ids: int) -> list[Child]:
    """Read children in the order asked, and hold them until the act ends."""
    rows = Child.objects.select_for_update(of=("self",)).select_related("data_key")
    found = {one.pk: one for one in rows.filter(pk__in=ids).order_by("pk")}
    return [found[pk] for pk in ids]


def held(candidate: Candidate, warrant: Warrant) -> tuple[Candidate, Child, Child]:
    """Hold a pair that is not merged, and demand the right where both files are kept.

    One that was parted may be judged again: who parted it may have been wrong.
    """
    one = Candidate.objects.select_for_update(of=("self",)).get(pk=candidate.pk)
    first, second = held_children(one.first_id, one.second_id)
    warrant.demand(JUDGE, [file_kept_at(first), file_kept_at(second)])
    if one.state == Candidate.State.MERGED:
        raise judged_already()
    for child in (first, second):
        if child.merged_into_id is not None or child.data_key is None:
            raise merged_elsewhere()
    return one, first, second
