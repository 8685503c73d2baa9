"""How long pairs are kept: until one of the two children is forgotten."""

from collections.abc import Sequence

from django.db.models import Q

from mangnon.lasting import eraser, personal
from mangnon.linkage.models import Candidate

personal(
    "linkage.Candidate",
    child="first second",
    plain="uuid score found_on state judged_by judged_on",
)
personal(
    "linkage.Merger",
    child="kept merged journal",
    plain="uuid candidate by merged_on undone_on undone_by",
)


@eraser
def forget_pairs(children: Sequence[int]) -> None:
    """Remove the pairs in which an erased child stands, with what their mergers moved."""
    Candidate.objects.filter(Q(first__in=children) | Q(second__in=children)).delete()
