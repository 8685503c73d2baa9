"""One seed, one province."""

import numpy as np

from mangnon.simulation.chance import pick_weighted, split_whole, stream
from mangnon.simulation.province import draw
from mangnon.simulation.reports import reports
from mangnon.simulation.tests.stage import CHILDREN, SEED, ground, profile, province


def test_the_same_seed_gives_the_same_records() -> None:
    again = draw(ground(), CHILDREN, SEED)
    first = province()
    assert np.array_equal(first.people.birth, again.people.birth)
    assert np.array_equal(first.homes.place, again.homes.place)
    assert np.array_equal(first.spells.start, again.spells.start)
    assert np.array_equal(first.assistance.day, again.assistance.day)
    rows = np.arange(500)
    assert first.names.words(rows) == again.names.words(rows)
    assert [vars(one) for one in first.stations.posts] == [
        vars(one) for one in again.stations.posts
    ]


def test_weighings_do_not_depend_on_which_campaigns_are_asked_for() -> None:
    days = [15_495, 15_678]
    both = list(province().weighings(days))
    alone = next(province().weighings(days[1:]))
    assert np.array_equal(both[1].child, alone.child)
    assert np.array_equal(both[1].weight, alone.weight)


def test_another_seed_gives_another_province() -> None:
    other = province(CHILDREN, SEED + 1)
    assert not np.array_equal(other.people.birth, province().people.birth)


def test_parts_of_a_whole_number_add_up() -> None:
    parts = split_whole(101, np.array([1.0, 1.0, 1.0, 0.0]))
    assert parts.sum() == 101
    assert parts[3] == 0
    assert sorted(parts[:3].tolist()) == [33, 34, 34]


def test_picking_takes_no_one_of_no_weight_and_no_more_than_there_are() -> None:
    chosen = pick_weighted(stream(1, "test"), np.array([0.0, 1.0, 2.0, 0.0]), 5)
    assert chosen.tolist() == [1, 2]


def test_reports_come_early_in_the_next_year_and_say_that_they_are_simulated() -> None:
    found = reports(profile(), SEED)
    assert {one.reported_on.year - one.year for one in found} == {1}
    assert all("mô phỏng" in one.source.vi and "imulated" in one.source.en for one in found)
    survey = [one for one in found if one.indicator == "T5" and one.year == 2020]
    assert [round(100 * (one.numerator or 0) / (one.denominator or 1), 1) for one in survey] == [
        16.6
    ]
