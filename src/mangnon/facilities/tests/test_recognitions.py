"""Recognitions of schools and communes, and scores."""

from datetime import date

import pytest

from mangnon.facilities.actions import assess, recognise_commune, recognise_school
from mangnon.facilities.actions.recognitions import years_on
from mangnon.facilities.errors import WrongDay, WrongPlace, WrongStandard, WrongState
from mangnon.facilities.models import Assessment, Recognition, Standard
from mangnon.facilities.tests.conftest import forget, marked, place

DECIDED = date(2015, 3, 10)


def test_a_school_is_recognised_for_the_standards_years(school, school_standard, warrant):
    forget()
    given = recognise_school(
        school, standard=school_standard, decided_on=DECIDED, level=2, warrant=warrant
    )
    assert (given.expires_on, given.level) == (date(2020, 3, 10), 2)
    assert marked("schools") == {"101": DECIDED}


def test_a_decision_may_name_its_own_end(school, school_standard, warrant):
    end = date(2016, 1, 1)
    given = recognise_school(
        school, standard=school_standard, decided_on=DECIDED, expires_on=end, warrant=warrant
    )
    assert given.expires_on == end


def test_five_years_from_a_leap_day():
    assert years_on(date(2016, 2, 29), 5) == date(2021, 3, 1)
    assert years_on(date(2016, 2, 29), 4) == date(2020, 2, 29)
    assert years_on(DECIDED, None) is None


@pytest.mark.parametrize(
    ("day", "error"),
    [
        (date(2018, 10, 10), WrongStandard),  # the standard ended
        (date(2013, 2, 17), WrongStandard),  # it had not begun
        (date(2024, 6, 16), WrongDay),
        (date(2011, 1, 1), WrongState),  # no school yet
    ],
)
def test_an_impossible_decision_is_refused(school, school_standard, warrant, day, error):
    with pytest.raises(error):
        recognise_school(school, standard=school_standard, decided_on=day, warrant=warrant)
    assert not Recognition.objects.exists()


def test_a_standard_fits_its_subject(
    station, school, an_son, school_standard, commune_standard, warrant
):
    day = date(2020, 2, 1)
    with pytest.raises(WrongStandard):
        recognise_school(school, standard=commune_standard, decided_on=day, warrant=warrant)
    with pytest.raises(WrongStandard):
        recognise_school(station, standard=school_standard, decided_on=DECIDED, warrant=warrant)
    with pytest.raises(WrongStandard):
        recognise_commune(
            an_son, standard=school_standard, year=2015, decided_on=day, warrant=warrant
        )


def test_a_commune_is_recognised_for_a_year(an_son, commune_standard, warrant):
    forget()
    recognise_commune(
        an_son, standard=commune_standard, year=2020, decided_on=date(2021, 2, 1), warrant=warrant
    )
    assert Recognition.objects.get().year == 2020
    assert marked("communes") == {"101": date(2020, 1, 1)}


def test_once_a_year(an_son, commune_standard, warrant):
    given = {"standard": commune_standard, "year": 2020, "decided_on": date(2021, 2, 1)}
    recognise_commune(an_son, **given, warrant=warrant)
    with pytest.raises(WrongState):
        recognise_commune(an_son, **given, warrant=warrant)


def test_a_year_may_have_a_decision_by_each_standard(an_son, commune_standard, warrant):
    other = Standard.objects.create(
        code="older", subject="commune", name_vi="x", name_en="c", valid_to=date(2021, 1, 3)
    )
    for standard in (other, commune_standard):
        recognise_commune(
            an_son, standard=standard, year=2020, decided_on=date(2021, 2, 1), warrant=warrant
        )
    assert Recognition.objects.count() == 2


@pytest.mark.parametrize(
    ("year", "day", "error"),
    [
        (2020, date(2019, 12, 31), WrongDay),
        (2023, date(2024, 6, 16), WrongDay),
        (2018, date(2019, 2, 1), WrongStandard),
        (2024, date(2024, 6, 1), WrongPlace),  # it ends before 31 December
    ],
)
def test_an_impossible_year_is_refused(commune_standard, warrant, year, day, error):
    commune = place("105", "Sắp Hết", valid_to=date(2024, 7, 1))
    with pytest.raises(error):
        recognise_commune(
            commune, standard=commune_standard, year=year, decided_on=day, warrant=warrant
        )


def test_a_second_score_replaces_the_first(an_son, school, school_standard, commune_standard,
                                           warrant):  # fmt: skip
    for score in (870, 905):
        assess(an_son, standard=commune_standard, year=2020, score=score, warrant=warrant)
    assess(school, standard=school_standard, year=2015, score=None, warrant=warrant)
    assert list(Assessment.objects.order_by("pk").values_list("score", flat=True)) == [905, None]


@pytest.mark.parametrize(
    ("year", "score", "words"),
    [
        (2025, 900, "chưa tới"),
        (2020, -1, "số âm"),
        (2020, 1000.5, "vượt tổng điểm 1000"),
        (2018, 900, "không có hiệu lực ngày nào trong năm 2018"),  # it begins in January 2019
        (2022, 900, "không có hiệu lực ngày nào trong năm 2022"),  # it ended with 2021
    ],
)
def test_an_impossible_score_is_refused(an_son, commune_standard, warrant, year, score, words):
    commune_standard.points_total, commune_standard.valid_to = 1000, date(2022, 1, 1)
    with pytest.raises((WrongDay, WrongStandard), match=words):
        assess(an_son, standard=commune_standard, year=year, score=score, warrant=warrant)
    assert not Assessment.objects.exists()


def test_the_greatest_score_in_the_standards_last_year_is_taken(an_son, commune_standard, warrant):
    commune_standard.points_total, commune_standard.valid_to = 1000, date(2020, 1, 2)
    assess(an_son, standard=commune_standard, year=2020, score=1000, warrant=warrant)
    assert Assessment.objects.get().score == 1000


def test_a_score_is_held_against_a_fitting_standard(an_son, school_standard, warrant):
    with pytest.raises(WrongStandard):
        assess(an_son, standard=school_standard, year=2015, score=1, warrant=warrant)
