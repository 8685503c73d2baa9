"""A household stays where it is: who moves to another place takes neither address nor members."""

from datetime import date

import pytest

from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.register import actions, identity
from mangnon.register.errors import NotOverHousehold
from mangnon.register.models import Child, Household

DAY = date(2024, 6, 1)
MOVED_AWAY = date(2024, 1, 1)


@pytest.fixture
def home(an_son, warrant):
    one = actions.register_household(
        address="Thôn Đông", telephone="0912345678", place=an_son, warrant=warrant
    )
    actions.set_poverty(one, year=2023, status="poor", warrant=warrant)
    return one


@pytest.fixture
def sister(enter, an_son):
    return enter(an_son, date(2018, 1, 2), name="Nguyễn Thị Mơ")


@pytest.fixture
def family(man, sister, home, warrant):
    return [actions.join_household(one, home, warrant=warrant) for one in (man, sister)]


def fresh(child):
    return Child.objects.select_related("household__data_key").get(pk=child.pk)


def at(warrant, *places):
    return Warrant(warrant.actor, "t", warrant.acts, frozenset(place.pk for place in places))


def test_a_released_child_leaves_its_household_and_keeps_what_the_lists_say(
    family, home, an_son, binh_minh, warrant
):
    asked = actions.Asked(name="Nguyễn Thị Mận", born_on=date(2015, 3, 10), sex="")
    asking = actions.ask_elsewhere(
        asked, place=binh_minh, purpose="moved_in", reason="Vừa chuyển về ở", warrant=warrant
    )
    transfer = actions.request_transfer(asking, reason="Vừa chuyển về ở", warrant=warrant)
    actions.release_child(transfer, moved_on=DAY, warrant=at(warrant, an_son))
    own = fresh(family[0]).household
    assert own != home
    assert (identity.open_address(own), identity.open_telephone(own)) == (None, None)
    assert [(line.year, line.status) for line in own.poverty.all()] == [(2023, "poor")]
    assert identity.open_address(Household.objects.get(pk=home.pk)) == "Thôn Đông"
    assert list(home.children.all()) == [family[1]]
    assert Entry.objects.get(act="register.release_child").data["household_left"] == str(home.uuid)


def test_a_move_to_another_commune_leaves_the_household_and_one_within_does_not(
    family, home, an_son, binh_minh, warrant
):
    actions.move_child(family[0], place=an_son, moved_on=DAY, kind="temporary", warrant=warrant)
    assert fresh(family[0]).household == home
    actions.move_child(family[1], place=binh_minh, moved_on=DAY, warrant=warrant)
    assert fresh(family[1]).household != home
    assert Entry.objects.latest("pk").data["household_left"] == str(home.uuid)


def test_the_last_child_leaves_an_empty_household_to_the_old_place(man, an_son, binh_minh, warrant):
    home = actions.register_household(address="Thôn Đông", warrant=warrant)
    actions.join_household(man, home, warrant=warrant)
    actions.move_child(man, place=binh_minh, moved_on=DAY, warrant=warrant)
    assert fresh(man).household is None
    with pytest.raises(NotOverHousehold):
        actions.set_home_details(home, address="x", warrant=at(warrant, binh_minh))
    with pytest.raises(NoWarrant):
        actions.set_poverty(home, year=2023, status="poor", warrant=at(warrant, binh_minh))
    actions.set_home_details(home, address="Thôn Đoài", warrant=at(warrant, an_son))
    assert identity.open_address(Household.objects.get()) == "Thôn Đoài"


@pytest.mark.parametrize(("code", "stays"), [("101", True), ("102", False)])
def test_who_returns_finds_the_household_where_it_was_and_nowhere_else(
    family, home, an_son, binh_minh, warrant, code, stays
):
    actions.move_away(family[0], left_on=MOVED_AWAY, warrant=warrant)
    place = {"101": an_son, "102": binh_minh}[code]
    actions.move_child(family[0], place=place, moved_on=DAY, warrant=warrant)
    assert (fresh(family[0]).household == home) == stays


def test_a_family_that_moves_is_one_household_there_with_its_telephone(
    family, home, enter, an_son, binh_minh, warrant
):
    gone = actions.join_household(enter(an_son, date(2014, 5, 5)), home, warrant=warrant)
    actions.move_away(gone, left_on=MOVED_AWAY, warrant=warrant)
    with pytest.raises(NoWarrant):
        actions.move_household(
            fresh(family[0]), place=binh_minh, moved_on=DAY, warrant=at(warrant, an_son)
        )
    both = at(warrant, an_son, binh_minh)
    actions.move_household(fresh(family[0]), place=binh_minh, moved_on=DAY, warrant=both)
    own = fresh(family[0]).household
    assert {fresh(one).household for one in family} == {own}
    assert own != home
    assert {fresh(one).home_id for one in family} == {binh_minh.pk}
    assert (identity.open_address(own), identity.open_telephone(own)) == (None, "0912345678")
    assert own.poverty.get().status == "poor"
    assert list(home.children.all()) == [gone]


def test_a_child_lives_apart_without_a_right_over_the_others(
    family, home, an_son, binh_minh, warrant
):
    Child.objects.filter(pk=family[1].pk).update(home=binh_minh)
    family[1].residences.update(place=binh_minh)
    here = at(warrant, an_son)
    with pytest.raises(NotOverHousehold):
        actions.set_home_details(home, address="Thôn Nam", warrant=here)
    actions.live_apart(family[0], address="Thôn Nam", warrant=here)
    assert identity.open_address(fresh(family[0]).household) == "Thôn Nam"
    assert identity.open_address(Household.objects.get(pk=home.pk)) == "Thôn Đông"
    assert fresh(family[0]).household.poverty.count() == 1
