"""How many children there are, where they live, who is whose sibling."""

import numpy as np
import pytest

from mangnon.simulation.cohorts import children_at_end, cohort_sizes
from mangnon.simulation.days import FOREVER, end_of
from mangnon.simulation.ground import MERGER
from mangnon.simulation.population import DIED
from mangnon.simulation.profile import YEARS
from mangnon.simulation.residences import ABSENT, MERGED
from mangnon.simulation.tests.plain import t1
from mangnon.simulation.tests.stage import CHILDREN, ground, profile, province


@pytest.mark.parametrize("year", YEARS)
def test_each_year_ends_with_the_number_of_the_path(year: int) -> None:
    assert t1(province(), year)[1] == children_at_end(profile(), CHILDREN, year)


def test_births_of_each_year_are_the_cohort() -> None:
    people = province().people
    own = people.native & (people.copy_of < 0)
    born = people.birth[own].astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970
    assert dict(zip(*np.unique(born, return_counts=True), strict=True)) == cohort_sizes(
        profile(), CHILDREN
    )


def test_no_child_lives_at_two_places_on_one_day() -> None:
    homes = province().homes
    same = homes.child[1:] == homes.child[:-1]
    assert (homes.start[1:][same] >= homes.end[:-1][same]).all()
    assert (homes.start < homes.end).all()


def test_communes_of_before_are_left_on_the_day_of_the_merger() -> None:
    homes = province().homes
    old = homes.place < ground().before
    assert (homes.start[old] < MERGER).all()
    assert (homes.end[old] <= MERGER).all()
    assert (homes.start[~old] >= MERGER).all()


def test_every_heir_is_one_of_the_commune() -> None:
    homes = province().homes
    passed = np.flatnonzero((homes.end == MERGER) & (homes.reason == MERGED))
    assert len(passed) > CHILDREN * 0.8
    for row in passed.tolist():
        heirs = {heir for heir, _ in ground().heirs[homes.place[row]]}
        assert homes.child[row + 1] == homes.child[row]
        assert homes.place[row + 1] in heirs


def test_most_households_of_a_split_commune_spread_over_its_heirs() -> None:
    homes = province(20_000).homes
    split = next(at for at, heirs in enumerate(ground().heirs) if len(heirs) == 2)
    rows = np.flatnonzero((homes.place == split) & (homes.end == MERGER))
    counts = np.unique(homes.place[rows + 1], return_counts=True)[1]
    assert len(counts) == 2


def test_siblings_share_a_home_and_are_born_apart() -> None:
    people = province().people
    own = people.copy_of < 0
    household, birth = people.household[own], people.birth[own]
    order = np.lexsort((birth, household))
    same = np.diff(household[order]) == 0
    gaps = np.diff(birth[order])[same]
    assert 0.3 < same.mean() < 0.6
    assert ((gaps == 0) | (gaps > 200)).mean() > 0.99


def test_about_one_birth_in_a_hundred_is_a_twin() -> None:
    assert 0.006 < province(20_000).people.twin.mean() < 0.016


def test_children_move_between_communes_in_the_summer() -> None:
    homes = province(20_000).homes
    same = homes.child[1:] == homes.child[:-1]
    elsewhere = homes.place[1:] != homes.place[:-1]
    moved = homes.start[1:][same & elsewhere & (homes.start[1:] != MERGER)]
    assert 0.013 < len(moved) / 14 / 20_000 < 0.022
    month = moved.astype("datetime64[D]").astype("datetime64[M]").astype(int) % 12 + 1
    assert np.isin(month, [6, 7, 8]).mean() > 0.35


def test_some_stay_for_a_time_and_some_are_away() -> None:
    homes = province(20_000).homes
    on = (homes.start <= end_of(2020)) & (homes.end > end_of(2020))
    assert 0.01 < (homes.kind[on] == 1).mean() < 0.15
    assert 0 < (homes.kind[on] == ABSENT).mean() < 0.02


def test_the_dead_leave_the_register_on_the_day() -> None:
    people = province(20_000).people
    dead = people.died < FOREVER
    assert dead.any()
    assert (people.end[dead] == people.died[dead]).all()
    assert (people.ending[dead] == DIED).all()
    assert (people.died[dead] >= people.birth[dead]).all()


def test_a_second_record_is_rare_and_of_the_same_day() -> None:
    people = province(20_000).people
    copies = np.flatnonzero(people.copy_of >= 0)
    assert 0.003 < len(copies) / len(people) < 0.008
    assert (people.birth[copies] == people.birth[people.copy_of[copies]]).all()
    assert (people.household[copies] == people.household[people.copy_of[copies]]).all()
