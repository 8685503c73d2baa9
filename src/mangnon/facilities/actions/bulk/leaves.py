"""Many leaves at once."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches
from mangnon.facilities.actions.bulk import ends
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.models import Leave
from mangnon.text.sentence import Sentence

_BEFORE = Sentence(vi="Ngày bắt đầu nghỉ trước ngày nhận việc", en="A leave begins before the post")
_NO_LENGTH = Sentence(
    vi="Ngày trở lại không sau ngày bắt đầu nghỉ", en="A return is not after the leave's first day"
)


@dataclass(frozen=True, slots=True)
class LeavesBatch:
    """n leaves of posts (ids); ``valid_to``: the first day back, None while not known."""

    posts: Column
    valid_from: Column
    valid_to: Column = None


def add_leaves(batch: LeavesBatch, *, warrant: Warrant) -> range:
    """Write leaves. Raises WrongBatch; then nothing is written."""
    warrant.demand(WRITE)
    kept: dict[str, Column] = {
        "post_id": batch.posts,
        "valid_from": batch.valid_from,
        "valid_to": batch.valid_to,
    }
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    away, back = batches.days(batch.valid_from, count), batches.days(batch.valid_to, count)
    batches.refuse_rows(back <= away, _NO_LENGTH)
    with transaction.atomic():
        ids = batches.write(Leave, kept)
        written = Leave.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
        early = written.filter(Q(valid_from__lt=F("post__valid_from")))
        batches.refuse_any(early, _BEFORE, ids[0])
        ends.note(warrant, "add_leaves", count, kept)
        places = ends.places_of(written.values_list("post__facility_id", flat=True))
        ends.changed(warrant, ["stations"], places, batches.earliest(away))
    return ids
