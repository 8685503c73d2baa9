"""Dataset ``measured``: the last valid weighing of the year of each child under five."""

from datetime import date

import pytest

from mangnon.register.actions import record_measurement
from mangnon.register.models import Child, Measurement
from tests.support.datasets import rows_of

BORN = date(2018, 3, 10)


@pytest.fixture
def tung(enter, an_son):
    return enter(an_son, BORN, name="Trần Văn Tùng", sex="m")


@pytest.fixture
def weigh(tung, warrant):
    def one(day, kg=None, cm=None, **other):
        return record_measurement(
            other.pop("child", tung), measured_on=day, weight_kg=kg, length_cm=cm, **other,
            warrant=warrant,
        )  # fmt: skip

    return one


@pytest.fixture
def rows(an_son, binh_minh):
    return lambda *years: rows_of("measured", [an_son, binh_minh], years or [2020])


def test_one_row_a_child_and_year(weigh, rows):
    weigh(date(2020, 6, 1), 12.1, 86.0)
    last = weigh(date(2020, 12, 1), 12.9, 89.0)
    (row,) = rows(2019, 2020, 2021)
    assert (row["year"], row["place"], row["sex"], row["poverty"]) == (2020, "101", "m", "none")
    assert (row["waz"], row["haz"], row["whz"]) == (last.waz, last.haz, last.whz)
    assert (row["age_months"], row["age_band"], row["oedema"]) == (32, "24-35", False)


@pytest.mark.parametrize(
    ("day", "months", "band"),
    [
        (date(2018, 3, 10), 0, "0-5"),
        (date(2018, 9, 9), 5, "0-5"),
        (date(2018, 9, 10), 6, "6-11"),
        (date(2019, 3, 10), 12, "12-23"),
        (date(2020, 3, 10), 24, "24-35"),
        (date(2021, 3, 10), 36, "36-47"),
        (date(2022, 3, 10), 48, "48-59"),
        (date(2023, 3, 9), 59, "48-59"),
    ],
)
def test_ages_are_completed_when_weighed(weigh, rows, day, months, band):
    weigh(day, 3.3 + months / 5)  # a believable weight
    (row,) = rows(day.year)
    assert (row["age_months"], row["age_band"]) == (months, band)


def test_from_five_years_on_nobody_counts(weigh, rows):
    weigh(date(2023, 3, 10), 18.0, 108.0)
    assert rows(2023) == []


def test_a_birth_known_only_by_year_does_not_count(enter, an_son, weigh, rows):
    vague = enter(an_son, BORN, birth_precision="year")
    weigh(date(2020, 6, 1), 12.0, child=vague)
    assert rows() == []


def test_a_birth_known_by_month_counts(enter, an_son, weigh, rows):
    vague = enter(an_son, BORN, birth_precision="month")
    weigh(date(2020, 6, 1), 12.0, child=vague)
    assert len(rows()) == 1


def test_a_flagged_score_is_left_out(weigh, rows):
    one = weigh(date(2020, 6, 1), 3.0, 86.0, confirmed=True)
    assert "waz" in one.flagged
    (row,) = rows()
    assert row["waz"] is None
    assert row["haz"] == one.haz


def test_the_last_height_may_be_older_than_the_last_weight(weigh, rows):
    measured = weigh(date(2020, 6, 1), 12.1, 86.0)
    weighed = weigh(date(2020, 12, 1), 12.9)
    found = sorted(rows(), key=lambda row: row["age_months"])
    assert [row["haz"] for row in found] == [measured.haz, None]
    assert [row["waz"] for row in found] == [None, weighed.waz]


def test_oedema_counts_without_a_score(weigh, rows):
    weigh(date(2020, 6, 1), 12.1, oedema=True)
    (row,) = rows()
    assert (row["waz"], row["oedema"]) == (None, True)


def test_it_counts_where_it_was_weighed_last(weigh, rows, binh_minh):
    weigh(date(2020, 6, 1), 12.1)
    weigh(date(2020, 7, 1), 12.4, place=binh_minh)
    assert [row["place"] for row in rows()] == ["102"]


def test_of_two_on_one_day_the_later_written_counts(weigh, rows):
    weigh(date(2020, 6, 1), 12.1)
    second = weigh(date(2020, 6, 1), 12.4)
    assert [row["waz"] for row in rows()] == [second.waz]


def test_a_child_entered_twice_counts_once(weigh, rows, tung, enter, an_son):
    kept = enter(an_son, BORN)
    weigh(date(2020, 6, 1), 12.1)
    weigh(date(2020, 6, 1), 12.1, child=kept)
    Child.objects.filter(pk=tung.pk).update(merged_into=kept)
    assert [row["sex"] for row in rows()] == ["f"]


def test_a_score_of_exactly_minus_two_stays_exact(weigh, rows):
    one = weigh(date(2020, 6, 1), 12.1)
    Measurement.objects.filter(pk=one.pk).update(waz=-2.0)
    assert [row["waz"] for row in rows()] == [-2.0]
