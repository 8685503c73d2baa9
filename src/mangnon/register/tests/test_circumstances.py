"""Spells of special circumstances."""

from datetime import date

import pytest

from mangnon.audit.models import Entry
from mangnon.register.actions import begin_circumstance, end_circumstance, record_death
from mangnon.register.errors import WrongDay, WrongState
from mangnon.register.models import Circumstance
from mangnon.register.tests.marks import forget, marked

BEGAN, FOUND, ENDED = date(2021, 2, 1), date(2021, 5, 1), date(2023, 3, 1)


@pytest.fixture
def spell(man, disability, warrant):
    return begin_circumstance(
        man, group=disability, valid_from=BEGAN, identified_on=FOUND, warrant=warrant
    )


def test_a_spell_is_open_until_ended(spell, warrant):
    assert spell.valid_to is None
    end_circumstance(spell, ended_on=ENDED, reason="improved", warrant=warrant)
    kept = Circumstance.objects.get(pk=spell.pk)
    assert (kept.valid_to, kept.end_reason) == (ENDED, "improved")


def test_it_is_identified_the_day_it_began_unless_said(man, disability, warrant):
    spell = begin_circumstance(man, group=disability, valid_from=BEGAN, warrant=warrant)
    assert spell.identified_on == BEGAN


def test_the_commune_is_recounted_since_the_earlier_day(man, disability, warrant):
    forget()
    begin_circumstance(
        man, group=disability, valid_from=FOUND, identified_on=BEGAN, warrant=warrant
    )
    assert marked("children") == {"101": BEGAN}
    assert marked("identified") == {"101": BEGAN}


def test_an_end_is_recounted_since_that_day(spell, warrant):
    forget()
    end_circumstance(spell, ended_on=ENDED, reason="improved", warrant=warrant)
    assert marked("exits") == {"101": ENDED}


def test_the_entry_does_not_say_what_it_is(spell):
    entry = Entry.objects.get(act="register.begin_circumstance")
    assert entry.data == {"circumstance": spell.pk}
    assert "disability" not in entry.subject


@pytest.mark.parametrize(
    ("began", "found"),
    [
        (date(2015, 3, 9), None),  # before birth
        (date(2017, 5, 31), None),  # before the group
        (date(2024, 6, 16), None),  # in the future
        (BEGAN, date(2024, 6, 16)),
        (BEGAN, date(2015, 3, 9)),
    ],
)
def test_an_impossible_day_begins_nothing(man, disability, warrant, began, found):
    with pytest.raises(WrongDay):
        begin_circumstance(
            man, group=disability, valid_from=began, identified_on=found, warrant=warrant
        )
    assert not Circumstance.objects.exists()


def test_a_group_of_the_old_law_ends_with_it(man, old_group, warrant):
    with pytest.raises(WrongDay) as refused:
        begin_circumstance(man, group=old_group, valid_from=date(2017, 6, 1), warrant=warrant)
    assert "Trẻ em lang thang" in refused.value.sentence.vi
    began = date(2017, 5, 31)
    assert begin_circumstance(man, group=old_group, valid_from=began, warrant=warrant).pk


def test_nobody_enters_a_group_at_sixteen(enter, an_son, disability, warrant):
    grown = enter(an_son, date(2008, 1, 1), since=date(2012, 1, 1))
    with pytest.raises(WrongDay):
        begin_circumstance(grown, group=disability, valid_from=date(2024, 1, 1), warrant=warrant)


def test_one_group_twice_at_a_time_is_refused(spell, man, disability, warrant):
    with pytest.raises(WrongDay):
        begin_circumstance(man, group=disability, valid_from=ENDED, warrant=warrant)
    end_circumstance(spell, ended_on=ENDED, reason="improved", warrant=warrant)
    with pytest.raises(WrongDay):
        begin_circumstance(man, group=disability, valid_from=date(2023, 2, 28), warrant=warrant)
    assert begin_circumstance(man, group=disability, valid_from=ENDED, warrant=warrant).pk


def test_an_ended_spell_ends_once(spell, warrant):
    end_circumstance(spell, ended_on=ENDED, reason="improved", warrant=warrant)
    with pytest.raises(WrongState):
        end_circumstance(spell, ended_on=ENDED, reason="moved", warrant=warrant)


def test_a_reason_must_be_known(spell, warrant):
    with pytest.raises(WrongState) as refused:
        end_circumstance(spell, ended_on=ENDED, reason="tired", warrant=warrant)
    assert "improved" in refused.value.sentence.en


@pytest.mark.parametrize("day", [date(2021, 1, 31), date(2024, 6, 16)])
def test_an_impossible_end_is_refused(spell, warrant, day):
    with pytest.raises(WrongDay):
        end_circumstance(spell, ended_on=day, reason="improved", warrant=warrant)


def test_nobody_ages_out_before_sixteen(spell, warrant):
    with pytest.raises(WrongDay):
        end_circumstance(spell, ended_on=ENDED, reason="aged_out", warrant=warrant)


def test_nothing_begins_after_death(man, disability, warrant):
    record_death(man, died_on=ENDED, warrant=warrant)
    with pytest.raises(WrongState):
        begin_circumstance(man, group=disability, valid_from=date(2023, 4, 1), warrant=warrant)
