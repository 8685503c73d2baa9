"""T1 and T2 of every year, counted again child by child; what lies behind them."""

from dataclasses import replace

import numpy as np
import pytest

from mangnon.simulation import groups
from mangnon.simulation.circumstances import fitting_extra
from mangnon.simulation.days import FOREVER, end_of, first_of
from mangnon.simulation.plans import outcomes_of
from mangnon.simulation.profile import YEARS
from mangnon.simulation.spells import AGED_OUT, DIED, IMPROVED, LAW_CHANGED
from mangnon.simulation.tests.plain import t1, t2
from mangnon.simulation.tests.stage import profile, province

LARGE = 60_000


@pytest.mark.parametrize("year", YEARS)
def test_t1_is_the_path(year: int) -> None:
    met, living = t1(province(), year)
    assert abs(100 * met / living - profile().years[year].t1) <= 50 / living + 1e-9  # half a child


@pytest.mark.parametrize("year", YEARS)
def test_t2_is_the_path(year: int) -> None:
    helped, followed = t2(province(), year)
    assert abs(100 * helped / followed - profile().years[year].t2) <= 50 / followed + 1e-9


@pytest.mark.parametrize("year", YEARS)
def test_at_the_size_of_the_demonstration_both_are_within_two_hundredths(year: int) -> None:
    large = province(LARGE)
    met, living = t1(large, year)
    helped, followed = t2(large, year)
    assert abs(100 * met / living - profile().years[year].t1) <= 0.02
    assert abs(100 * helped / followed - profile().years[year].t2) <= 0.02


def test_the_verdicts_stand_in_the_records() -> None:
    met, living = t1(province(LARGE), 2015)
    assert 100 * met / living < 2.5
    met, living = t1(province(LARGE), 2020)
    assert 100 * met / living <= 2.0
    helped, followed = t2(province(LARGE), 2015)
    assert 100 * helped / followed >= 80
    helped, followed = t2(province(LARGE), 2020)
    assert 100 * helped / followed < 98


def test_spells_keep_to_their_law() -> None:
    spells = province().spells
    new = groups.NEW[spells.group]
    assert (spells.start[new] >= groups.NEW_LAW).all()
    assert (spells.start[~new] < groups.NEW_LAW).all()
    assert (spells.end > spells.start).all()


def test_a_quarter_of_the_old_spells_ends_with_the_law() -> None:
    spells = province(LARGE).spells
    open_in_may = spells.open_on(groups.NEW_LAW - 1)
    gone = (spells.reason[open_in_may] == LAW_CHANGED).mean()
    assert 0.15 < gone < 0.3


def test_children_leave_for_every_reason() -> None:
    spells = province(LARGE).spells
    ended = spells.end <= end_of(2025)
    reasons = np.bincount(spells.reason[ended], minlength=8)
    assert reasons[AGED_OUT] > 500
    assert reasons[IMPROVED] > 500
    assert reasons[DIED] > 10


def test_about_six_in_a_hundred_are_in_two_groups() -> None:
    spells = province(LARGE).spells
    child = spells.child[spells.open_on(end_of(2023))]
    twice = len(child) - len(np.unique(child))
    assert 0.02 < twice / len(child) < 0.09


def test_groups_follow_their_shares() -> None:
    spells = province(LARGE).spells
    group = spells.group[spells.open_on(end_of(2024))]
    assert (group == groups.INDEX["g2016-disability"]).mean() == pytest.approx(0.67, abs=0.04)
    assert (group == groups.INDEX["g2016-orphan"]).mean() == pytest.approx(0.08, abs=0.03)


@pytest.mark.parametrize("year", [2012, 2017, 2020, 2025])
def test_plans_and_outcomes_stay_below_assistance(year: int) -> None:
    large = province(LARGE)
    who = large.child_years.child[large.child_years.year == year]
    plans, found = large.plans, large.outcomes
    timely = plans.delivered <= plans.due
    inside = (plans.delivered >= first_of(year)) & (plans.delivered <= end_of(year))
    planned = np.isin(who, plans.child[plans.service_plan[timely & inside]]).mean() * 100
    seen = (found.followed >= first_of(year)) & (found.followed <= end_of(year)) & found.held
    back = np.isin(who, found.child[seen]).mean() * 100
    assert planned == pytest.approx(profile().years[year].t2b, abs=0.5)
    assert back == pytest.approx(profile().years[year].t2c, abs=1.5)
    assert back < planned < profile().years[year].t2


def test_nothing_is_delivered_to_a_child_that_is_gone() -> None:
    large = province(LARGE)
    given, people = large.assistance, large.people
    assert (given.day >= people.start[given.child]).all()
    assert (given.day < people.end[given.child]).all()


def test_nobody_follows_up_a_child_that_died() -> None:
    """At 60,000 none dies in that half year, at 500,000 some do: here all of them."""
    large = province(LARGE)
    once = np.bincount(large.spells.child, minlength=len(large.people)) == 1
    well = once[large.spells.child] & (large.spells.reason == IMPROVED)
    died = large.people.died.copy()
    died[large.spells.child[well]] = large.spells.end[well] + 30
    people = replace(large.people, died=died)
    found = outcomes_of(profile(), people, large.spells, large.child_years, large.seed)
    mine = np.isin(found.child, large.spells.child[well]) & (
        found.reached + 30 == died[found.child]
    )
    assert mine.sum() > 500
    assert (found.followed[mine] == FOREVER).all()
    assert not found.held[mine].any()


@pytest.mark.parametrize(("held", "share"), [(617, 0.984), (865, 0.956), (0, 0.9), (1862, 0.71)])
def test_a_few_more_children_bring_a_share_nearer(held: int, share: float) -> None:
    size = held + fitting_extra(held, share)
    before = abs(round(held * share) / max(held, 1) - share)
    assert abs(round(size * share) / size - share) <= before
    assert size - held <= max(2, held // 16)
