"""Datasets ``stations``, ``schools`` and ``communes``, counted by hand on 31 December."""

from datetime import date

import pytest

from mangnon.facilities.actions import (
    close_facility,
    hire,
    leave_post,
    move_site,
    recognise_commune,
    recognise_school,
)
from mangnon.facilities.models import StaffTitle, Standard
from mangnon.facilities.tests.conftest import place
from tests.support.datasets import rows_of

HIRED = date(2016, 1, 1)
NOBODY = (False, False, False, False)


@pytest.fixture
def read(an_son, binh_minh):
    """Return year → the named columns of the only row of that year."""

    def one(dataset, years, *names):
        rows = sorted(rows_of(dataset, [an_son, binh_minh], years), key=lambda row: row["year"])
        assert len({row["year"] for row in rows}) == len(rows)
        return {row["year"]: tuple(row[name] for name in names) for row in rows}

    return one


@pytest.fixture
def staff(read):
    """Return year → midwife, assistant doctor, obstetrician, qualified."""
    names = ("has_midwife", "has_assistant_doctor", "has_obstetrician", "qualified")
    return lambda *years: read("stations", years, *names)


def title(role, *, counts, **life):
    return StaffTitle.objects.create(
        code=role, name_vi=role, name_en=role, role=role, counts_for_t3=counts, **life
    )


def test_an_unstaffed_station_counts(station, staff, read):
    assert staff(2015) == {2015: NOBODY}
    assert read("stations", [2015], "ownership", "place") == {2015: ("public", "101")}


@pytest.mark.parametrize(
    ("role", "counts", "seen"),
    [
        ("midwife", True, (True, False, False, True)),
        ("assistant_doctor", True, (False, True, False, True)),
        ("obstetrician", False, (False, False, True, False)),
        ("other", False, NOBODY),
    ],
)
def test_who_is_in_post(station, warrant, staff, role, counts, seen):
    hire(station, staff_number="1", title=title(role, counts=counts), hired_on=HIRED,
         warrant=warrant)  # fmt: skip
    assert staff(2015, 2016) == {2015: NOBODY, 2016: seen}


def test_who_left_no_longer_counts(station, midwife, warrant, staff):
    post = hire(station, staff_number="1", title=midwife, hired_on=HIRED, warrant=warrant)
    leave_post(post, left_on=date(2018, 12, 31), warrant=warrant)
    assert [seen[3] for seen in staff(2017, 2018).values()] == [True, False]


def test_shared_staff_does_not_count(station, midwife, warrant, staff):
    hire(station, staff_number="1", title=midwife, hired_on=HIRED, share_of_time=0.5,
         warrant=warrant)  # fmt: skip
    assert staff(2016) == {2016: NOBODY}


def test_a_title_counts_while_it_is_in_force(station, warrant, staff):
    ending = title("midwife", counts=True, valid_to=date(2017, 12, 31))
    hire(station, staff_number="1", title=ending, hired_on=HIRED, warrant=warrant)
    assert [seen[3] for seen in staff(2016, 2017).values()] == [True, False]


def test_a_station_counts_where_it_stands(station, binh_minh, warrant, read):
    move_site(station, place=binh_minh, moved_on=date(2018, 12, 31), warrant=warrant)
    assert read("stations", [2017, 2018], "place") == {2017: ("101",), 2018: ("102",)}


def test_a_closed_station_does_not_count(station, warrant, read):
    close_facility(station, closed_on=date(2018, 12, 31), warrant=warrant)
    assert list(read("stations", [2011, 2012, 2017, 2018])) == [2012, 2017]


def test_a_school_is_at_standard_until_the_recognition_ends(school, school_standard, warrant, read):
    decided = date(2014, 12, 31)
    recognise_school(school, standard=school_standard, decided_on=decided, level=2,
                     warrant=warrant)  # fmt: skip
    names = ("at_standard", "ever_recognised", "standard_level")
    assert read("schools", [2013, 2014, 2018, 2019], *names) == {
        2013: (False, False, 0),
        2014: (True, True, 2),
        2018: (True, True, 2),
        2019: (False, True, 0),
    }


def test_of_two_recognitions_the_higher_counts(school, school_standard, warrant, read):
    for day, level in ((date(2014, 1, 1), 2), (date(2016, 1, 1), 1)):
        recognise_school(school, standard=school_standard, decided_on=day, level=level,
                         warrant=warrant)  # fmt: skip
    found = read("schools", [2016, 2019], "standard_level", "level", "ownership")
    assert found == {2016: (2, "tieu_hoc", "public"), 2019: (1, "tieu_hoc", "public")}


def test_a_commune_is_recognised_for_one_year(commune_standard, warrant):
    commune = place("105", "Hạnh Phúc", valid_to=date(2023, 7, 1))
    given = {"standard": commune_standard, "year": 2020, "decided_on": date(2021, 3, 1)}
    recognise_commune(commune, **given, warrant=warrant)
    rows = rows_of("communes", [commune], [2019, 2020, 2021, 2023])
    assert {row["year"]: row["recognised"] for row in rows} == {
        2019: False, 2020: True, 2021: False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "year", "counts"),
    [
        ("first", 2018, True),
        ("first", 2019, False),  # lawful, and kept; but the newest standard judges the year
        ("second", 2019, True),
        ("second", 2020, True),
    ],
)
def test_a_year_with_two_standards_counts_by_the_newer(an_son, warrant, code, year, counts):
    lives = {"first": (date(2014, 7, 15), date(2020, 1, 3)), "second": (date(2019, 1, 3), None)}
    for name, (begin, end) in lives.items():
        Standard.objects.create(
            code=name, subject="commune", name_vi=name, name_en=name, valid_from=begin, valid_to=end
        )
    recognise_commune(an_son, standard=Standard.objects.get(code=code), year=year,
                      decided_on=date(2021, 2, 1), warrant=warrant)  # fmt: skip
    assert [row["recognised"] for row in rows_of("communes", [an_son], [year])] == [counts]


def test_a_district_is_no_commune(an_son):
    district = place("10", "Huyện", kind="district")
    assert [row["place"] for row in rows_of("communes", [an_son, district], [2020])] == ["101"]
