"""Stations, schools and communes: T3, T7 and T8 by counting them one by one."""

from itertools import pairwise

import pytest

from mangnon.simulation.communes import commune_years
from mangnon.simulation.days import end_of, first_of
from mangnon.simulation.profile import YEARS
from mangnon.simulation.schools import School, schools_of
from mangnon.simulation.staff import ASSISTANT, TITLES_CHANGED, Post, stations_of
from mangnon.simulation.tests.stage import SEED, ground, profile

STATIONS = stations_of(ground(), SEED)
SCHOOLS = schools_of(ground(), SEED)
LEVELS = [one.level for one in profile().public_schools]


def counts(post: Post, day: int) -> bool:
    """Whether a post makes its station qualified on a day."""
    old = post.title.startswith("nu-ho-sinh")
    in_force = old if day < TITLES_CHANGED else post.title.startswith("ho-sinh")
    away = post.away is not None and post.away[0] <= day < post.away[1]
    held = post.start <= day < post.end and post.share >= 1 and not away
    return held and (post.title == ASSISTANT or in_force)


@pytest.mark.parametrize("year", range(2012, 2025))
def test_t3_is_the_path_as_near_as_whole_stations_go(year: int) -> None:
    qualified = {post.station for post in STATIONS.posts if counts(post, end_of(year))}
    assert len(qualified) == round(profile().years[year].t3 / 100 * ground().before)


def test_a_station_has_five_or_six_people_or_one_more() -> None:
    day = end_of(2019)
    sizes = [0] * ground().before
    for post in STATIONS.posts:
        sizes[post.station] += post.start <= day < post.end
    assert min(sizes) >= 4
    assert max(sizes) <= 7


def test_people_come_and_go() -> None:
    numbers = {post.number for post in STATIONS.posts}
    assert len(numbers) > 1.2 * len({(post.station, post.title) for post in STATIONS.posts})


def public(day: int, level: str) -> list[School]:
    return [one for one in SCHOOLS if one.public and one.level == level and one.open_on(day)]


@pytest.mark.parametrize("year", YEARS)
def test_t7_is_the_path_as_near_as_whole_schools_go(year: int) -> None:
    day = end_of(year)
    working = [one for level in LEVELS for one in public(day, level)]
    good = sum(one.at_standard(day) for one in working)
    assert good == round(profile().years[year].t7 / 100 * len(working))


def test_2023_is_the_published_count_by_level() -> None:
    day = end_of(2023)
    found = [
        (sum(one.at_standard(day) for one in public(day, level)), len(public(day, level)))
        for level in LEVELS
    ]
    assert found == [(207, 262), (233, 245), (200, 233), (26, 40)]


def test_no_school_is_recognised_before_its_last_recognition_ends_but_at_renewal() -> None:
    for one in SCHOOLS:
        days = [(past.decided, past.expires) for past in one.recognitions]
        assert days == sorted(days)
        for (_, expires), (decided, _) in pairwise(days):
            assert decided > expires - 70


@pytest.mark.parametrize("year", [2014, 2018, 2022])
def test_some_recognitions_have_lapsed(year: int) -> None:
    day = end_of(year)
    working = [one for level in LEVELS for one in public(day, level)]
    lapsed = [
        one
        for one in working
        if not one.at_standard(day) and any(past.expires <= day for past in one.recognitions)
    ]
    assert 0.03 < len(lapsed) / len(working) < 0.08


def test_a_standard_is_the_one_of_its_day() -> None:
    late = [past for one in SCHOOLS for past in one.recognitions if past.decided >= first_of(2019)]
    assert late
    assert all(past.standard.endswith("-2018") for past in late)


@pytest.mark.parametrize("year", range(2012, 2025))
def test_t8_is_the_path_as_near_as_whole_communes_go(year: int) -> None:
    years = [one for one in commune_years(ground(), SEED) if one.year == year]
    good = [one for one in years if one.decided is not None]
    assert len(years) == ground().before
    assert len(good) == round((profile().years[year].t8 or 0) / 100 * ground().before)
    assert all(first_of(year + 1) < (one.decided or 0) < first_of(year + 1) + 100 for one in good)
    assert all((one.score >= 850) == (one.decided is not None) for one in years)


def test_nothing_is_assessed_for_2025() -> None:
    assert all(one.year < 2025 for one in commune_years(ground(), SEED))
