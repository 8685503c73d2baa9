"""How a document stands on a day: each word of the national database, and what makes it so."""

from datetime import date

import pytest

from mangnon.legislation.standing.compute import standing_of, standings
from mangnon.legislation.standing.graph import Paper, Tie
from mangnon.legislation.standing.loops import loop_in
from mangnon.legislation.standing.words import RELATIONS, Standing, Why

Y = {year: date(year, 1, 1) for year in range(2010, 2031)}
OLD, NEW = Paper("old", Y[2012], Y[2013]), Paper("new", Y[2018], Y[2019])


def stands(day, *ties, old=OLD, new=NEW):
    return standing_of("old", [old, new], ties, day)


@pytest.mark.parametrize(
    ("paper", "day", "standing", "why"),
    [
        (OLD, 2015, "in_force", "runs"),
        (OLD, 2013, "in_force", "runs"),
        (OLD, 2012, "not_yet", "not_begun"),
        (Paper("old", Y[2012]), 2020, "unknown", "no_start"),
        (Paper("old"), 2020, "unknown", "no_start"),
        (Paper("old", Y[2012], Y[2013], Y[2016]), 2015, "in_force", "runs"),
        (Paper("old", Y[2012], Y[2013], Y[2016]), 2016, "expired", "term"),
        (Paper("old", expired_on=Y[2016]), 2016, "expired", "term"),
    ],
)
def test_dates_alone(paper, day, standing, why):
    found = stands(Y[day], old=paper)
    assert (found.standing, found.why) == (standing, why)


@pytest.mark.parametrize("kind", ["replaces", "abrogates"])
def test_the_whole_ends_on_the_day_its_successor_begins_or_on_its_own(kind):
    assert stands(Y[2018], Tie("new", kind, "old")).standing == Standing.IN_FORCE
    found = stands(Y[2019], Tie("new", kind, "old"))
    assert (found.standing, found.why, found.since) == (Standing.EXPIRED, Why.ENDED, Y[2019])
    assert stands(Y[2018], Tie("new", kind, "old", on=Y[2018])).standing == Standing.EXPIRED


@pytest.mark.parametrize("kind", ["replaces", "abrogates", "amends"])
def test_a_part_leaves_the_rest_in_force(kind):
    found = stands(Y[2020], Tie("new", kind, "old", part=True))
    assert found.standing == Standing.EXPIRED_PART
    assert [one.source for one in found.ties] == ["new"]


def test_a_suspension_ends_and_one_without_an_end_does_not():
    for part, word in ((False, Standing.SUSPENDED), (True, Standing.SUSPENDED_PART)):
        tie = Tie("new", "suspends", "old", on=Y[2019], until=Y[2021], part=part)
        assert stands(Y[2020], tie).standing == word
        assert stands(Y[2021], tie).standing == Standing.IN_FORCE
    assert stands(Y[2030], Tie("new", "suspends", "old")).until is None


def test_nobody_knows_since_the_issue_of_what_acts_on_an_unknown_day():
    new = Paper("new", Y[2018])
    assert stands(Y[2017], Tie("new", "replaces", "old"), new=new).standing == Standing.IN_FORCE
    found = stands(Y[2018], Tie("new", "replaces", "old"), new=new)
    assert (found.standing, found.why) == (Standing.UNKNOWN, Why.UNDATED)


def test_what_had_ended_before_its_day_ends_nothing():
    new = Paper("new", Y[2018], Y[2019], expired_on=Y[2018])
    assert stands(Y[2025], Tie("new", "replaces", "old"), new=new).standing == Standing.IN_FORCE


@pytest.mark.parametrize(
    "kind", sorted(set(RELATIONS) - {"replaces", "abrogates", "amends", "suspends"})
)
def test_the_other_relations_change_nothing(kind):
    assert stands(Y[2025], Tie("new", kind, "old")).standing == Standing.IN_FORCE


def test_a_document_that_is_not_there_changes_nothing():
    assert stands(Y[2025], Tie("lost", "abrogates", "old")).standing == Standing.IN_FORCE
    assert standings([], [Tie("a", "replaces", "b")], Y[2020]) == {}


def test_a_circle_is_found_and_the_same_one_each_time():
    ties = [Tie(a, "replaces", b) for a, b in ("ab", "bc", "ca", "dc")]
    assert loop_in(ties) == loop_in(reversed(ties)) == ["a", "b", "c", "a"]
    assert loop_in([*ties[:2], Tie("c", "replaces", "a", part=True)]) == []
    assert loop_in(Tie(n, "replaces", n + 1) for n in range(5000)) == []


def test_a_circle_that_stands_all_the_same_says_the_same_in_any_order():
    papers = [Paper(one, Y[2012], Y[2013 + n]) for n, one in enumerate("abc")]
    ties = [Tie(a, "replaces", b) for a, b in ("ab", "bc", "ca")]
    assert standings(papers, ties, Y[2020]) == standings(papers, ties[::-1], Y[2020])
