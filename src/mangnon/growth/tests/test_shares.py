"""Counting: the limits, oedema, flags, and the intervals against known values."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.growth import GrowthError, prevalence


def test_the_limit_itself_is_not_below_it() -> None:
    found = prevalence([-2.0, -2.004, -2.01, 1.0, np.nan], below=-2)
    assert (found.n, found.cases) == (4, 1)


def test_above_counts_the_other_side() -> None:
    found = prevalence([2.0, 2.01, 3.5, -4.0], above=2)
    assert (found.n, found.cases, found.share) == (4, 2, 0.5)


def test_oedema_is_below_every_limit_and_never_above() -> None:
    z, swollen = [0.0, np.nan, np.nan], [False, True, False]
    below = prevalence(z, below=-3, oedema=swollen)
    above = prevalence(z, above=2, oedema=swollen)
    assert (below.n, below.cases, below.scored) == (2, 1, 1)
    assert (above.n, above.cases) == (2, 0)


def test_flagged_children_are_left_out() -> None:
    found = prevalence([-7.0, -2.5, 0.5], below=-2, flagged=[True, False, False])
    assert (found.n, found.cases, found.mean) == (2, 1, -1.0)


def test_mean_and_deviation_of_the_sample() -> None:
    found = prevalence([-1.0, 0.0, 1.0, np.nan], below=-2)
    assert (found.mean, found.sd, found.scored) == (0.0, 1.0, 3)


@pytest.mark.parametrize(
    ("cases", "n", "low", "high"),
    # Newcombe, Statistics in Medicine 17 (1998) 857, table I, Wilson without correction
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_against_newcombes_table(cases: int, n: int, low: float, high: float) -> None:
    found = prevalence([-3.0] * cases + [0.0] * (n - cases), below=-2)
    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_clusters_by_hand() -> None:
    """Three villages of four children, 4, 2 and 0 of them below: worked out on paper."""
    z = [-3.0] * 4 + [-3.0, -3.0, 0.0, 0.0] + [0.0] * 4
    found = prevalence(z, below=-2, clusters=["a"] * 4 + ["b"] * 4 + ["c"] * 4)
    # residual totals 2, 0, -2; variance 3/2 * 8 / 144 = 1/12; simple 0.25/12 = 1/48; effect 4
    assert found.clusters == 3
    assert found.design_effect == pytest.approx(4.0)
    # effective n 12/4 = 3, t(2) = 4.302653: half width t / (2 sqrt(3 + t^2)) = 0.463829
    assert (found.low, found.high) == pytest.approx((0.036171, 0.963829), abs=1e-6)


def test_one_cluster_says_nothing_about_the_others() -> None:
    found = prevalence([-3.0, 0.0], below=-2, clusters=["a", "a"])
    assert found.share == 0.5
    assert np.isnan([found.low, found.high]).all()


def test_clusters_never_narrow_the_interval() -> None:
    z = [-3.0, 0.0] * 50
    alone = prevalence(z, below=-2)
    even = prevalence(z, below=-2, clusters=np.repeat(np.arange(50), 2))
    assert even.design_effect == 1.0
    assert even.high - even.low >= alone.high - alone.low


def test_nobody_judged_is_unknown_not_zero() -> None:
    found = prevalence([np.nan], below=-2)
    assert found.n == 0
    assert np.isnan([found.share, found.low, found.high, found.mean, found.sd]).all()
    clustered = prevalence([np.nan], below=-2, clusters=["a"])
    assert np.isnan(clustered.low)


@pytest.mark.parametrize("limits", [{}, {"below": -2.0, "above": 2.0}])
def test_exactly_one_limit_is_asked_for(limits: dict[str, float]) -> None:
    with pytest.raises(GrowthError, match="below=-2"):
        prevalence([0.0], **limits)


@given(st.lists(st.floats(-6, 6), min_size=1, max_size=60), st.floats(-3, 3))
def test_an_interval_holds_its_share(z: list[float], limit: float) -> None:
    found = prevalence(z, below=limit)
    assert 0 <= found.low <= found.share + 1e-12
    assert found.share - 1e-12 <= found.high <= 1
