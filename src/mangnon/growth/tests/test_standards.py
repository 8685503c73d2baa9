"""The rules round the z-scores: who is judged by what, what is unknown, what is refused."""

import numpy as np
import pytest

from mangnon.growth import GrowthError, zscores
from mangnon.growth.standards import BLOCK


def test_oedema_silences_the_indices_with_weight_only() -> None:
    z = zscores(sex="m", age_days=600, weight_kg=11.0, length_cm=82.0, oedema=[True, False])
    assert np.isnan([z.waz[0], z.whz[0], z.baz[0]]).all()
    assert not np.isnan([z.haz[0], z.waz[1], z.whz[1], z.baz[1]]).any()


def test_unknown_measure_is_taken_to_fit_the_age() -> None:
    known = zscores(sex="f", age_days=[730, 731], length_cm=84.0, measured=["L", "H"])
    unknown = zscores(sex="f", age_days=[730, 731], length_cm=84.0)
    assert unknown.haz.tolist() == known.haz.tolist()


def test_weight_for_size_needs_no_age() -> None:
    z = zscores(sex="m", age_days=np.nan, weight_kg=10.0, length_cm=80.0, measured=["L", "H", ""])
    lying, standing, unknown = z.whz
    assert lying == unknown != standing
    assert np.isnan(z.waz).all()


def test_unknown_age_and_measure_stands_from_87_cm() -> None:
    z = zscores(sex="f", age_days=None, weight_kg=12.0, length_cm=[87.0, 87.0], measured=["H", ""])
    assert z.whz[0] == z.whz[1]


@pytest.mark.parametrize(
    ("age", "size", "judged"),
    [
        (700, 44.9, False),
        (700, 45.0, True),
        (700, 110.0, True),
        (700, 110.1, False),
        (800, 64.9, False),
        (800, 65.0, True),
        (800, 120.0, True),
        (800, 120.1, False),
    ],
)
def test_sizes_covered_by_weight_for_size(age: int, size: float, judged: bool) -> None:
    z = zscores(sex="m", age_days=age, weight_kg=10.0, length_cm=size)
    assert np.isnan(z.whz[0]) != judged


def test_edges_reached_by_the_correction_are_covered() -> None:
    z = zscores(
        sex="m", age_days=[731, 730], weight_kg=9.0, length_cm=[65.7, 109.3], measured=["L", "H"]
    )
    assert not np.isnan(z.whz).any()


def test_unknown_or_impossible_values_give_nan() -> None:
    z = zscores(
        sex=["", "m", "m", "m", "m"],
        age_days=[400, -1, 1857, np.nan, 400],
        weight_kg=[9.0, 9.0, 9.0, 9.0, 0.0],
        length_cm=[75.0, 75.0, 110.0, 75.0, -75.0],
    )
    assert np.isnan(z.waz).all()
    assert np.isnan(z.haz).all()
    assert np.isnan(z.whz).tolist() == [True, True, True, False, True]


def test_flags_mark_what_lies_beyond_the_limits() -> None:
    z = zscores(sex="m", age_days=400, weight_kg=[9.0, 3.0, 20.0], length_cm=[76.0, 55.0, 100.0])
    assert z.waz_flag.tolist() == [False, True, True]
    assert z.haz_flag.tolist() == [False, True, True]
    assert np.isnan(z.believable("waz")).tolist() == [False, True, True]


def test_flags_are_judged_on_two_decimals() -> None:
    # exactly at the limit of +6 SD, and just above it but within the rounding
    size = 49.8842 * (1 + 0.03795 * np.array([6.0, 6.004, 6.006]))
    assert zscores(sex="m", age_days=0, length_cm=size).haz_flag.tolist() == [False, False, True]


@pytest.mark.parametrize(
    "sexes",
    [
        ["m", "f", ""],
        ["M", "F", ""],
        [1, 2, np.nan],
        ["1", "2", ""],
        np.array(["m", "f", None], dtype=object),
    ],
)
def test_ways_to_write_sex(sexes: object) -> None:
    z = zscores(sex=sexes, age_days=400, weight_kg=9.0)  # type: ignore[arg-type]
    known = zscores(sex=["m", "f", ""], age_days=400, weight_kg=9.0)
    assert np.array_equal(z.waz, known.waz, equal_nan=True)


@pytest.mark.parametrize("sexes", [["m", "x"], [1, 3], ["boy"], [1.5], np.array([True])])
def test_a_sex_that_is_not_one_is_refused_by_its_place(sexes: object) -> None:
    with pytest.raises(GrowthError, match=r"child number \d has"):
        zscores(sex=sexes, age_days=400)  # type: ignore[arg-type]


def test_a_measure_that_is_not_one_is_refused() -> None:
    with pytest.raises(GrowthError, match="child number 2 has 'S'"):
        zscores(sex="m", age_days=400, length_cm=70.0, measured=["L", "S"])


def test_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(GrowthError, match="3 children"):
        zscores(sex=["m", "f"], age_days=[1, 2, 3])


def test_no_children_is_no_mistake() -> None:
    assert zscores(sex=[], age_days=[], weight_kg=[]).waz.shape == (0,)


def test_blocks_do_not_change_the_children() -> None:
    n = 2 * BLOCK + 3
    age = np.arange(n) % 1857
    weight, size = 3 + age / 120, 50 + age / 32
    whole = zscores(sex="f", age_days=age, weight_kg=weight, length_cm=size)
    for where in (0, BLOCK - 1, BLOCK, n - 1):
        one = zscores(sex="f", age_days=age[where], weight_kg=weight[where], length_cm=size[where])
        assert (one.waz[0], one.haz[0]) == (whole.waz[where], whole.haz[where])


def test_ages_in_parts_of_days_are_rounded_half_up() -> None:
    z = zscores(sex="m", age_days=[30.4, 30.5, 31.0, 30.0], weight_kg=4.0)
    assert z.waz[0] == z.waz[3]
    assert z.waz[1] == z.waz[2]
