"""Stations with their staff, schools, and decisions that recognise schools and communes."""

from datetime import date, timedelta

from mangnon.facilities.models import Facility, Leave, Post, Recognition, Site, StaffTitle, Standard
from mangnon.places.models import Place
from tests.support.second_path.chance import Chance
from tests.support.second_path.days import months_after
from tests.support.second_path.province import BEGIN, FIRST, TODAY, Places

_TITLES = (
    "ho-sinh-iii", "nu-ho-sinh-trung-hoc", "nu-ho-sinh-cao-dang", "y-si-san-nhi", "y-si",
    "bac-si-san", "co-do-thon-ban",
)  # fmt: skip
_LEVELS = ("mam_non", "tieu_hoc", "thcs", "thpt", "lien_cap")
_OLD = ("C1", "C2", "C3", "C4", "C5")


def make_buildings(chance: Chance, places: Places) -> None:
    """Write what stands before the first merger; ``pass_on`` moves it to the heirs."""
    for name in _OLD:
        for number in range(1 + (name == "C3")):
            _station(chance, places[name], number)
        for number in range(6):
            _school(chance, places[name], number)


def _house(chance: Chance, place: Place, kind: str, number: int, level: str = "") -> Facility:
    opened = BEGIN if chance.happens(0.7) else chance.day(BEGIN, date(2018, 6, 30))
    closed = None
    if (place.name_vi, kind) == ("C2", "station"):
        closed = FIRST  # after the merger M has one station
    elif chance.happens(0.25):
        closed = chance.later(opened, 5000, TODAY)
    house = Facility.objects.create(
        code=f"{kind}-{place.name_vi}-{number}", kind=kind, level=level, name=kind,
        ownership="private" if chance.happens(0.3) else "public",
        opened_on=opened, closed_on=closed,
    )  # fmt: skip
    end = closed if closed and closed <= FIRST else None
    Site.objects.create(facility=house, place=place, valid_from=opened, valid_to=end)
    return house


def _station(chance: Chance, place: Place, number: int) -> None:
    """A station with few people, so that one decides; some also serve at another station."""
    house = _house(chance, place, "station", number)
    titles = {title.code: title for title in StaffTitle.objects.all()}
    others = list(Facility.objects.filter(kind="station").exclude(pk=house.pk))
    for person in range(5):
        start = chance.day(date(2012, 1, 1), date(2023, 1, 1))
        end = chance.later(start, 2500, TODAY) if chance.happens(0.7) else None
        post = Post(
            facility=house, title=titles[chance.choice(_TITLES)], valid_from=start, valid_to=end,
            staff_number=f"{house.code}-{person}",
        )  # fmt: skip
        if chance.happens(0.1):
            post.share_of_time = 0.5  # part-time, and nowhere else
        post.save()
        if chance.happens(0.5):
            _away(chance, post, end or TODAY)
        if others and chance.happens(0.3):
            _share(chance, post, chance.choice(others))


def _away(chance: Chance, post: Post, end: date) -> None:
    """Have the person go on leave: short, of six months to the day, long, or without an end."""
    first = chance.day(post.valid_from, end)
    back = chance.choice(
        [None, first + timedelta(days=60), months_after(first, 6), first + timedelta(days=400)]
    )
    Leave.objects.create(post=post, valid_from=first, valid_to=back)


def _share(chance: Chance, post: Post, other: Facility) -> None:
    """Have the person serve at another station too, for a part of the time."""
    post.share_of_time = 0.5
    post.save()
    Post.objects.create(
        facility=other, title=post.title, staff_number=post.staff_number, share_of_time=0.5,
        valid_from=post.valid_from, valid_to=post.valid_to,
    )  # fmt: skip


def _school(chance: Chance, place: Place, number: int) -> None:
    school = _house(chance, place, "school", number, chance.choice(_LEVELS))
    standard, _ = Standard.objects.get_or_create(
        code="school", subject="school", name_vi="t", name_en="s", validity_years=5
    )
    for _ in range(chance.choice([0, 1, 1, 2, 3])):
        decided = chance.day(school.opened_on, TODAY)
        Recognition.objects.create(
            facility=school, standard=standard, level=chance.choice([1, 2]), decided_on=decided,
            expires_on=None if chance.happens(0.1) else months_after(decided, 60),
        )  # fmt: skip


def recognise_communes(chance: Chance, places: Places) -> None:
    """Recognise communes for years, by decisions of that year's end or of the next one's start."""
    standards = _commune_standards()
    for place in places.values():
        for year in range(2012, 2026):
            if place.valid_from.year > year or not chance.happens(0.5):
                continue
            decided = chance.day(date(year, 12, 1), min(date(year + 1, 4, 30), TODAY))
            for _ in range(chance.choice([1, 1, 2])):
                Recognition.objects.create(
                    place=place, year=year, decided_on=decided,
                    standard=chance.choice([one for one in standards if _known(one, year)]),
                )  # fmt: skip


def _commune_standards() -> list[Standard]:
    """Three standards in turn; in 2019 the second and the third stand side by side."""
    lives = (
        (date(2010, 4, 22), date(2014, 7, 15)),
        (date(2014, 7, 15), date(2020, 1, 3)),
        (date(2019, 1, 3), None),
    )
    return [
        Standard.objects.create(
            code=f"commune-{first.year}", subject="commune", name_vi="x", name_en="c",
            valid_from=first, valid_to=end,
        )
        for first, end in lives
    ]  # fmt: skip


def _known(standard: Standard, year: int) -> bool:
    """Whether the standard was in force on a day of the year."""
    end = standard.valid_to
    return standard.valid_from <= date(year, 12, 31) and (end is None or end > date(year, 1, 1))
