"""What a merger does to facilities: two stations of one new commune become one station."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import digest, write_columns
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.actions.facilities import end_facilities
from mangnon.facilities.errors import WrongPlace, WrongState
from mangnon.facilities.models import Facility, Leave, Post, PublicOffer, Site
from mangnon.facilities.queries import unassigned
from mangnon.indicators.marks import announce
from mangnon.places.models import Place, Succession
from mangnon.text.sentence import Sentence

_STATION = Facility.Kind.STATION


@dataclass(frozen=True, slots=True)
class _Passing:
    """An open site that passes to an heir on a day."""

    facility_id: int
    kind: str
    old: int
    heir: int


def pass_to_heirs(
    whole: Mapping[int, int], day: date, *, split: Collection[int] = (), warrant: Warrant
) -> int:
    """Move what stands at each old commune to its heir on ``day``; returns how many facilities.

    What stands at the communes of ``split`` stays there until assigned. Part of the act
    ``places.succeed``.
    """
    warrant.demand("places.succeed")
    with transaction.atomic():
        open_sites = Site.objects.filter(
            place_id__in=list(whole), valid_to__isnull=True, valid_from__lte=day
        )
        passing = [
            _Passing(facility, kind, old, whole[old])
            for facility, kind, old in open_sites.order_by("pk").values_list(
                "facility_id", "facility__kind", "place_id"
            )
        ]
        _pass(passing, day)
        data = {"passed": len(passing), "communes": len(whole), "split": len(split)}
        record(warrant, "facilities.pass_to_heirs", subject=f"day:{day}", data=data)
        places = {*whole, *whole.values(), *split}
        announce(["stations", "schools", "communes"], places, day, inline=False)
    return len(passing)


def assign_facility_heirs(heir_of: Mapping[int, int], *, warrant: Warrant) -> int:
    """Say for facilities of split communes (ids) at which heir (place id) each stands.

    A station joins the one that the heir has already. Raises WrongState for a facility that
    does not wait, WrongPlace for a place that is no heir; then nothing is written.
    """
    warrant.demand(WRITE, set(heir_of.values()))
    if not heir_of:
        return 0
    with transaction.atomic():
        rows = unassigned().filter(facility__in=list(heir_of))
        waiting = [
            (_Passing(facility, kind, old, heir_of[facility]), cast(date, day))
            for facility, kind, old, day in rows.values_list(
                "facility_id", "facility__kind", "place_id", "place__valid_to"
            )
        ]
        _must_all_wait(len(heir_of) - len(waiting))
        warrant.demand(WRITE, {one.old for one, _ in waiting})
        _must_be_heirs({(one.old, one.heir, day) for one, day in waiting})
        days = sorted({day for _, day in waiting})
        for day in days:
            _pass([one for one, on in waiting if on == day], day)
        manifest = {"facility": list(heir_of), "place": list(heir_of.values())}
        data = {"rows": len(waiting), "sha256": digest(manifest)}
        record(warrant, "facilities.assign_heirs", data=data)
        places = {one.old for one, _ in waiting} | set(heir_of.values())
        announce(["stations", "schools"], places, days[0])
    return len(waiting)


def _pass(passing: list[_Passing], day: date) -> None:
    """Move schools; move a station that comes alone, join those that meet at one heir."""
    moving = [one for one in passing if one.kind != _STATION]
    stations: dict[int, list[_Passing]] = {}
    for one in passing:
        if one.kind == _STATION:
            stations.setdefault(one.heir, []).append(one)
    there = _stations_at(stations)
    for heir, coming in stations.items():
        if heir in there:
            _join(there[heir], coming, day)
        elif len(coming) == 1:
            moving += coming
        else:
            _join(_new_station(heir, day), coming, day)
    _move(moving, day)


def _stations_at(heirs: Iterable[int]) -> dict[int, int]:
    """Return the station that each heir has already, by place id."""
    open_sites = Site.objects.filter(
        place_id__in=list(heirs), valid_to__isnull=True, facility__kind=_STATION
    )
    return dict(open_sites.order_by("-pk").values_list("place_id", "facility_id"))


def _move(passing: list[_Passing], day: date) -> None:
    if not passing:
        return
    ids = [one.facility_id for one in passing]
    Site.objects.filter(facility__in=ids, valid_to__isnull=True).update(valid_to=day)
    write_columns(
        Site,
        {
            "facility_id": ids,
            "place_id": [one.heir for one in passing],
            "valid_from": day,
            "valid_to": None,
        },
    )
    codes = dict(Facility.objects.filter(pk__in=ids).values_list("pk", "code"))
    heirs = {codes[one.facility_id]: one.heir for one in passing}
    offers = list(PublicOffer.objects.filter(code__in=list(heirs)))
    for offer in offers:
        offer.place_id = heirs[offer.code]
    PublicOffer.objects.bulk_update(offers, ["place"], batch_size=500)


def _new_station(heir: int, day: date) -> int:
    place = Place.objects.get(pk=heir)
    name = place.name_vi[:1].lower() + place.name_vi[1:]
    station = Facility.objects.create(
        code=f"tyt-{place.code}-{day:%Y%m%d}",
        kind=_STATION,
        name=f"Trạm y tế {name}",
        opened_on=day,
    )
    station.sites.create(place=place, valid_from=day)
    return station.pk


def _join(station: int, coming: list[_Passing], day: date) -> None:
    """Bring the staff of stations into one, and close them."""
    ids = [one.facility_id for one in coming]
    posts = list(Post.objects.filter(facility__in=ids, valid_to__isnull=True).order_by("pk"))
    end_facilities(ids, day)
    followed = Post.objects.bulk_create(
        Post(
            facility_id=station,
            staff_number=post.staff_number,
            title_id=post.title_id,
            contract=post.contract,
            share_of_time=post.share_of_time,
            valid_from=day,
        )
        for post in posts
    )
    _carry_leaves({old.pk: new for old, new in zip(posts, followed, strict=True)}, day)


def _carry_leaves(follows: Mapping[int, Post], day: date) -> None:
    """Write the leaves that reach beyond the day at the posts that follow, whole as they are."""
    going_on = Leave.objects.filter(post__in=list(follows)).exclude(valid_to__lte=day)
    Leave.objects.bulk_create(
        Leave(post=follows[one.post_id], valid_from=one.valid_from, valid_to=one.valid_to)
        for one in going_on
    )


def _must_all_wait(missing: int) -> None:
    if missing:
        raise WrongState(
            Sentence(
                vi=f"{missing} cơ sở không nằm trong danh sách chờ chọn nơi kế thừa. "
                "Hãy tải lại danh sách rồi ghi lại.",
                en=f"{missing} facilities are not on the list that waits for an heir. "
                "Load the list again and repeat.",
            )
        )


def _must_be_heirs(claimed: set[tuple[int, int, date]]) -> None:
    known = set(
        Succession.objects.filter(source__in={old for old, _, _ in claimed}).values_list(
            "source_id", "target_id", "date"
        )
    )
    strangers = claimed - known
    if strangers:
        raise WrongPlace(
            Sentence(
                vi=f"{len(strangers)} cặp nơi cũ – nơi mới không có trong danh mục chia tách. "
                "Hãy chọn một trong các đơn vị kế thừa của xã cũ.",
                en=f"{len(strangers)} pairs of old and new place are not among the successions. "
                "Choose one of the heirs of the old commune.",
            )
        )
