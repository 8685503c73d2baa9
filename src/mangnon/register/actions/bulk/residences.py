"""Where many children lived; and where many ceased to live."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, update_columns
from mangnon.bulk.columns import plain
from mangnon.places.models import Kind
from mangnon.register.actions.bulk import ends, judging
from mangnon.register.actions.changes import BULK, LIVING
from mangnon.register.actions.touching import touch_children, touch_written
from mangnon.register.models import Child, Residence
from mangnon.text.sentence import Sentence

_FROM = Sentence(vi="Ngày bắt đầu ở", en="The first day of a residence")
_TO = Sentence(vi="Ngày thôi ở", en="The day a residence ended")
_KIND = Sentence(
    vi="Loại cư trú phải là permanent, temporary hoặc absent",
    en="The kind of residence must be permanent, temporary or absent",
)
_FOREVER = Value(date.max)


@dataclass(frozen=True, slots=True)
class ResidencesBatch:
    """n residences: ids of children and communes; ``valid_to`` None where still open."""

    children: Column
    places: Column
    valid_from: Column
    kinds: Column = "permanent"
    valid_to: Column = None
    end_reasons: Column = ""
    villages: Column = None


@dataclass(frozen=True, slots=True)
class ResidenceEndsBatch:
    """The ends of the open residences of n children: ``end_reasons`` moved, died, corrected."""

    children: Column
    valid_to: Column
    end_reasons: Column = "moved"


def add_residences(batch: ResidencesBatch, *, warrant: Warrant, right: str = BULK) -> range:
    """Write residences; no two of a child overlap, each at a commune of its days.

    Raises WrongBatch with a sentence; then nothing is written.
    """
    warrant.demand(right)
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "place_id": batch.places,
        "village_id": batch.villages,
        "kind": batch.kinds,
        "valid_from": batch.valid_from,
        "valid_to": batch.valid_to,
        "end_reason": batch.end_reasons,
    }
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    began = batches.days(batch.valid_from, count)
    batches.refuse_future(_FROM, began)
    ended = batches.days(batch.valid_to, count)
    batches.refuse_future(_TO, ended)
    judging.in_order(began, ended)
    batches.one_of(batch.kinds, Residence.Kind.values, _KIND)
    with transaction.atomic():
        with judging.or_refuse(judging.OPEN_TWICE):
            ids = batches.write(Residence, kept)
        written = Residence.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
        _judge(written, ids[0])
        touch_written(Residence, ids)
        ends.note(warrant, "add_residences", count, kept)
        places = set(written.values_list("place_id", flat=True).distinct())
        ends.changed(warrant, LIVING, places, batches.earliest(began), right)
    return ids


def end_residences(batch: ResidenceEndsBatch, *, warrant: Warrant) -> int:
    """Close the open residences of children; every one of them must have one.

    Raises WrongBatch with a sentence; then nothing is written.
    """
    warrant.demand(BULK)
    kept: dict[str, Column] = {"valid_to": batch.valid_to, "end_reason": batch.end_reasons}
    count = batches.length_of({"child_id": batch.children, **kept})
    if count == 0:
        return 0
    ended = batches.days(batch.valid_to, count)
    batches.refuse_future(_TO, ended)
    with transaction.atomic():
        places = open_places(plain(batch.children))
        with judging.or_refuse(judging.ENDS_FIRST):
            done = update_columns(
                Residence, {"child_id": batch.children}, kept, only="valid_to IS NULL"
            )
        if done != count:
            raise batches.bad_rows(count - done, "?", _NO_HOME)
        touch_children(plain(batch.children))
        ends.note(warrant, "end_residences", count, {"child_id": batch.children, **kept})
        ends.changed(warrant, LIVING, places, batches.earliest(ended))
    return done


_NO_HOME = Sentence(
    vi="Trẻ không có nơi ở hiện tại, hoặc có hai dòng",
    en="A child has no open residence, or two rows",
)
CHUNK = 5000  # ids in one statement; every database takes that many


def open_places(child_ids: list[int]) -> set[int]:
    """Return the places of the children's open residences."""
    found: set[int] = set()
    for first in range(0, len(child_ids), CHUNK):
        some = Residence.objects.filter(
            child_id__in=child_ids[first : first + CHUNK], valid_to__isnull=True
        )
        found.update(some.values_list("place_id", flat=True))
    return found


def _judge(written: QuerySet[Residence], first: int) -> None:
    """Refuse rows already written that cannot be; the transaction is undone."""
    elsewhere = ~Q(place__kind=Kind.COMMUNE) | Q(valid_from__lt=F("place__valid_from"))
    gone = Q(valid_from__gte=F("place__valid_to")) | Q(valid_to__gt=F("place__valid_to"))
    batches.refuse_any(written.filter(elsewhere | gone), _WRONG_PLACE, first)
    unborn = Q(child__birth_precision=Child.Precision.DAY) & Q(
        valid_from__lt=F("child__birth_date")
    )
    batches.refuse_any(written.filter(unborn), _BEFORE_BIRTH, first)
    batches.refuse_any(_overlapping(written), _OVERLAP, first)
    judging.lived_until_death(written, first, "valid_from", "valid_to")


def _overlapping(written: QuerySet[Residence]) -> QuerySet[Residence]:
    """Return the rows that share a day with another residence of the same child."""
    others = (
        Residence.objects.filter(
            child=OuterRef("child"), valid_from__lt=Coalesce(OuterRef("valid_to"), _FOREVER)
        )
        .exclude(pk=OuterRef("pk"))
        .exclude(valid_to__lte=OuterRef("valid_from"))
        .exclude(valid_to=F("valid_from"))
    )
    return written.exclude(valid_to=F("valid_from")).filter(Exists(others))


_WRONG_PLACE = Sentence(
    vi="Nơi ở không phải xã, phường, thị trấn đang có vào những ngày đó",
    en="The place is no commune that existed on those days",
)
_BEFORE_BIRTH = Sentence(vi="Nơi ở bắt đầu trước ngày sinh", en="A residence begins before birth")
_OVERLAP = Sentence(
    vi="Trẻ ở hai nơi trong cùng một ngày", en="A child lives at two places on one day"
)
