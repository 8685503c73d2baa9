"""From figures to lines and bands: what is joined, what is cut, what is darkest."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon.indicators.periods import period_of
from mangnon.portal.maps import Scale
from mangnon.portal.seen import Seen, latest
from mangnon.portal.trends import segments
from mangnon.programme.status import Step

TODAY = date(2026, 1, 15)


def seen(year: int, value: float | None, withheld: str = "", awaited: bool = False) -> Seen:
    """One figure of a year."""
    period = period_of("year", date(year, 1, 1), TODAY)
    return Seen(
        "T1", "records", 1, period, "", "", value, None, None, None, None,
        withheld, False, False, period.as_of, awaited,
    )  # fmt: skip


def years(found) -> list[list[int]]:
    return [[point.at.year for point in segment] for segment in found]


def test_a_line_is_cut_at_a_break():
    line = [seen(year, 1.0) for year in (2015, 2016, 2017)]
    assert years(segments(line, [date(2017, 6, 1)])) == [[2015, 2016], [2017]]


def test_a_line_does_not_cross_what_is_withheld():
    line = [seen(2015, 1.0), seen(2016, None, "small"), seen(2017, 1.0)]
    assert years(segments(line, [])) == [[2015], [2017]]


def test_what_is_not_decided_is_not_drawn():
    assert years(segments([seen(2024, 73.0), seen(2025, 0.0, awaited=True)], [])) == [[2024]]


def test_the_latest_may_be_a_withheld_one():
    found = latest([seen(2023, 1.0), seen(2024, None, "small"), seen(2025, 0.0, awaited=True)])
    assert (found.period.name, found.withheld) == ("2024", "small")


def test_nothing_is_no_line():
    assert segments([], []) == ()
    assert latest([]) is None


@pytest.mark.parametrize(
    ("better", "comparator", "values", "bands"),
    [
        ("higher", ">=", [98.0, 97.9, 80.0, 89.0], [5, 4, 1, 3]),
        ("lower", "<=", [2.0, 2.1, 4.0, 3.0], [5, 4, 1, 3]),
        ("higher", "=", [100.0, 0.0], [5, 1]),
    ],
)
def test_the_darkest_band_keeps_the_promise(better, comparator, values, bands):
    goal = {">=": 98.0, "<=": 2.0, "=": 100.0}[comparator]
    step = Step(date(2020, 12, 31), comparator, goal)
    assert Scale("percent", 1, better, step).bands(values) == bands


@pytest.mark.parametrize(("better", "bands"), [("higher", [1, 3, 5]), ("lower", [5, 3, 1])])
def test_without_a_promise_the_darkest_is_the_best(better, bands):
    assert Scale("percent", 1, better, None).bands([0.0, 50.0, 100.0]) == bands


@pytest.mark.parametrize("step", [None, Step(date(2020, 12, 31), "=", 100.0)])
def test_equal_values_and_none_at_all_have_bands(step):
    scale = Scale("percent", 1, "higher", step)
    assert scale.bands([]) == []
    assert len(set(scale.bands([7.0, 7.0]))) == 1


@pytest.mark.parametrize(("denominator", "few"), [(29.0, True), (30.0, False), (None, False)])
def test_too_few_to_judge_has_no_band(denominator, few):
    step = Step(date(2020, 12, 31), ">=", 98.0)
    one = replace(seen(2020, 100.0), denominator=denominator)
    assert Scale("percent", 1, "higher", step, 30.0).is_few(one) is few
    assert Scale("percent", 1, "higher", None, 30.0).is_few(one) is False
