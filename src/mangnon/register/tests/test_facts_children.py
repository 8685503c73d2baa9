"""Dataset ``children``: a dozen children, counted by hand on 31 December 2020."""

from datetime import date

import pytest

from mangnon.register.actions import (
    begin_circumstance,
    end_circumstance,
    give_assistance,
    move_child,
    record_death,
    register_household,
    set_poverty,
)
from mangnon.register.models import Child
from tests.support.datasets import rows_of

DAY = date(2020, 12, 31)


@pytest.fixture
def count(an_son, binh_minh):
    """Return the rows of 2020 at both communes."""
    return lambda *years: rows_of("children", [an_son, binh_minh], years or [2020])


@pytest.mark.parametrize(
    ("born", "months", "years", "group"),
    [
        (DAY, 0, 0, "0-2"),
        (date(2018, 1, 1), 35, 2, "0-2"),
        (date(2017, 12, 31), 36, 3, "3-5"),
        (date(2015, 1, 1), 71, 5, "3-5"),
        (date(2014, 12, 31), 72, 6, "6-10"),
        (date(2010, 1, 1), 131, 10, "6-10"),
        (date(2009, 12, 31), 132, 11, "11-15"),
        (date(2005, 1, 1), 191, 15, "11-15"),
        (date(2016, 2, 29), 58, 4, "3-5"),
    ],
)
def test_ages_are_completed_on_the_day(enter, an_son, count, born, months, years, group):
    enter(an_son, born, since=max(born, date(2012, 1, 1)))
    (row,) = count()
    assert (row["age_months"], row["age_years"], row["age_group"]) == (months, years, group)


def test_the_plainest_child(enter, an_son, count):
    enter(an_son, date(2015, 3, 10), sex="m")
    assert count() == [
        {
            "place": "101", "year": 2020, "sex": "m", "age_years": 5, "age_months": 69,
            "age_group": "3-5", "groups": [], "in_circumstances": False,
            "identified_in_period": False, "on_allowance": False, "poverty": "none",
            "residence": "permanent",
        }
    ]  # fmt: skip


def test_nobody_of_sixteen_or_unborn_is_counted(enter, an_son, count):
    enter(an_son, date(2004, 12, 31), since=date(2012, 1, 1))
    enter(an_son, date(2021, 1, 1))
    assert count() == []


def test_a_child_counts_where_it_lives_on_the_day(man, binh_minh, count, warrant):
    move_child(man, place=binh_minh, moved_on=DAY, kind="temporary", warrant=warrant)
    counted = [(row["year"], row["place"], row["residence"]) for row in count(2019, 2020)]
    assert sorted(counted) == [(2019, "101", "permanent"), (2020, "102", "temporary")]


def test_whoever_is_absent_is_not_counted(man, an_son, count, warrant):
    move_child(man, place=an_son, moved_on=date(2020, 6, 1), kind="absent", warrant=warrant)
    assert [row["year"] for row in count(2019, 2020)] == [2019]


def test_the_dead_are_not_counted_from_that_day_on(man, count, warrant):
    record_death(man, died_on=DAY, warrant=warrant)
    assert [row["year"] for row in count(2019, 2020)] == [2019]


def test_a_child_entered_twice_counts_once(man, enter, an_son, count):
    kept = enter(an_son, date(2015, 3, 10))
    Child.objects.filter(pk=man.pk).update(merged_into=kept)
    assert len(count()) == 1


def test_a_spell_counts_while_it_is_open(man, disability, count, warrant):
    spell = begin_circumstance(man, group=disability, valid_from=DAY, warrant=warrant)
    end_circumstance(spell, ended_on=date(2021, 12, 31), reason="improved", warrant=warrant)
    counted = {row["year"]: row["in_circumstances"] for row in count(2019, 2020, 2021)}
    assert counted == {2019: False, 2020: True, 2021: False}


def test_a_group_counts_while_it_is_in_force(man, old_group, count, warrant):
    begin_circumstance(man, group=old_group, valid_from=date(2016, 5, 1), warrant=warrant)
    counted = {row["year"]: row["groups"] for row in count(2015, 2016, 2017)}
    assert counted == {2015: [], 2016: ["street"], 2017: []}


def test_a_child_in_two_groups_is_one_child(man, disability, old_group, count, warrant):
    begin_circumstance(man, group=old_group, valid_from=date(2016, 5, 1), warrant=warrant)
    old_group.valid_to = None
    old_group.save()
    begin_circumstance(man, group=disability, valid_from=date(2018, 5, 1), warrant=warrant)
    (row,) = count()
    assert row["groups"] == ["disability", "street"]


def test_identified_in_the_year_even_if_it_ended(man, disability, count, warrant):
    began, found = date(2019, 5, 1), date(2020, 1, 1)
    spell = begin_circumstance(
        man, group=disability, valid_from=began, identified_on=found, warrant=warrant
    )
    end_circumstance(spell, ended_on=date(2020, 7, 1), reason="improved", warrant=warrant)
    counted = {
        row["year"]: (row["identified_in_period"], row["in_circumstances"])
        for row in count(2019, 2020)
    }
    assert counted == {2019: (False, True), 2020: (True, False)}


def test_the_allowance_counts_for_twelve_months(man, allowance, count, warrant):
    give_assistance(man, kind=allowance, delivered_on=date(2020, 1, 1), warrant=warrant)
    counted = {row["year"]: row["on_allowance"] for row in count(2019, 2020, 2021)}
    assert counted == {2019: False, 2020: True, 2021: False}


def test_a_gift_is_no_allowance(man, gift, count, warrant):
    give_assistance(man, kind=gift, delivered_on=date(2020, 1, 1), warrant=warrant)
    assert not count()[0]["on_allowance"]


def test_poverty_is_that_of_the_year(man, count, warrant):
    household = register_household(warrant=warrant)
    Child.objects.filter(pk=man.pk).update(household=household)
    set_poverty(household, year=2020, status="near_poor", warrant=warrant)
    counted = {row["year"]: row["poverty"] for row in count(2019, 2020)}
    assert counted == {2019: "none", 2020: "near_poor"}


def test_no_identity_leaves_the_register(man, count):
    assert not any("Mận" in str(value) for row in count() for value in row.values())
