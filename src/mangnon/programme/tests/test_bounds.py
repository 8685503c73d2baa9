"""Promises of 0 and 100%, exact fractions, and how many decimals tell the truth."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from mangnon.programme.arithmetic import compare
from mangnon.programme.status import Base, Question, Step, assess
from mangnon.programme.tests.promises import END_2012, END_2020, series, year


def of_2020(comparator, promised, better="higher", **known):
    """The judgement after the due date of one figure of 2020."""
    step = Step(END_2020, comparator, promised)
    points = (year(2020, **known),)
    return assess(
        Question(date(2021, 1, 1), "percent", better, (step,), Base(END_2012, 50), points)
    ).current


def test_all_means_all():
    assert of_2020("=", 100, numerator=235, denominator=235).status == "met"
    almost = of_2020("=", 100, numerator=4_999, denominator=5_000)
    assert (almost.status, almost.decimals) == ("missed", 2)


def test_none_means_none():
    assert of_2020("=", 0, better="lower", numerator=0, denominator=900).status == "met"
    assert of_2020("=", 0, better="lower", numerator=1, denominator=90_000).status == "missed"


def test_equal_is_not_below():
    assert of_2020("<", 2.5, numerator=25, denominator=1_000).status == "missed"
    assert of_2020("<=", 2.5, numerator=25, denominator=1_000).status == "met"
    assert of_2020(">", 2.5, numerator=25, denominator=1_000).status == "missed"


@pytest.mark.parametrize("whole", [30, 70, 110, 290, 570, 1_130])
def test_fractions_are_compared_without_rounding(whole):
    assert of_2020(">=", 70, numerator=whole * 7 / 10, denominator=whole).status == "met"


def test_noise_of_carrying_by_share_does_not_miss():
    assert of_2020("=", 100, numerator=64 - 3e-13, denominator=64).status == "met"


def test_a_promise_of_all_goes_the_indicators_way():
    step = (Step(END_2020, "=", 100),)
    on = date(2017, 1, 10)
    up = Question(on, "percent", "higher", step, Base(END_2012, 60), series(2014, 70, 80, 85))
    assert assess(up).status == "on_track"
    assert assess(up).current.forecast_meets
    assert assess(replace(up, points=series(2014, 70, 71, 72))).status == "behind"


@pytest.mark.parametrize(
    ("value", "comparator", "promised", "decimals"),
    [
        ("2.46", "<", "2.5", 2),
        ("2.4", "<", "2.5", 1),
        ("2.04", "<=", "2", 2),
        ("98", ">=", "98", 1),
    ],
)
def test_decimals_that_keep_the_verdict(value, comparator, promised, decimals):
    needed = compare.decimals_needed(Fraction(value), comparator, Fraction(promised), 1)
    assert needed == decimals


def test_halves_go_away_from_zero():
    assert compare.rounded(Fraction("2.45"), 1) == Fraction("2.5")
    assert compare.rounded(Fraction("-2.45"), 1) == Fraction("-2.5")
