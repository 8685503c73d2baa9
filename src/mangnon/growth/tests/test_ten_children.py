"""Ten invented children, worked out by hand from WHO's L, M and S."""

import numpy as np
import pytest

from mangnon.growth import ZScores, zscores


def z_of(**child: object) -> ZScores:
    return zscores(**child)  # type: ignore[arg-type]


def test_an_a_newborn_boy_of_three_kilograms() -> None:
    # L 0.3487  M 3.3464  S 0.14602: (3.0/3.3464)^L = 0.962613; (0.962613 - 1) / (L S) = -0.7343
    assert z_of(sex="m", age_days=0, weight_kg=3.0).waz[0] == -0.73


def test_binh_a_girl_of_one_year_just_underweight() -> None:
    # L -0.2022  M 8.9462  S 0.12267: (7.0/8.9462)^L = 1.050854; 0.050854 / (L S) = -2.0503
    assert z_of(sex="f", age_days=365, weight_kg=7.0).waz[0] == -2.05


def test_chi_a_boy_on_the_last_day_lying() -> None:
    # day 730: M 87.8018  S 0.03479: (85.0/87.8018 - 1) / S = -0.9172
    assert z_of(sex="m", age_days=730, length_cm=85.0, measured="L").haz[0] == -0.92


def test_dung_a_day_older_still_measured_lying() -> None:
    # 85.7 lying = 85.0 standing; day 731: M 87.1303  S 0.03508: (85.0/87.1303 - 1) / S = -0.6970
    z = z_of(sex="m", age_days=731, length_cm=85.7, measured="L")
    assert z.haz[0] == -0.70
    assert z.length_cm[0] == pytest.approx(85.0)


def test_em_a_girl_under_two_measured_standing() -> None:
    # 80.0 standing = 80.7 lying; day 700: M 85.5184  S 0.03711: (80.7/85.5184 - 1) / S = -1.5183
    assert z_of(sex="f", age_days=700, length_cm=80.0, measured="H").haz[0] == -1.52


def test_giang_a_boy_far_below_where_the_scale_goes_on_straight() -> None:
    # day 400: SD-2 7.9470, SD-3 7.1106: -3 + (6.0 - 7.1106) / (7.9470 - 7.1106) = -4.3278
    assert z_of(sex="m", age_days=400, weight_kg=6.0).waz[0] == -4.33


def test_ha_a_girl_far_above_for_her_length() -> None:
    # 70.0 cm: SD2 9.8511, SD3 10.8798: 3 + (12.0 - 10.8798) / (10.8798 - 9.8511) = 4.0890
    z = z_of(sex="f", age_days=300, weight_kg=12.0, length_cm=70.0, measured="L")
    assert z.whz[0] == 4.09


def test_khanh_a_boy_between_two_rows_of_the_table() -> None:
    # 72.35 cm, half way: L -0.3521  M (8.9353 + 8.9571)/2 = 8.9462  S 0.082595: -0.6251
    z = z_of(sex="m", age_days=400, weight_kg=8.5, length_cm=72.35, measured="L")
    assert z.whz[0] == -0.63


def test_lan_a_girl_by_her_body_mass() -> None:
    # 15 kg, 98 cm: BMI 15.6185; day 1200: L -0.5684  M 15.3434  S 0.08675: 0.2038
    z = z_of(sex="f", age_days=1200, weight_kg=15.0, length_cm=98.0, measured="H")
    assert z.baz[0] == 0.20


def test_minh_a_boy_just_wasted_standing() -> None:
    # 100.0 cm: L -0.3521  M 15.3576  S 0.08229: (13.0/15.3576)^L = 1.060437; z = -2.0859
    z = z_of(sex="m", age_days=1300, weight_kg=13.0, length_cm=100.0, measured="H")
    assert z.whz[0] == -2.09


def test_the_row_that_is_corrupt_elsewhere() -> None:
    # boys, 92.6 cm standing: L -0.3521  M 13.4937  S 0.08028: (13.0/13.4937)^L = 1.013211: -0.4674
    z = z_of(sex="m", age_days=1000, weight_kg=13.0, length_cm=92.6, measured="H")
    assert z.whz[0] == -0.47


def test_all_of_them_together_are_the_same_children() -> None:
    together = zscores(
        sex=["m", "f", "m", "f"],
        age_days=[0, 365, 400, 1200],
        weight_kg=[3.0, 7.0, 6.0, 15.0],
        length_cm=[np.nan, np.nan, np.nan, 98.0],
        measured=["", "", "", "H"],
    )
    assert together.waz[:3].tolist() == [-0.73, -2.05, -4.33]
    assert together.baz[3] == 0.20
    assert np.isnan(together.haz[:3]).all()
