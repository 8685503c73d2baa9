"""Entering a child."""

from datetime import date

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Kind
from mangnon.register.actions import register_child
from mangnon.register.errors import WrongDay, WrongPlace
from mangnon.register.models import Child, DataKey, Residence
from mangnon.register.particulars import Particulars
from mangnon.register.queries import home
from mangnon.register.tests.conftest import MERGER, TODAY, place
from mangnon.register.tests.marks import marked, only_at

BORN = date(2015, 3, 10)
WHO = Particulars(name="Nguyễn Thị Mận", sex="f", birth_date=BORN)


def test_a_child_lives_there_since_birth(man, an_son):
    lives = home(man)
    assert (lives.place, lives.valid_from, lives.kind) == (an_son, BORN, "permanent")


def test_a_child_may_live_there_since_later(enter, an_son):
    child = enter(an_son, BORN, since=date(2020, 1, 1))
    assert home(child).valid_from == date(2020, 1, 1)


def test_the_commune_is_marked_since_that_day(man):
    assert marked("children") == {"101": BORN}
    assert marked("circumstance_year") == {"101": BORN}


def test_the_entry_names_no_one(man):
    entry = Entry.objects.get(act="register.register_child")
    assert entry.subject == f"register.child:{man.uuid}"
    assert entry.place_code == "101@2012-01-01"
    assert "Mận" not in str(entry.data)


def test_without_the_right_there_is_no_child(an_son):
    entitled = demonstration_warrant()
    other = Warrant(actor=entitled.actor, right="other", acts=frozenset({"places.edit"}))
    with pytest.raises(NoWarrant):
        register_child(WHO, place=an_son, warrant=other)
    assert not Child.objects.exists()


def test_the_right_elsewhere_is_no_right_here(an_son, binh_minh):
    acts = demonstration_warrant()
    bound = Warrant(acts.actor, "officer", acts.acts, only_at(binh_minh))
    with pytest.raises(NoWarrant):
        register_child(WHO, place=an_son, warrant=bound)
    assert register_child(WHO, place=binh_minh, warrant=bound).pk


def test_a_birth_in_the_future_is_refused_whole(enter, an_son):
    with pytest.raises(WrongDay) as refused:
        enter(an_son, date(2024, 6, 16))
    assert "16/06/2024" in refused.value.sentence.vi
    assert not Child.objects.exists()
    assert not DataKey.objects.exists()


def test_a_birth_today_is_possible(enter, an_son):
    assert home(enter(an_son, TODAY)).valid_from == TODAY


def test_a_birth_known_by_this_month_is_possible(enter, an_son, today):
    child = enter(an_son, date(2024, 6, 1), birth_precision="month")
    assert child.birth_date == date(2024, 6, 15)
    assert home(child).valid_from <= today


def test_nobody_lives_anywhere_before_birth(enter, an_son):
    with pytest.raises(WrongDay):
        enter(an_son, BORN, since=date(2015, 3, 9))


def test_nobody_is_entered_at_sixteen(enter, an_son):
    with pytest.raises(WrongDay) as refused:
        enter(an_son, date(2008, 1, 1), since=date(2024, 1, 1))
    assert "16" in refused.value.sentence.en


def test_nobody_moves_into_a_commune_that_is_no_more(enter, merged):
    assert enter(merged, date(2020, 1, 1)).pk
    with pytest.raises(WrongPlace) as refused:
        enter(merged, MERGER)
    assert "01/01/2023" in refused.value.sentence.vi


def test_nobody_lives_in_a_commune_before_it_began(enter, an_son):
    with pytest.raises(WrongPlace):
        enter(an_son, date(2011, 12, 31))


def test_nobody_lives_in_a_district(enter):
    with pytest.raises(WrongPlace):
        enter(place("10", "Huyện", Kind.DISTRICT), BORN)


def test_a_village_must_be_one(an_son, binh_minh, warrant):
    with pytest.raises(WrongPlace):
        register_child(WHO, place=an_son, village=binh_minh, warrant=warrant)
    village = place("1011", "Thôn Đông", Kind.VILLAGE)
    child = register_child(WHO, place=an_son, village=village, warrant=warrant)
    assert home(child).village == village


def test_a_temporary_resident_is_kept_as_such(an_son, warrant):
    child = register_child(WHO, place=an_son, kind=Residence.Kind.TEMPORARY, warrant=warrant)
    assert home(child).kind == "temporary"
