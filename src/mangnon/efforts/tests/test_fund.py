"""The Fund: what is pledged, received and given, and what of it is published."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon import clock
from mangnon.efforts import actions, public
from mangnon.efforts.disclosure import Group, corrected, grouped
from mangnon.efforts.errors import Twice, WrongMoney, WrongPledge, WrongYear
from mangnon.efforts.models import Account, Gift, Grant

DAY = date(2013, 5, 1)


@pytest.fixture
def gifts(province, partner, warrant):
    hidden = actions.add_partner("person", province, name="Người giấu tên Mẫu", warrant=warrant)
    for who, kind, amount in (
        (partner, "money", 50_000_000), (partner, "money", 5_000_000), (hidden, "money", 900_000),
        (hidden, "goods", 300_000),
    ):  # fmt: skip
        actions.receive(province, who, kind, amount=amount, received_on=DAY, warrant=warrant)


def give(province, warrant, purpose, amount, children, day=DAY):
    return actions.give(
        province, purpose, amount=amount, children=children, given_on=day, warrant=warrant
    )


@pytest.mark.parametrize("amount", [0, -5, 10**16])
def test_a_gift_is_of_something(amount, province, partner, warrant):
    with pytest.raises(WrongMoney):
        actions.receive(province, partner, "money", amount=amount, received_on=DAY, warrant=warrant)
    assert not Gift.objects.exists()


def test_a_gift_keeps_a_pledge_of_its_own_giver(province, partner, warrant):
    other = actions.add_partner("business", province, name="Khác", warrant=warrant)
    pledged = actions.pledge(other, amount=10, what="Xe lăn", pledged_on=DAY, warrant=warrant)
    with pytest.raises(WrongPledge, match="không phải của Công ty Mẫu"):
        actions.receive(
            province, partner, "money", amount=10, received_on=DAY, pledge=pledged, warrant=warrant
        )
    with pytest.raises(Twice):
        actions.add_partner("business", province, name="Khác", warrant=warrant)


def test_the_fund_gives_no_more_than_it_has(gifts, province, warrant):
    give(province, warrant, "health", 56_000_000, 6)
    with pytest.raises(WrongMoney, match=r"chỉ còn 200\.000 đồng"):
        give(province, warrant, "health", 300_000, 6)
    with pytest.raises(WrongMoney, match="chỉ còn"):
        give(province, warrant, "health", 100_000, 6, date(2013, 4, 1))  # before it was received
    assert Grant.objects.count() == 1


def test_what_is_published_names_who_agreed_and_nobody_else(gifts, province, warrant):
    give(province, warrant, "schooling", 20_000_000, 40)
    give(province, warrant, "health", 9_000_000, 3)
    give(province, warrant, "safety", 4_000_000, 0)
    account = actions.publish_accounts(2013, warrant=warrant)
    (year,) = public.years()
    assert (account.received, account.given) == (56_200_000, 33_000_000)
    assert [(one.kinds, one.donor, one.amount) for one in year.received] == [
        (["money"], "Công ty Mẫu", 55_000_000),
        (["money"], "", 900_000),
        (["goods"], "", 300_000),
    ]
    # Three children do not stand alone: with the forty they are forty-three.
    assert [(one.kinds, one.amount, one.children) for one in year.given] == [
        (["health", "schooling"], 29_000_000, 43),
        (["safety"], 4_000_000, 0),
    ]


def test_accounts_are_of_a_year_that_is_over_and_that_has_something(gifts, warrant):
    with pytest.raises(WrongYear, match="chưa hết"):
        actions.publish_accounts(2014, warrant=warrant)
    with pytest.raises(WrongYear, match="không có khoản thu, chi nào"):
        actions.publish_accounts(2012, warrant=warrant)
    assert not Account.objects.exists()


def test_accounts_are_published_for_the_whole_area(gifts, commune, warrant):
    here = replace(warrant, place_ids=frozenset({commune.pk}))
    with pytest.raises(WrongYear, match="toàn địa bàn"):
        actions.publish_accounts(2013, warrant=here)


def test_a_correction_comes_later_and_shows_no_few_children_by_subtraction(
    gifts, province, warrant
):
    give(province, warrant, "schooling", 20_000_000, 40)
    give(province, warrant, "play", 1_000_000, 60)
    actions.publish_accounts(2013, warrant=warrant)
    give(province, warrant, "schooling", 1_000_000, 2)
    give(province, warrant, "play", 1_000_000, 10)
    with pytest.raises(Twice, match="vừa được công khai"):
        actions.publish_accounts(2013, warrant=warrant)
    with clock.pinned(date(2014, 4, 10)):
        actions.publish_accounts(2013, warrant=warrant)
    (year,) = public.years()
    assert year.account.number == 2
    assert {one.kinds[0]: one.children for one in year.given} == {"schooling": None, "play": 70}


def test_no_group_of_few_children_is_left_alone():
    for totals in (
        {"a": (5, 1)},
        {"a": (5, 1), "b": (9, 2)},
        {"a": (5, 1), "b": (9, 2), "c": (1, 0)},
        {"a": (5, 4), "b": (9, 4), "c": (1, 7), "d": (3, 100)},
        {"a": (5, 3), "b": (9, 50)},
    ):
        groups = grouped(totals)
        assert all(one.children in (0, None) or one.children >= 5 for one in groups), totals
        assert sum(one.amount for one in groups) == sum(amount for amount, _ in totals.values())
        assert sorted(p for one in groups for p in one.purposes) == sorted(totals)


def test_where_the_groups_themselves_changed_all_is_withheld():
    told = corrected([Group(("a", "b"), 5, 23), Group(("c",), 1, 9)], {("a",): 20, ("c",): 9})
    assert [one.children for one in told] == [None, None]
