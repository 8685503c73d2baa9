"""Datasets ``circumstance_year``, ``exits`` and ``identified``, counted by hand."""

from datetime import date

import pytest

from mangnon.register.actions import (
    approve_plan,
    begin_circumstance,
    deliver_service,
    end_circumstance,
    follow_up,
    give_assistance,
    move_child,
    record_death,
    record_reintegration,
)
from mangnon.register.models import CircumstanceGroup
from tests.support.datasets import rows_of

BEGAN = date(2018, 5, 1)


@pytest.fixture
def passing():
    return CircumstanceGroup.objects.create(
        code="out-of-school", law="new", name_vi="Bỏ học", name_en="Out of school",
        valid_from=date(2017, 6, 1), lasting=False,
    )  # fmt: skip


@pytest.fixture
def spell(man, passing, warrant):
    return begin_circumstance(man, group=passing, valid_from=BEGAN, warrant=warrant)


@pytest.fixture
def read(an_son, binh_minh):
    """Return year → what `get` sees in the only row of that year."""

    def one(dataset, years, *names):
        rows = sorted(rows_of(dataset, [an_son, binh_minh], years), key=lambda row: row["year"])
        assert len({row["year"] for row in rows}) == len(rows)
        return {row["year"]: tuple(row[name] for name in names) for row in rows}

    return one


def end(spell, day, reason, warrant):
    return end_circumstance(spell, ended_on=day, reason=reason, warrant=warrant)


def test_a_year_counts_from_its_first_day_of_a_spell(spell, read, warrant):
    end(spell, date(2020, 1, 2), "improved", warrant)
    assert list(read("circumstance_year", [2017, 2018, 2019, 2020, 2021])) == [2018, 2019, 2020]


def test_a_spell_that_ended_with_the_year_before_does_not_count(spell, read, warrant):
    end(spell, date(2020, 1, 1), "improved", warrant)
    assert 2020 not in read("circumstance_year", [2020])


def test_an_old_group_counts_to_its_last_day(man, old_group, read, warrant):
    begin_circumstance(man, group=old_group, valid_from=date(2016, 5, 1), warrant=warrant)
    found = read("circumstance_year", [2016, 2017, 2018], "groups")
    assert found == {2016: (["street"],), 2017: (["street"],)}


def test_who_turned_sixteen_in_the_year_still_counts(enter, an_son, passing, read, warrant):
    grown = enter(an_son, date(2004, 3, 1), since=date(2012, 1, 1))
    begin_circumstance(grown, group=passing, valid_from=BEGAN, warrant=warrant)
    found = read("circumstance_year", [2019, 2020, 2021], "age_years", "age_group")
    assert found == {2019: (15, "11-15"), 2020: (16, "16+")}


def test_a_child_counts_where_it_lives_at_the_end(man, spell, binh_minh, read, warrant):
    move_child(man, place=binh_minh, moved_on=date(2020, 12, 31), warrant=warrant)
    found = read("circumstance_year", [2019, 2020], "place")
    assert found == {2019: ("101",), 2020: ("102",)}


def test_a_child_that_died_counts_for_the_year_it_lived(man, spell, read, warrant):
    record_death(man, died_on=date(2020, 2, 1), warrant=warrant)
    found = read("circumstance_year", [2020, 2021], "place")
    assert found == {2020: ("101",)}


def test_only_assistance_that_qualifies_counts(man, spell, allowance, gift, read, warrant):
    give_assistance(man, kind=gift, delivered_on=date(2019, 2, 1), warrant=warrant)
    give_assistance(man, kind=allowance, delivered_on=date(2020, 12, 31), warrant=warrant)
    found = read("circumstance_year", [2019, 2020, 2021], "assisted")
    assert found == {2019: (False,), 2020: (True,), 2021: (False,)}


@pytest.mark.parametrize(
    ("delivered", "in_time"), [(date(2020, 6, 1), True), (date(2020, 6, 2), False)]
)
def test_a_service_counts_until_its_due_day(
    man, spell, allowance, read, warrant, delivered, in_time
):
    services = [(allowance, date(2020, 6, 1))]
    plan = approve_plan(man, approved_on=date(2020, 1, 5), services=services, warrant=warrant)
    deliver_service(plan.services.get(), delivered_on=delivered, warrant=warrant)
    found = read("circumstance_year", [2019, 2020, 2021], "plan_in_time")
    assert found == {2019: (False,), 2020: (in_time,), 2021: (False,)}


def outcome(man, reached, warrant, **other):
    four = dict.fromkeys(["in_family", "in_school_or_care", "no_new_harm", "goals_met"], True)
    return record_reintegration(man, reached_on=reached, **(four | other), warrant=warrant)


@pytest.mark.parametrize(
    ("followed", "holds", "counts"),
    [
        (date(2020, 8, 31), True, True),  # six months after the last of February
        (date(2020, 8, 28), True, False),
        (date(2020, 8, 31), False, False),
    ],
)
def test_reintegrated_after_six_months(man, spell, read, warrant, followed, holds, counts):
    one = outcome(man, date(2020, 2, 29), warrant)
    follow_up(one, followed_up_on=followed, still_holds=holds, warrant=warrant)
    assert read("circumstance_year", [2020], "reintegrated") == {2020: (counts,)}


@pytest.mark.parametrize("missing", ["in_family", "in_school_or_care", "no_new_harm", "goals_met"])
def test_all_four_conditions_are_needed(man, spell, read, warrant, missing):
    one = outcome(man, date(2020, 1, 2), warrant, **{missing: False})
    follow_up(one, followed_up_on=date(2020, 12, 1), still_holds=True, warrant=warrant)
    assert read("circumstance_year", [2020], "reintegrated") == {2020: (False,)}


@pytest.mark.parametrize("reason", ["improved", "moved", "corrected", "law_changed", "other"])
def test_an_exit_is_counted_in_its_year_with_its_reason(spell, read, warrant, reason):
    end(spell, date(2020, 12, 31), reason, warrant)
    found = read("exits", [2019, 2020, 2021], "reason", "place", "groups", "sex")
    assert found == {2020: (reason, "101", ["out-of-school"], "f")}


def test_an_exit_belongs_to_the_place_that_was_left(man, spell, binh_minh, read, warrant):
    day = date(2020, 6, 1)
    end(spell, day, "moved", warrant)
    move_child(man, place=binh_minh, moved_on=day, warrant=warrant)
    assert read("exits", [2020], "place") == {2020: ("101",)}


def test_a_death_is_an_exit(man, spell, read, warrant):
    record_death(man, died_on=date(2020, 2, 1), warrant=warrant)
    assert read("exits", [2020], "reason") == {2020: ("died",)}


def test_the_identified_count_by_the_group_they_were_found_in(man, passing, read, warrant):
    spell = begin_circumstance(
        man, group=passing, valid_from=BEGAN, identified_on=date(2020, 1, 1), warrant=warrant
    )
    end(spell, date(2020, 7, 1), "improved", warrant)
    found = read("identified", [2019, 2020, 2021], "groups", "place", "residence")
    assert found == {2020: (["out-of-school"], "101", "permanent")}


def test_who_left_is_not_among_the_identified(man, spell, read, warrant):
    record_death(man, died_on=date(2018, 12, 31), warrant=warrant)
    assert read("identified", [2018]) == {}
