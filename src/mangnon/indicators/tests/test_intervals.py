"""Intervals against published figures, their definitions and scipy's own."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from mangnon.indicators.intervals import poisson, wilson


def test_deaths_of_2020_as_a_rate():
    low, high = (bound / 26_500 * 1000 for bound in poisson(90))
    assert (round(low, 1), round(high, 1)) == (2.7, 4.2)


def test_ninety_eight_deaths():
    low, high = poisson(98)
    assert (round(low), round(high)) == (80, 119)


@pytest.mark.parametrize(
    ("events", "births", "rate"), [(8, 2_400, (1.4, 6.6)), (294, 84_000, (3.1, 3.9))]
)
def test_a_district_and_three_years_pooled(events, births, rate):
    assert tuple(round(bound / births * 1000, 1) for bound in poisson(events)) == rate


def test_no_event_still_has_an_upper_bound():
    assert poisson(0) == (0.0, pytest.approx(-math.log(0.025)))


@given(st.integers(1, 5_000), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_poisson_by_chi_squared(events, level):
    low, high = poisson(events, level)
    assert low == pytest.approx(stats.chi2.ppf((1 - level) / 2, 2 * events) / 2)
    assert high == pytest.approx(stats.chi2.ppf((1 + level) / 2, 2 * events + 2) / 2)


@given(st.integers(1, 3_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_as_scipy_has_it(figure):
    cases, n = figure
    theirs = stats.binomtest(cases, n).proportion_ci(method="wilson")
    low, high = wilson(cases, n)
    assert (low, high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)
    assert 0 <= low <= cases / n <= high <= 1


def test_stunting_survey():
    low, high = wilson(249, 1_500)
    assert (round(low * 100, 1), round(high * 100, 1)) == (14.8, 18.6)


def test_arrays_keep_their_shape():
    low, high = wilson([0, 5, 0], [10, 10, 0])
    assert low.shape == (3,)
    assert low[0] == 0.0
    assert np.isnan(low[2]) and np.isnan(high[2])
    assert poisson(np.array([0, 98]))[1].shape == (2,)


def test_parts_carried_by_share_may_exceed_by_a_hair():
    assert wilson(10 + 1e-10, 10)[1] == 1.0


@pytest.mark.parametrize("figure", [(-1, 10), (11, 10)])
def test_no_share_no_interval(figure):
    with pytest.raises(ValueError, match="numerator"):
        wilson(*figure)


def test_negative_counts_and_odd_levels_are_refused():
    with pytest.raises(ValueError, match="not negative"):
        poisson(-1)
    with pytest.raises(ValueError, match="level"):
        poisson(1, level=1.0)
