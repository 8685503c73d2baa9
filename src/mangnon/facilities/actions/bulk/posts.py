"""Many people in post; and the ends of many posts."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, Q, QuerySet

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, update_columns
from mangnon.bulk.columns import plain
from mangnon.facilities.actions.bulk import ends
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.models import Post
from mangnon.facilities.shares import WHOLE, most_time
from mangnon.text.sentence import Sentence

_HIRED = Sentence(vi="Ngày nhận việc", en="The first day in post")
_LEFT = Sentence(vi="Ngày thôi làm", en="The day of leaving the post")
_NOT_WORKING = Sentence(
    vi="Cơ sở không hoạt động trong những ngày đó", en="The facility was not open on those days"
)
_SHARE = Sentence(
    vi="Tỷ lệ thời gian phải trên 0 và không quá 1",
    en="A share of time must be above 0 and at most 1",
)
_TITLE = Sentence(
    vi="Chức danh không có hiệu lực vào ngày nhận việc",
    en="A title is not in force on the first day in post",
)
_TWICE = Sentence(
    vi="Một người giữ hơn một vị trí toàn thời gian cùng lúc",
    en="A person holds more than one whole post at a time",
)
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


@dataclass(frozen=True, slots=True)
class PostEndsBatch:
    """The ends of n open posts, by the posts' ids."""

    posts: Column
    valid_to: Column


def add_posts(batch: PostsBatch, *, warrant: Warrant) -> range:
    """Write posts; nobody holds more than one whole post at a time.

    Raises WrongBatch; then nothing is written.
    """
    warrant.demand(WRITE)
    kept: dict[str, Column] = {
        "facility_id": batch.facilities,
        "staff_number": batch.staff_numbers,
        "title_id": batch.titles,
        "contract": batch.contracts,
        "share_of_time": batch.shares,
        "valid_from": batch.valid_from,
        "valid_to": batch.valid_to,
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
        _judge(written, ids[0])
        places = ends.places_of(written.values_list("facility_id", flat=True))
        ends.changed(warrant, ["stations"], places, batches.earliest(hired))
    return ids


def _judge(written: QuerySet[Post], first: int) -> None:
    """Refuse posts outside the life of their facility, shares that cannot be, people in two."""
    early = Q(valid_from__lt=F("facility__opened_on"))
    late = Q(valid_from__gte=F("facility__closed_on")) | Q(valid_to__gt=F("facility__closed_on"))
    batches.refuse_any(written.filter(early | late), _NOT_WORKING, first)
    batches.refuse_any(written.exclude(share_of_time__gt=0, share_of_time__lte=1), _SHARE, first)
    before = Q(valid_from__lt=F("title__valid_from")) | Q(valid_from__gte=F("title__valid_to"))
    batches.refuse_any(written.filter(before), _TITLE, first)
    _nobody_twice(written, first)


def _nobody_twice(written: QuerySet[Post], first: int) -> None:
    numbers = {
        number: pk for pk, number in written.order_by("-pk").values_list("pk", "staff_number")
    }
    held: dict[str, list[tuple[date, date | None, float]]] = {}
    every = Post.objects.values_list("staff_number", "valid_from", "valid_to", "share_of_time")
    for number, *spell in every.iterator(chunk_size=5000):
        if number in numbers:
            held.setdefault(number, []).append((spell[0], spell[1], spell[2]))
    over = [numbers[number] for number, spells in held.items() if most_time(spells)[0] > WHOLE]
    if over:
        raise batches.bad_rows(len(over), f"{min(over) - first + 1}", _TWICE)


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
