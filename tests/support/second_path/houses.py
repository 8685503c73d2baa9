"""T3, T7 with its companions, and T8: stations, schools and communes of the day."""

from collections.abc import Iterator
from datetime import date

from mangnon.facilities.models import Facility, Leave, Post, Recognition, Standard
from mangnon.places.models import Kind, Place
from tests.support.second_path.days import Year, months_after, open_on
from tests.support.second_path.tally import TOTAL, Tally


def count_houses(tally: Tally, years: list[Year], today: date) -> None:
    """Count stations, schools and communes on the day of each year."""
    for year in years:
        _count_stations(tally, year)
        _count_schools(tally, year)
        _count_communes(tally, year, today)


def _standing(kind: str, day: date) -> Iterator[tuple[Facility, int]]:
    """Yield the facilities that are open on ``day``, each where it stands."""
    for house in Facility.objects.filter(kind=kind).prefetch_related("sites").order_by("pk"):
        if not open_on(house.opened_on, house.closed_on, day):
            continue
        for site in house.sites.all():
            if open_on(site.valid_from, site.valid_to, day):
                yield house, site.place_id


def _count_stations(tally: Tally, year: Year) -> None:
    posts = [
        post
        for post in Post.objects.select_related("title", "facility").prefetch_related("leaves")
        if open_on(post.valid_from, post.valid_to, year.day)
    ]
    for station, place in _standing(Facility.Kind.STATION, year.day):
        qualified = any(
            post.facility_id == station.pk and _qualifies(post, year.day) for post in posts
        )
        keys = [TOTAL, ("ownership", station.ownership)]
        tally.add("T3", year.number, place, keys, numerator=qualified, denominator=True)


def _qualifies(post: Post, day: date) -> bool:
    """Whether a person at work here is a midwife or trained in obstetrics and paediatrics.

    Below the whole of the time a person is shared with another station.
    """
    title = post.title
    if not title.counts_for_t3 or not open_on(title.valid_from, title.valid_to, day):
        return False
    away = any(_long_leave(one, day) for one in post.leaves.all())
    return not away and post.share_of_time >= 1


def _long_leave(leave: Leave, day: date) -> bool:
    """Whether the person is away on the day for six months or more, or with no known return."""
    back = leave.valid_to
    long = back is None or back >= months_after(leave.valid_from, 6)
    return long and open_on(leave.valid_from, back, day)


def _count_schools(tally: Tally, year: Year) -> None:
    held: dict[int, list[Recognition]] = {}
    for one in Recognition.objects.filter(place=None):
        held.setdefault(one.facility_id or 0, []).append(one)
    for school, place in _standing(Facility.Kind.SCHOOL, year.day):
        recognitions = held.get(school.pk, [])
        valid = any(_valid(one, year.day) for one in recognitions)
        ever = any(one.decided_on <= year.day for one in recognitions)
        public = school.ownership == Facility.Ownership.PUBLIC
        keys = [TOTAL, ("level", school.level)]
        every = [*keys, ("ownership", school.ownership)]
        for code, met, whole, where in (
            ("T7", public and valid, public, keys),
            ("T7-ever", public and ever, public, keys),
            ("T7-all", valid, True, every),
        ):
            tally.add(code, year.number, place, where, numerator=met, denominator=whole)


def _valid(one: Recognition, day: date) -> bool:
    return one.level in (1, 2) and open_on(one.decided_on, one.expires_on, day)


def _count_communes(tally: Tally, year: Year, today: date) -> None:
    last = date(year.number, 12, 31)
    begun = Standard.objects.filter(subject="commune", valid_from__lte=last)
    newest = begun.order_by("valid_from").last()
    recognised = {
        one.place_id
        for one in Recognition.objects.filter(year=year.number, facility=None)
        if one.decided_on <= today and one.standard_id == (newest and newest.pk)
    }
    for place in Place.objects.filter(kind=Kind.COMMUNE):
        if place.lives_on(year.day):
            met = place.pk in recognised
            tally.add("T8", year.number, place.pk, [TOTAL], numerator=met, denominator=True)
