"""Many facilities with their sites; and the end of many."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import F, Q, QuerySet

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, update_columns
from mangnon.bulk.columns import plain
from mangnon.facilities.actions.bulk import ends
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.models import Facility, Post, Site
from mangnon.places.models import Kind
from mangnon.text.sentence import Sentence

_OPENED = Sentence(vi="Ngày thành lập", en="The opening day")
_CLOSED = Sentence(vi="Ngày đóng cơ sở", en="The closing day")
_KIND = Sentence(vi="Loại phải là station hoặc school", en="The kind must be station or school")
_LEVEL = Sentence(vi="Cấp học không có trong danh mục", en="A school level is not known")


@dataclass(frozen=True, slots=True)
class FacilitiesBatch:
    """n facilities, each with one site; ``levels`` "" for stations."""

    codes: Column
    kinds: Column
    names: Column
    places: Column
    opened_on: Column
    levels: Column = ""
    ownerships: Column = "public"
    closed_on: Column = None


@dataclass(frozen=True, slots=True)
class FacilityEndsBatch:
    """The closing days of n open facilities (ids)."""

    facilities: Column
    closed_on: Column


def add_facilities(batch: FacilitiesBatch, *, warrant: Warrant) -> range:
    """Write facilities and their sites. Raises WrongBatch; then nothing is written."""
    warrant.demand(WRITE)
    kept: dict[str, Column] = {
        "code": batch.codes,
        "kind": batch.kinds,
        "level": batch.levels,
        "ownership": batch.ownerships,
        "name": batch.names,
        "opened_on": batch.opened_on,
        "closed_on": batch.closed_on,
    }
    count = batches.length_of({**kept, "places": batch.places})
    if count == 0:
        return range(0)
    opened = batches.days(batch.opened_on, count)
    batches.refuse_future(_OPENED, opened)
    batches.refuse_future(_CLOSED, batches.days(batch.closed_on, count))
    batches.one_of(batch.kinds, Facility.Kind.values, _KIND)
    batches.one_of(batch.levels, ["", *Facility.Level.values], _LEVEL)
    with transaction.atomic():
        ids = batches.write(Facility, kept)
        sites: dict[str, Column] = {
            "facility_id": ids,
            "place_id": batch.places,
            "valid_from": batch.opened_on,
            "valid_to": batch.closed_on,
        }
        site_ids = batches.write(Site, sites)
        written = Site.objects.filter(pk__gte=site_ids[0], pk__lte=site_ids[-1])
        _judge(written, site_ids[0])
        ends.note(warrant, "add_facilities", count, {**kept, "places": batch.places})
        places = set(written.values_list("place_id", flat=True).distinct())
        ends.changed(warrant, ["stations", "schools"], places, batches.earliest(opened))
    return ids


def close_facilities(batch: FacilityEndsBatch, *, warrant: Warrant) -> int:
    """Close open facilities with their sites and posts. Raises WrongBatch."""
    warrant.demand(WRITE)
    kept: dict[str, Column] = {"id": batch.facilities, "closed_on": batch.closed_on}
    count = batches.length_of(kept)
    if count == 0:
        return 0
    closed = batches.days(batch.closed_on, count)
    batches.refuse_future(_CLOSED, closed)
    with transaction.atomic():
        open_still = "closed_on IS NULL"
        key: dict[str, Column] = {"id": batch.facilities}
        done = update_columns(Facility, key, {"closed_on": batch.closed_on}, only=open_still)
        if done != count:
            raise batches.bad_rows(count - done, "?", _NOT_OPEN)
        for model in (Site, Post):
            update_columns(
                model,
                {"facility_id": batch.facilities},
                {"valid_to": batch.closed_on},
                only="valid_to IS NULL",
            )
        ends.note(warrant, "close_facilities", count, kept)
        places = ends.places_of(plain(batch.facilities))
        ends.changed(warrant, ["stations", "schools"], places, batches.earliest(closed))
    return done


def _judge(written: QuerySet[Site], first: int) -> None:
    """Refuse sites at what is no commune of their days; the transaction is undone."""
    elsewhere = ~Q(place__kind=Kind.COMMUNE) | Q(valid_from__lt=F("place__valid_from"))
    gone = Q(valid_from__gte=F("place__valid_to")) | Q(valid_to__gt=F("place__valid_to"))
    batches.refuse_any(written.filter(elsewhere | gone), _WRONG_PLACE, first)


_WRONG_PLACE = Sentence(
    vi="Nơi đặt cơ sở không phải xã, phường, thị trấn đang có vào những ngày đó",
    en="The place is no commune that existed on those days",
)
_NOT_OPEN = Sentence(
    vi="Cơ sở không có hoặc đã đóng", en="A facility does not exist or is closed already"
)
