"""Health stations and who is in post there, so that T3 follows the path (invented).

One station a commune. Whole stations gain or lose their last qualified person during a year;
the rest of the staff turns over without any effect on T3.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.days import FOREVER, end_of, first_of, on
from mangnon.simulation.ground import MERGER, START, Ground
from mangnon.simulation.profile import Profile

TITLES_CHANGED = on(2015, 11, 20)
MIDWIFE, ASSISTANT = "midwife", "y-si-san-nhi"
_OTHERS = ("bac-si", "dieu-duong", "y-si", "duoc", "khac", "dieu-duong")
_OLD_MIDWIVES = ("nu-ho-sinh-trung-hoc", "nu-ho-sinh-cao-dang")
_NEW_MIDWIVES = ("ho-sinh-iv", "ho-sinh-iii")
_SHOWN_APART = "bac-si-san"
TITLES = (*_OTHERS, *_OLD_MIDWIVES, *_NEW_MIDWIVES, ASSISTANT, _SHOWN_APART)
_TURNOVER = 0.03  # of the posts, a year


@dataclass(eq=False)
class Post:
    """A person in post: station, staff number, title, days; away on a long leave from .. to."""

    station: int
    number: int
    title: str
    start: int
    end: int = FOREVER
    share: float = 1.0
    away: tuple[int, int] | None = None


@dataclass(eq=False)
class Stations:
    """Stations by commune (an index of the ground) with everybody who was in post there."""

    commune: list[int]
    posts: list[Post] = field(default_factory=list)


def wanted_stations(profile: Profile, year: int, stations: int) -> int:
    """Give how many of so many stations are qualified at the end of a year."""
    return round(profile.years[year].t3 / 100 * stations)


def stations_of(ground: Ground, seed: int) -> Stations:
    """Draw every station of before and its staff; the merger itself joins stations."""
    chance = stream(seed, "stations")
    numbers = iter(range(10001, 10_000_000))
    last = 2024 if ground.after else 2025
    spells = _qualified_spells(ground.profile, chance, ground.before, range(2012, last + 1))
    found = Stations(list(range(ground.before)))
    for commune in found.commune:
        found.posts += _staff(chance, commune, spells[commune], numbers)
    found.posts = _with_turnover(chance, found.posts, numbers)
    return found


def _qualified_spells(
    profile: Profile, chance: np.random.Generator, stations: int, years: range
) -> list[list[tuple[int, int]]]:
    """Give the spells in which each station is qualified."""
    held = chance.permutation(stations)[: wanted_stations(profile, years[0], stations)].tolist()
    since = dict.fromkeys(held, START)
    spells: list[list[tuple[int, int]]] = [[] for _ in range(stations)]
    for year in years[1:]:
        change = wanted_stations(profile, year, stations) - len(since)
        # One more retires and one more is hired than the balance asks for.
        for station in _pick(chance, sorted(since), max(-change, 0) + 1):
            day = int(chance.integers(first_of(year) + 20, end_of(year) - 20))
            spells[station].append((since.pop(station), day))
        without = [one for one in range(stations) if one not in since]
        rested = [one for one in without if not spells[one] or spells[one][-1][1] < first_of(year)]
        for station in _pick(chance, rested, wanted_stations(profile, year, stations) - len(since)):
            since[station] = int(chance.integers(first_of(year) + 20, end_of(year) - 20))
    for station, day in since.items():
        spells[station].append((day, FOREVER))
    return spells


def _pick(chance: np.random.Generator, among: list[int], count: int) -> list[int]:
    return [among[at] for at in chance.permutation(len(among))[: max(count, 0)].tolist()]


def _staff(
    chance: np.random.Generator,
    station: int,
    qualified: list[tuple[int, int]],
    numbers: Iterator[int],
) -> list[Post]:
    """Give a station its 5 or 6 people; those who qualify fill its qualified spells."""
    posts: list[Post] = []
    luck = float(chance.random())
    kinds = [MIDWIFE] if luck < 0.4 else [ASSISTANT] if luck < 0.82 else [MIDWIFE, ASSISTANT]
    for begin, end in qualified:
        for kind in kinds:
            posts += _qualified_post(chance, station, kind, begin, end, numbers)
    size = int(chance.integers(5, 7)) - len(kinds)
    posts += [Post(station, next(numbers), title, START, FOREVER) for title in _OTHERS[:size]]
    posts += _who_do_not_count(chance, station, qualified, numbers)
    return posts


def _qualified_post(
    chance: np.random.Generator,
    station: int,
    kind: str,
    begin: int,
    end: int,
    numbers: Iterator[int],
) -> list[Post]:
    """Give one qualified person; a midwife's title changes with the rules of 2015."""
    person = next(numbers)
    if kind == ASSISTANT:
        return [Post(station, person, ASSISTANT, begin, end)]
    grade = int(chance.random() < 0.35)
    if end <= TITLES_CHANGED:
        return [Post(station, person, _OLD_MIDWIVES[grade], begin, end)]
    if begin >= TITLES_CHANGED:
        return [Post(station, person, _NEW_MIDWIVES[grade], begin, end)]
    return [
        Post(station, person, _OLD_MIDWIVES[grade], begin, TITLES_CHANGED),
        Post(station, person, _NEW_MIDWIVES[grade], TITLES_CHANGED, end),
    ]


def _who_do_not_count(
    chance: np.random.Generator,
    station: int,
    qualified: list[tuple[int, int]],
    numbers: Iterator[int],
) -> list[Post]:
    """Give some stations people who look as if they counted: a doctor, a shared midwife, leave."""
    luck = float(chance.random())
    if luck < 0.06:
        return [Post(station, next(numbers), _SHOWN_APART, START, FOREVER)]
    if luck < 0.11:
        return [Post(station, next(numbers), ASSISTANT, START, FOREVER, share=0.5)]
    if luck < 0.14 and qualified and qualified[-1][1] - qualified[-1][0] > 900:
        begin, end = qualified[-1]
        first = begin + 300
        away = (first, min(first + 250, end))
        return [Post(station, next(numbers), ASSISTANT, begin, end, away=away)]
    return []


def _with_turnover(
    chance: np.random.Generator, posts: list[Post], numbers: Iterator[int]
) -> list[Post]:
    """Let people leave and be followed the same day by another of the same title."""
    turned: list[Post] = []
    for post in posts:
        end = min(post.end, MERGER - 1)
        years = (end - post.start) / 365.25
        if post.away is None and years > 1 and chance.random() < _TURNOVER * years:
            day = int(chance.integers(post.start + 90, end - 90))
            turned.append(Post(post.station, post.number, post.title, post.start, day, post.share))
            turned.append(Post(post.station, next(numbers), post.title, day, post.end, post.share))
        else:
            turned.append(post)
    return turned
