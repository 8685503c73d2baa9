"""Ages: from dates, from months, and back."""

import numpy as np

from mangnon.growth import completed_months, days_between, days_from_months


def test_days_from_two_dates() -> None:
    birth = np.array(["2024-02-28", "NaT", "2024-01-01"], dtype="datetime64[D]")
    visit = np.array(["2024-03-01", "2024-03-01", "2024-01-01"], dtype="datetime64[D]")
    days = days_between(birth, visit)
    assert (days[0], days[2]) == (2.0, 0.0)
    assert np.isnan(days[1])


def test_days_from_months_as_who_does() -> None:
    # 22.45 * 30.4375 = 683.32; 21.47 * 30.4375 = 653.49 (two children of WHO's survey)
    assert days_from_months([22.45, 21.47, 0.0]).tolist() == [683.0, 653.0, 0.0]


def test_completed_months() -> None:
    assert completed_months([0, 30, 31, 1826, 1827]).tolist() == [0, 0, 1, 59, 60]
    assert np.isnan(completed_months([np.nan])).all()
