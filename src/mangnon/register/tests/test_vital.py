"""Births and deaths."""

from datetime import date

import pytest

from mangnon.access.tokens import token
from mangnon.audit.models import Entry
from mangnon.register.actions import begin_circumstance, move_away, record_birth, record_death
from mangnon.register.errors import WrongDay, WrongIdentity, WrongPlace, WrongState
from mangnon.register.models import Birth, Death
from mangnon.register.queries import home
from mangnon.register.tests.conftest import MERGER
from mangnon.register.tests.marks import forget, marked

DIED = date(2020, 8, 9)


def test_a_birth_is_kept_at_the_mothers_commune(man, an_son, warrant):
    birth = record_birth(
        place=an_son, born_on=date(2015, 3, 10), sex="f", child=man, warrant=warrant
    )
    assert (birth.child, birth.place) == (man, an_son)


def test_a_birth_needs_no_child_of_the_register(an_son, warrant):
    birth = record_birth(place=an_son, born_on=date(2020, 1, 1), sex="m", warrant=warrant)
    entry = Entry.objects.get(act="register.record_birth")
    told = token("register.birth", birth.pk, of=an_son.pk)
    assert (birth.child, entry.subject) == (None, f"register.birth:{told}")


@pytest.mark.parametrize(
    "other",
    [{"born_on": date(2015, 3, 11), "sex": "f"}, {"born_on": date(2015, 3, 10), "sex": "m"}],
)
def test_a_birth_agrees_with_the_childs_file(man, an_son, warrant, other):
    with pytest.raises(WrongIdentity):
        record_birth(place=an_son, child=man, **other, warrant=warrant)
    assert not Birth.objects.exists()


def test_one_is_born_once(man, an_son, warrant):
    born = {"place": an_son, "born_on": date(2015, 3, 10), "sex": "f", "child": man}
    record_birth(**born, warrant=warrant)
    with pytest.raises(WrongState):
        record_birth(**born, warrant=warrant)


def test_a_birth_is_registered_after_it_happened(an_son, warrant):
    day = date(2020, 1, 1)
    with pytest.raises(WrongDay):
        record_birth(
            place=an_son, born_on=day, sex="m", registered_on=date(2019, 12, 31), warrant=warrant
        )


def test_nobody_is_born_in_a_commune_that_is_no_more(merged, warrant):
    with pytest.raises(WrongPlace):
        record_birth(place=merged, born_on=MERGER, sex="m", warrant=warrant)


def test_an_unknown_sex_is_refused(an_son, warrant):
    with pytest.raises(WrongIdentity):
        record_birth(place=an_son, born_on=date(2020, 1, 1), sex="", warrant=warrant)


def test_a_death_ends_home_and_circumstances(man, disability, warrant):
    begin_circumstance(man, group=disability, valid_from=date(2018, 1, 1), warrant=warrant)
    death = record_death(man, died_on=DIED, warrant=warrant)
    spell, lived = man.circumstances.get(), man.residences.get()
    assert (spell.valid_to, spell.end_reason) == (DIED, "died")
    assert (lived.valid_to, lived.end_reason) == (DIED, "died")
    assert death.age_days == (DIED - date(2015, 3, 10)).days
    assert home(man) is None


def test_a_death_is_recounted_since_that_day(man, warrant):
    forget()
    record_death(man, died_on=DIED, warrant=warrant)
    assert marked("children") == {"101": DIED}
    assert marked("exits") == {"101": DIED}


def test_a_newborn_may_die_on_its_first_day(enter, an_son, warrant):
    child = enter(an_son, DIED)
    assert record_death(child, died_on=DIED, warrant=warrant).age_days == 0


@pytest.mark.parametrize("day", [date(2015, 3, 9), date(2024, 6, 16)])
def test_an_impossible_day_of_death_is_refused(man, warrant, day):
    with pytest.raises(WrongDay):
        record_death(man, died_on=day, warrant=warrant)
    assert home(man) is not None


def test_one_dies_once(man, warrant):
    record_death(man, died_on=DIED, warrant=warrant)
    with pytest.raises(WrongState):
        record_death(man, died_on=DIED, warrant=warrant)
    assert Death.objects.count() == 1


def test_a_death_before_what_is_recorded_is_refused(man, disability, warrant):
    begin_circumstance(man, group=disability, valid_from=date(2021, 1, 1), warrant=warrant)
    with pytest.raises(WrongDay):
        record_death(man, died_on=DIED, warrant=warrant)


def test_who_left_is_counted_where_it_last_lived(man, an_son, warrant):
    move_away(man, left_on=date(2019, 1, 1), warrant=warrant)
    assert record_death(man, died_on=DIED, warrant=warrant).place == an_son
