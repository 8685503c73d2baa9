"""The reference pack's yearly path, and the verdicts that its numbers give."""

import pytest

from mangnon.simulation.profile import YEARS
from mangnon.simulation.tests.stage import profile

BY_YEAR = profile().years


def test_every_year_once() -> None:
    assert list(BY_YEAR) == list(YEARS) == list(range(2012, 2026))


def test_the_verdicts_of_2015() -> None:
    assert BY_YEAR[2015].t1 < 2.5  # met
    assert BY_YEAR[2015].t2 >= 80  # met


def test_the_verdicts_of_2020() -> None:
    row = BY_YEAR[2020]
    assert row.t1 <= 2.0  # met
    assert row.t4 < 12.5 - 1.6  # met, the interval too
    assert row.t2 < 98  # missed
    assert row.t3 < 100
    assert row.t7 < 80
    assert (row.t8 or 0) < 80


def test_two_targets_of_2020_lie_within_their_error() -> None:
    row = BY_YEAR[2020]
    assert row.t5 < 18 < row.t5 + 1.9
    assert row.deaths_registered < 3.5 < 4.2


def test_a_commune_born_of_the_merger_is_not_yet_assessed() -> None:
    assert BY_YEAR[2025].t8 is None


@pytest.mark.parametrize(
    ("year", "name", "value"),
    [(2023, "t7", 100 * 666 / 780), (2022, "t8", 100 * 151 / 235), (2024, "t4", 7.96)],
)
def test_known_numbers_are_marked(year: int, name: str, value: float) -> None:
    assert name in BY_YEAR[year].known
    assert getattr(BY_YEAR[year], name) == pytest.approx(value)


def test_2024_is_the_published_share() -> None:
    assert round(BY_YEAR[2024].t1 / 100 * profile().full_size) == 4222


def test_the_districts_with_factories_draw_most_after_the_city() -> None:
    draws = {code: one.draws for code, one in profile().districts.items()}
    assert sorted(draws, key=lambda code: -draws[code])[:4] == ["288", "295", "296", "291"]
