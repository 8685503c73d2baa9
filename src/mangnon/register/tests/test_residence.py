"""Moving a child, and leaving the area."""

from datetime import date

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.register.actions import move_away, move_child
from mangnon.register.errors import WrongDay, WrongPlace, WrongState
from mangnon.register.models import Residence
from mangnon.register.queries import home, home_on, places_lived
from mangnon.register.tests.conftest import MERGER
from mangnon.register.tests.marks import forget, marked, only_at

MOVED = date(2022, 9, 1)


def test_the_old_home_closes_as_the_new_one_opens(man, binh_minh, warrant):
    move_child(man, place=binh_minh, moved_on=MOVED, warrant=warrant)
    old, new = man.residences.order_by("valid_from")
    assert (old.valid_to, old.end_reason) == (MOVED, "moved")
    assert (new.place, new.valid_from, new.valid_to) == (binh_minh, MOVED, None)


def test_both_communes_are_recounted_since_the_move(man, binh_minh, warrant):
    forget()
    move_child(man, place=binh_minh, moved_on=MOVED, warrant=warrant)
    for dataset in ("children", "circumstance_year", "exits", "identified"):
        assert marked(dataset) == {"101": MOVED, "102": MOVED}


def test_the_entry_tells_from_where_to_where(man, binh_minh, warrant):
    move_child(man, place=binh_minh, moved_on=MOVED, warrant=warrant)
    entry = Entry.objects.get(act="register.move_child")
    assert entry.place_code == binh_minh.key
    assert entry.data == {"left": "101@2012-01-01", "on": "2022-09-01"}


@pytest.mark.parametrize("day", [date(2015, 3, 10), date(2015, 3, 9), date(2024, 6, 16)])
def test_an_impossible_day_moves_nobody(man, binh_minh, warrant, day):
    with pytest.raises(WrongDay):
        move_child(man, place=binh_minh, moved_on=day, warrant=warrant)
    assert Residence.objects.count() == 1


def test_nobody_moves_into_a_commune_merged_away(man, merged, warrant):
    with pytest.raises(WrongPlace):
        move_child(man, place=merged, moved_on=MERGER, warrant=warrant)
    assert move_child(man, place=merged, moved_on=date(2022, 12, 31), warrant=warrant).pk


def test_moving_where_one_lives_is_refused(man, an_son, warrant):
    with pytest.raises(WrongState):
        move_child(man, place=an_son, moved_on=MOVED, warrant=warrant)


def test_becoming_a_temporary_resident_is_a_move(man, an_son, warrant):
    move_child(man, place=an_son, moved_on=MOVED, kind="temporary", warrant=warrant)
    assert home(man).kind == "temporary"


def test_a_mover_needs_the_right_at_both_ends(man, an_son, binh_minh):
    full = demonstration_warrant()
    for places in (only_at(an_son), only_at(binh_minh)):
        bound = Warrant(full.actor, "officer", full.acts, places)
        with pytest.raises(NoWarrant):
            move_child(man, place=binh_minh, moved_on=MOVED, warrant=bound)
    both = Warrant(full.actor, "officer", full.acts, only_at(an_son, binh_minh))
    assert move_child(man, place=binh_minh, moved_on=MOVED, warrant=both).pk


def test_a_child_may_leave_and_come_back(man, binh_minh, warrant):
    move_away(man, left_on=MOVED, warrant=warrant)
    assert home(man) is None
    move_child(man, place=binh_minh, moved_on=date(2023, 2, 1), warrant=warrant)
    assert home(man).place == binh_minh
    assert home_on(man, date(2022, 12, 1)) is None


def test_nobody_comes_back_before_leaving(man, binh_minh, warrant):
    move_away(man, left_on=MOVED, warrant=warrant)
    with pytest.raises(WrongDay):
        move_child(man, place=binh_minh, moved_on=date(2022, 8, 1), warrant=warrant)


def test_nobody_leaves_twice(man, warrant):
    move_away(man, left_on=MOVED, warrant=warrant)
    with pytest.raises(WrongState):
        move_away(man, left_on=date(2023, 1, 1), warrant=warrant)


def test_places_lived_since_a_day(man, an_son, binh_minh, warrant):
    move_child(man, place=binh_minh, moved_on=MOVED, warrant=warrant)
    assert places_lived(man, date(2016, 1, 1)) == {an_son.pk, binh_minh.pk}
    assert places_lived(man, MOVED) == {an_son.pk, binh_minh.pk}
    assert places_lived(man, date(2022, 9, 2)) == {binh_minh.pk}


def test_who_left_is_still_counted_where_it_last_lived(man, an_son, warrant):
    move_away(man, left_on=MOVED, warrant=warrant)
    assert places_lived(man, date(2024, 1, 1)) == {an_son.pk}
