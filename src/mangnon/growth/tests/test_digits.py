"""Digit preference: even, rounded, and too few to judge."""

import numpy as np
import pytest

from mangnon.growth import digit_preference


def test_even_digits_score_nothing() -> None:
    found = digit_preference(np.arange(1000) / 10 + 5)
    assert (found.score, found.misplaced, found.grade) == (0.0, 0.0, "excellent")
    assert (found.whole, found.half) == (0.1, 0.2)


def test_whole_centimetres_only_score_the_most() -> None:
    found = digit_preference(np.repeat([80.0, 91.0], 100))
    assert found.score == pytest.approx(100.0)
    assert (found.whole, found.misplaced, found.grade) == (1.0, 0.9, "problematic")


def test_half_kilograms_by_hand() -> None:
    # 60 even values, 6 of each digit, and 40 more at .0 and .5: counts 26, 26 and eight times 6
    values = np.concatenate([np.arange(60) / 10, np.tile([7.0, 7.5], 20)])
    found = digit_preference(values)
    assert found.counts == (26, 6, 6, 6, 6, 26, 6, 6, 6, 6)
    # chi-square (2 * 16^2 + 8 * 4^2) / 10 = 64; 100 sqrt(64 / 900) = 26.67
    assert found.score == pytest.approx(26.67, abs=0.005)
    assert (found.half, found.misplaced) == pytest.approx((0.52, 0.32))


def test_single_precision_does_not_move_a_digit() -> None:
    values = np.array([10.3999996185303, 84.8000030517578, 9.9, 0.3])
    assert digit_preference(values).counts[9] == 1
    assert digit_preference(values).counts[4] == 1
    assert digit_preference(values).counts[8] == 1
    assert digit_preference(values).counts[3] == 1


def test_few_values_get_no_grade() -> None:
    assert digit_preference([10.0] * 99).grade == "too_few"
    assert digit_preference([np.nan]).n == 0
