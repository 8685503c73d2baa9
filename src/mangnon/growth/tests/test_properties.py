"""What holds for any child, tried on many invented ones."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mangnon.growth import length_for_age, weight_for_age, weight_for_size, zscores

sexes = st.sampled_from("mf")
days = st.integers(0, 1856)
scores = st.floats(-5, 5)
weights = st.floats(1, 40)
steps = st.floats(0.05, 5)


@given(sexes, days, weights, steps, st.floats(46, 119))
def test_a_heavier_child_has_higher_z_scores(
    sex: str, day: int, weight: float, step: float, size: float
) -> None:
    z = zscores(
        sex=sex, age_days=day, weight_kg=[weight, weight + step], length_cm=size, rounded=False
    )
    for pair in (z.waz, z.whz, z.baz):
        assert np.isnan(pair).all() or pair[0] < pair[1]


@given(sexes, days, st.floats(40, 130), steps)
def test_a_taller_child_has_a_higher_size_and_a_lower_bmi(
    sex: str, day: int, size: float, step: float
) -> None:
    z = zscores(sex=sex, age_days=day, weight_kg=12.0, length_cm=[size, size + step], rounded=False)
    assert z.haz[0] < z.haz[1]
    assert z.baz[0] > z.baz[1]


@given(sexes, days, scores)
def test_weight_and_size_of_a_z_score_give_it_back(sex: str, day: int, score: float) -> None:
    weight = weight_for_age(sex=sex, age_days=day, z=score)
    size = length_for_age(sex=sex, age_days=day, z=score)
    z = zscores(sex=sex, age_days=day, weight_kg=weight, length_cm=size, rounded=False)
    assert abs(z.waz[0] - score) < 1e-9
    assert abs(z.haz[0] - score) < 1e-9


@given(sexes, st.floats(45, 110), scores)
def test_weight_for_size_gives_its_z_score_back(sex: str, size: float, score: float) -> None:
    weight = weight_for_size(sex=sex, length_cm=size, standing=False, z=score)
    z = zscores(sex=sex, age_days=500, weight_kg=weight, length_cm=size, rounded=False)
    assert abs(z.whz[0] - score) < 1e-9


@given(sexes, st.floats(45.2, 109.8), weights)
def test_between_two_rows_nothing_jumps(sex: str, size: float, weight: float) -> None:
    z = zscores(
        sex=sex, age_days=500, weight_kg=weight, length_cm=[size - 1e-4, size + 1e-4], rounded=False
    ).whz
    assert abs(z[0] - z[1]) < 0.01


@given(sexes, days, st.floats(46, 109))
def test_lying_and_standing_differ_by_seven_millimetres(sex: str, day: int, size: float) -> None:
    lying, standing = zscores(
        sex=sex, age_days=day, length_cm=[size + 0.7, size], measured=["L", "H"]
    ).length_cm
    assert abs(lying - standing) < 1e-9


@given(sexes, days, weights)
def test_rounding_moves_no_child_by_more_than_half_a_hundredth(
    sex: str, day: int, weight: float
) -> None:
    exact = zscores(sex=sex, age_days=day, weight_kg=weight, rounded=False).waz[0]
    rounded = zscores(sex=sex, age_days=day, weight_kg=weight).waz[0]
    assert abs(exact - rounded) <= 0.005 + 1e-9


@given(st.lists(st.tuples(sexes, days, weights), min_size=1, max_size=30))
def test_many_at_once_is_one_by_one(children: list[tuple[str, int, float]]) -> None:
    sex, age, weight = (list(column) for column in zip(*children, strict=True))
    together = zscores(sex=sex, age_days=age, weight_kg=weight).waz
    alone = [zscores(sex=s, age_days=a, weight_kg=w).waz[0] for s, a, w in children]
    assert together.tolist() == alone
