"""The standards themselves: every row, and some of WHO's own printed SD columns."""

import numpy as np
import pytest

from mangnon.growth.lms import value_at, z_score
from mangnon.growth.reference import length_for_age, weight_for_age, weight_for_size
from mangnon.growth.standards import zscores
from mangnon.growth.tables import Lms, by_day, by_length

SDS = np.arange(-3.0, 4.0)

# WHO's expanded tables: weight (kg) or size (cm) at SD -3, -2, -1, 0, 1, 2, 3.
WEIGHT_FOR_AGE = [
    ("m", 0, [2.080, 2.459, 2.881, 3.346, 3.859, 4.419, 5.031]),
    ("m", 183, [5.675, 6.357, 7.110, 7.939, 8.852, 9.855, 10.956]),
    ("m", 731, [8.634, 9.675, 10.843, 12.155, 13.627, 15.281, 17.139]),
    ("m", 1856, [12.459, 14.175, 16.171, 18.497, 21.218, 24.411, 28.171]),
    ("f", 0, [2.033, 2.395, 2.794, 3.232, 3.711, 4.230, 4.793]),
    ("f", 365, [6.273, 7.041, 7.925, 8.946, 10.129, 11.506, 13.114]),
    ("f", 1095, [9.608, 10.802, 12.199, 13.846, 15.798, 18.131, 20.942]),
    ("f", 1856, [12.145, 13.854, 15.905, 18.389, 21.429, 25.190, 29.903]),
]
LENGTH_FOR_AGE = [
    ("m", 0, [44.205, 46.098, 47.991, 49.884, 51.777, 53.670, 55.564]),
    ("m", 730, [78.638, 81.693, 84.747, 87.802, 90.856, 93.911, 96.966]),
    ("m", 731, [77.961, 81.017, 84.074, 87.130, 90.187, 93.243, 96.300]),
    ("m", 1856, [96.488, 101.158, 105.827, 110.497, 115.166, 119.836, 124.506]),
    ("f", 365, [66.281, 68.856, 71.430, 74.005, 76.580, 79.154, 81.729]),
    ("f", 731, [76.049, 79.276, 82.503, 85.730, 88.957, 92.184, 95.411]),
]
WEIGHT_FOR_SIZE = [
    ("m", 45.0, False, [1.877, 2.043, 2.230, 2.441, 2.680, 2.951, 3.261]),
    ("m", 80.5, False, [8.302, 8.970, 9.712, 10.540, 11.467, 12.507, 13.679]),
    ("m", 110.0, False, [14.211, 15.414, 16.760, 18.269, 19.968, 21.888, 24.066]),
    ("f", 70.2, False, [6.334, 6.885, 7.504, 8.204, 8.997, 9.900, 10.933]),
    ("m", 65.0, True, [5.868, 6.335, 6.854, 7.433, 8.079, 8.804, 9.619]),
    ("m", 92.6, True, [10.709, 11.543, 12.467, 13.494, 14.639, 15.919, 17.355]),
    ("m", 120.0, True, [17.072, 18.624, 20.374, 22.353, 24.601, 27.167, 30.107]),
    ("f", 120.0, True, [17.256, 18.878, 20.719, 22.817, 25.222, 27.991, 31.199]),
]


@pytest.mark.parametrize(
    ("lms", "restricted"),
    [
        (by_day("wfa"), True),
        (by_day("lfa"), False),
        (by_day("bmifa"), True),
        (by_length(), True),
    ],
    ids=["wfa", "lfa", "bmifa", "wfl/wfh"],
)
def test_every_row_gives_back_its_sd_columns(lms: Lms, restricted: bool) -> None:
    for sd in (*SDS, -4.5, 5.0):
        z = np.full(lms.median.shape, sd)
        assert z_score(value_at(z, lms, restricted=restricted), lms, restricted=restricted) == (
            pytest.approx(z, abs=1e-9)
        )


def test_tables_have_all_their_rows() -> None:
    assert {by_day(name).median.shape for name in ("wfa", "lfa", "bmifa")} == {(2 * 1857,)}
    assert by_length().median.shape == (2 * (651 + 551),)


def test_only_length_for_age_is_a_straight_line() -> None:
    assert by_day("lfa").linear
    assert not by_day("wfa").linear


def test_neighbouring_rows_lie_close() -> None:
    """A corrupt row stands out: other packages have one for boys at 92.6 cm."""
    lms = by_length()
    for start, end in ((0, 651), (651, 1202), (1202, 1853), (1853, 2404)):
        for column in (lms.skew, lms.median, lms.spread):
            assert np.abs(np.diff(column[start:end], n=2)).max() < 0.02


@pytest.mark.parametrize(("sex", "day", "weights"), WEIGHT_FOR_AGE)
def test_weight_for_age_against_the_printed_table(sex: str, day: int, weights: list[float]) -> None:
    assert weight_for_age(sex=sex, age_days=day, z=SDS) == pytest.approx(weights, abs=6e-4)
    assert zscores(sex=sex, age_days=day, weight_kg=weights, rounded=False).waz == (
        pytest.approx(SDS, abs=2e-3)
    )


@pytest.mark.parametrize(("sex", "day", "sizes"), LENGTH_FOR_AGE)
def test_length_for_age_against_the_printed_table(sex: str, day: int, sizes: list[float]) -> None:
    assert length_for_age(sex=sex, age_days=day, z=SDS) == pytest.approx(sizes, abs=6e-4)
    assert zscores(sex=sex, age_days=day, length_cm=sizes).haz.tolist() == SDS.tolist()


@pytest.mark.parametrize(("sex", "size", "standing", "weights"), WEIGHT_FOR_SIZE)
def test_weight_for_size_against_the_printed_table(
    sex: str, size: float, standing: bool, weights: list[float]
) -> None:
    found = weight_for_size(sex=sex, length_cm=size, standing=standing, z=SDS)
    assert found == pytest.approx(weights, abs=6e-4)
    age = 1000 if standing else 700
    z = zscores(sex=sex, age_days=age, weight_kg=weights, length_cm=size, rounded=False).whz
    assert z == pytest.approx(SDS, abs=3e-3)


@pytest.mark.parametrize(
    ("sex", "bmi"),
    [
        ("m", [10.2, 11.1, 12.2, 13.4, 14.8, 16.3, 18.1]),
        ("f", [10.1, 11.1, 12.2, 13.3, 14.6, 16.1, 17.7]),
    ],
)
def test_bmi_at_birth_against_the_printed_chart(sex: str, bmi: list[float]) -> None:
    weights = np.array(bmi) * 0.5**2
    z = zscores(sex=sex, age_days=0, weight_kg=weights, length_cm=50.0, rounded=False).baz
    assert z == pytest.approx(SDS, abs=0.06)


def test_outside_the_standards_nothing_is_invented() -> None:
    assert np.isnan(weight_for_age(sex="m", age_days=[-1, 1857, np.nan])).all()
    assert np.isnan(length_for_age(sex="", age_days=[10])).all()
    assert np.isnan(weight_for_size(sex="f", length_cm=[44.9, 110.1], standing=False)).all()
