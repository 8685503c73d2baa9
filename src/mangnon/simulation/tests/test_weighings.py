"""Weighings: believable, rounded as people round, and somewhat kinder than the survey."""

from functools import cache

import numpy as np
import pytest

from mangnon.growth import ZScores, zscores
from mangnon.simulation.campaigns import Weighings, campaign_days, gathered
from mangnon.simulation.days import completed_months, on
from mangnon.simulation.profile import YEARS
from mangnon.simulation.tests.stage import profile, province

LARGE = 20_000


@cache
def campaign(year: int, month: int) -> Weighings:
    return next(province(LARGE).weighings([on(year, month, 4)]))


def scores(one: Weighings) -> ZScores:
    people = province(LARGE).people
    return zscores(
        sex=np.where(people.girl[one.child], 2, 1),
        age_days=one.day - people.birth[one.child],
        weight_kg=one.weight,
        length_cm=one.length,
        measured=np.where(one.position == 0, "L", "H"),
    )


def test_two_campaigns_a_year() -> None:
    assert len(campaign_days()) == 2 * len(YEARS)


@pytest.mark.parametrize("year", [2013, 2018, 2024])
def test_the_campaign_lies_a_little_below_the_survey(year: int) -> None:
    both = gathered([campaign(year, 6), campaign(year, 12)])
    found = scores(both)
    light = 100 * np.mean(found.believable("waz") < -2)
    short = found.believable("haz")
    stunted = 100 * np.mean(short[~np.isnan(short)] < -2)
    assert profile().years[year].t4 - 4.5 < light < profile().years[year].t4 - 0.5
    assert profile().years[year].t5 - 6 < stunted < profile().years[year].t5 - 1


def test_few_are_implausible_but_some_are() -> None:
    found = scores(gathered([campaign(year, 6) for year in range(2013, 2019)]))
    wrong = found.waz_flag | found.haz_flag | found.whz_flag
    assert 0 < wrong.mean() < 0.01


def test_only_under_fives_once_each() -> None:
    one = campaign(2019, 6)
    months = completed_months(province(LARGE).people.birth[one.child], one.day)
    assert ((months >= 0) & (months < 60)).all()
    assert len(np.unique(one.child)) == len(one.child)


def test_most_are_weighed_and_fewer_measured() -> None:
    one = campaign(2021, 6)
    people = province(LARGE).people
    day = on(2021, 6, 4)
    months = completed_months(people.birth, day)
    young = people.in_register(day) & (months >= 0) & (months < 60)
    assert 0.9 < len(one.child) / young.sum() < 0.98
    assert 0.85 < (~np.isnan(one.length)).mean() < 0.93


def test_scales_are_read_to_the_half_kilo_and_tapes_to_the_centimetre() -> None:
    one = campaign(2015, 12)
    halves = np.isclose(one.weight * 2 % 1, 0)
    known = one.length[~np.isnan(one.length)]
    assert 0.4 < halves.mean() < 0.6
    assert 0.55 < np.isclose(known % 1, 0).mean() < 0.75


def test_a_child_grows_between_campaigns() -> None:
    first, then = campaign(2019, 6), campaign(2019, 12)
    both, early, late = np.intersect1d(first.child, then.child, return_indices=True)
    assert len(both) > 1000
    grown = then.length[late] - first.length[early]
    assert 3 < np.nanmedian(grown) < 7
    tracked = np.corrcoef(scores(first).waz[early], scores(then).waz[late])[0, 1]
    assert tracked > 0.6


def test_late_communes_weigh_later_and_some_never() -> None:
    one = campaign(2013, 6)
    communes = province(LARGE).ground.before
    assert len(np.unique(one.place)) < communes
    assert one.day.max() - one.day.min() > 10
