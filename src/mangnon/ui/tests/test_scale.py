"""Scales, tick marks, labels that do not cover each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.ui.charts.scale import Scale, spread, tick_decimals, ticks, wrap

heights = st.lists(st.floats(0, 300), min_size=1, max_size=8)


def test_a_scale_maps_its_ends() -> None:
    scale = Scale(10, 20, 100, 0)
    assert (scale(10), scale(15), scale(20)) == (100, 50, 0)


def test_a_scale_without_extent_gives_the_middle() -> None:
    assert Scale(5, 5, 0, 80)(5) == 40


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0, 100, [0, 20, 40, 60, 80, 100]), (1.2, 2.95, [1.5, 2.0, 2.5]), (3, 3, [3])],
)
def test_ticks_are_round(low: float, high: float, expected: list[float]) -> None:
    assert ticks(low, high, 5) == expected


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_ticks_lie_inside(low: float, extent: float) -> None:
    marks = ticks(low, low + extent, 5)
    slack = extent * 1e-6
    assert all(low - slack <= mark <= low + extent + slack for mark in marks)
    assert len(marks) <= 12


def test_decimals_are_as_many_as_needed() -> None:
    assert [tick_decimals(v) for v in ([1, 2], [1.5, 2], [0.25, 0.5], [0.125])] == [0, 1, 2, 3]


@given(heights)
def test_spread_labels_never_cover_each_other(wanted: list[float]) -> None:
    placed = sorted(spread(wanted, 15, 0, 300))
    assert all(after - before >= 15 - 1e-6 for before, after in pairwise(placed))
    assert placed[0] >= -1e-6
    assert placed[-1] <= 300 + 1e-6


@given(heights)
def test_spread_keeps_the_order(wanted: list[float]) -> None:
    placed = spread(wanted, 15, 0, 300)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    assert order == sorted(order, key=lambda i: placed[i])


def test_wrap_breaks_between_words() -> None:
    assert wrap("Trẻ em có hoàn cảnh đặc biệt", 12) == ["Trẻ em có", "hoàn cảnh", "đặc biệt"]
