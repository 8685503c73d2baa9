"""Many people in post; and the ends of many posts."""

from dataclasses import dataclass

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, update_columns
from mangnon.bulk.columns import plain
from mangnon.facilities.actions.bulk import ends
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.models import Post
from mangnon.text.sentence import Sentence

_HIRED = Sentence(vi="Ngày nhận việc", en="The first day in post")
_LEFT = Sentence(vi="Ngày nghỉ việc", en="The day of leaving the post")
_NOT_OPEN = Sentence(
    vi="Vị trí không có hoặc đã kết thúc", en="A post does not exist or has ended already"
)


@dataclass(frozen=True, slots=True)
class PostsBatch:
    """n posts: ids of facilities and titles; ``shares`` of time, 1 for the whole."""

    facilities: Column
    staff_numbers: Column
    titles: Column
    valid_from: Column
    valid_to: Column = None
    contracts: Column = "permanent"
    shares: Column = 1.0
    away_from: Column = None
    away_to: Column = None


@dataclass(frozen=True, slots=True)
class PostEndsBatch:
    """The ends of n open posts, by the posts' ids."""

    posts: Column
    valid_to: Column


def add_posts(batch: PostsBatch, *, warrant: Warrant) -> range:
    """Write posts. Raises WrongBatch; then nothing is written."""
    warrant.demand(WRITE)
    kept: dict[str, Column] = {
        "facility_id": batch.facilities,
        "staff_number": batch.staff_numbers,
        "title_id": batch.titles,
        "contract": batch.contracts,
        "share_of_time": batch.shares,
        "valid_from": batch.valid_from,
        "valid_to": batch.valid_to,
        "away_from": batch.away_from,
        "away_to": batch.away_to,
    }
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    hired = batches.days(batch.valid_from, count)
    batches.refuse_future(_HIRED, hired)
    batches.refuse_future(_LEFT, batches.days(batch.valid_to, count))
    with transaction.atomic():
        ids = batches.write(Post, kept)
        ends.note(warrant, "add_posts", count, kept)
        written = Post.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
        places = ends.places_of(written.values_list("facility_id", flat=True))
        ends.changed(warrant, ["stations"], places, batches.earliest(hired))
    return ids


def end_posts(batch: PostEndsBatch, *, warrant: Warrant) -> int:
    """Close open posts. Raises WrongBatch; then nothing is written."""
    warrant.demand(WRITE)
    kept: dict[str, Column] = {"id": batch.posts, "valid_to": batch.valid_to}
    count = batches.length_of(kept)
    if count == 0:
        return 0
    left = batches.days(batch.valid_to, count)
    batches.refuse_future(_LEFT, left)
    with transaction.atomic():
        done = update_columns(
            Post, {"id": batch.posts}, {"valid_to": batch.valid_to}, only="valid_to IS NULL"
        )
        if done != count:
            raise batches.bad_rows(count - done, "?", _NOT_OPEN)
        ends.note(warrant, "end_posts", count, kept)
        wanted = set(plain(batch.posts))
        whose = Post.objects.values_list("pk", "facility_id")
        places = ends.places_of(facility for post, facility in whose if post in wanted)
        ends.changed(warrant, ["stations"], places, batches.earliest(left))
    return done
