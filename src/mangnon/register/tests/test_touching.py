"""Every act on a child leaves its home, its version and its change number on the child's row."""

from datetime import date

import pytest
from django.db import connection

from mangnon.register.actions import (
    DeathsBatch,
    ResidenceEndsBatch,
    ResidencesBatch,
    add_deaths,
    add_residences,
    begin_circumstance,
    correct_identity,
    end_circumstance,
    end_residences,
    move_away,
    move_child,
    record_birth,
    record_death,
    record_measurement,
)
from mangnon.register.actions.heirs import pass_to_heirs
from mangnon.register.errors import WrongState
from mangnon.register.models import Child, Residence
from mangnon.register.particulars import Particulars
from mangnon.register.queries import astray


def row(child):
    fresh = Child.objects.get(pk=child.pk)
    return fresh.home_id, fresh.version


def test_a_new_child_is_at_home_in_its_first_version(man, an_son):
    assert (man.home_id, man.version) == (an_son.pk, 1) == row(man)
    assert man.change_seq > 0


def test_a_move_changes_the_home(man, binh_minh, warrant):
    move_child(man, place=binh_minh, moved_on=date(2020, 1, 1), warrant=warrant)
    assert row(man) == (binh_minh.pk, 2)


def test_who_left_has_no_home_until_it_returns(man, an_son, warrant):
    move_away(man, left_on=date(2020, 1, 1), warrant=warrant)
    assert row(man) == (None, 2)
    move_child(man, place=an_son, moved_on=date(2021, 1, 1), warrant=warrant)
    assert row(man) == (an_son.pk, 3)


def test_who_died_has_no_home(man, warrant):
    record_death(man, died_on=date(2020, 1, 1), warrant=warrant)
    assert row(man) == (None, 2)


def test_acts_on_parts_of_the_record_count(man, an_son, disability, warrant):
    particulars = Particulars("Nguyễn Thị Mơ", "f", man.birth_date)
    correct_identity(man, particulars, warrant=warrant)
    spell = begin_circumstance(man, group=disability, valid_from=date(2019, 1, 1), warrant=warrant)
    end_circumstance(spell, ended_on=date(2020, 1, 1), reason="improved", warrant=warrant)
    record_measurement(man, measured_on=date(2019, 1, 1), weight_kg=15.0, warrant=warrant)
    record_birth(place=an_son, born_on=man.birth_date, sex="f", child=man, warrant=warrant)
    assert row(man) == (an_son.pk, 6)


def test_a_refused_act_counts_nothing(man, an_son, warrant):
    with pytest.raises(WrongState):
        move_child(man, place=an_son, moved_on=date(2020, 1, 1), warrant=warrant)
    assert row(man) == (an_son.pk, 1)


def test_the_change_number_never_falls(man, enter, an_son, warrant):
    other = enter(an_son, date(2016, 1, 1))
    move_away(man, left_on=date(2020, 1, 1), warrant=warrant)
    numbers = dict(Child.objects.values_list("pk", "change_seq"))
    # On PostgreSQL both acts share this test's transaction, and so its number.
    growing = numbers[man.pk] > numbers[other.pk]
    assert growing or (connection.vendor == "postgresql" and len(set(numbers.values())) == 1)


def test_bulk_homes_ends_and_deaths(man, enter, an_son, binh_minh, warrant):
    others = [enter(an_son, date(2016, 1, n)) for n in (1, 2, 3)]
    ids = [child.pk for child in others]
    ends = ResidenceEndsBatch(children=ids, valid_to=date(2020, 1, 1))
    end_residences(ends, warrant=warrant)
    assert {row(child) for child in others} == {(None, 2)}
    homes = ResidencesBatch(children=ids[:2], places=binh_minh.pk, valid_from=date(2021, 1, 1))
    add_residences(homes, warrant=warrant)
    deaths = DeathsBatch(
        places=binh_minh.pk, died_on=date(2022, 1, 1), age_days=[2000], children=ids[:1]
    )
    add_deaths(deaths, warrant=warrant)
    assert [row(child) for child in others] == [(None, 4), (binh_minh.pk, 3), (None, 2)]
    assert row(man) == (an_son.pk, 1)


def test_heirs_take_the_children_home(man, an_son, binh_minh, warrant):
    pass_to_heirs({an_son.pk: binh_minh.pk}, date(2023, 1, 1), warrant=warrant)
    assert row(man) == (binh_minh.pk, 2)


def test_a_home_that_strays_is_found(man, binh_minh):
    assert list(astray()) == []
    for wrong in (binh_minh.pk, None):
        Child.objects.filter(pk=man.pk).update(home=wrong)
        assert list(astray()) == [man]
    Residence.objects.filter(child=man).update(valid_to=date(2020, 1, 1))
    assert list(astray()) == []
    Child.objects.filter(pk=man.pk).update(home=binh_minh.pk)
    assert list(astray()) == [man]
    Child.objects.filter(pk=man.pk).update(home=None)
