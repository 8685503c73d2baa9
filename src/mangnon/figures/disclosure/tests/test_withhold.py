"""What is withheld, worked out by hand on small tables."""

import pytest

from mangnon.figures.disclosure import (
    CannotProtect,
    Cell,
    Cover,
    Equation,
    Plan,
    Shown,
    SumsDisagree,
    withhold,
)
from mangnon.figures.disclosure.protecting import Protection

DISTRICT = Equation("district", ("a", "b", "c"))


def district(a, b, c, sizes=(100, 200, 300), **known):
    """A district of three communes with so many children each; counts of those in need."""
    parts = [Cell(key, n, d, **known) for key, n, d in zip("abc", (a, b, c), sizes, strict=True)]
    total = Cell("district", a + b + c, sum(sizes), **known)
    return [*parts, total]


def hidden(*args, **kwargs):
    return withhold(district(*args, **kwargs), [DISTRICT]).numerators


def test_nothing_small_nothing_withheld():
    assert withhold(district(9, 20, 30), [DISTRICT]) == Plan(*[frozenset()] * 5)


def test_none_is_shown():
    assert hidden(0, 20, 30) == frozenset()


def test_beside_a_small_part_the_smallest_place_is_withheld():
    assert hidden(20, 30, 3) == {"c", "a"}


def test_the_total_stays_where_it_can():
    assert "district" not in hidden(1, 2, 40)


def test_a_small_complement_is_withheld():
    assert "b" in hidden(50, 198, 200)


def test_denominators_stay_unless_small():
    plan = withhold(district(3, 20, 30), [DISTRICT])
    assert plan.hides("a") and not plan.hides_denominator("a")


def test_a_small_denominator_hides_a_second_one():
    plan = withhold(district(0, 20, 30, sizes=(3, 200, 300)), [DISTRICT])
    assert plan.hides_denominator("a") and plan.hides("a")
    assert plan.denominators == {"a", "b"}
    assert plan.small_denominators == {"a"}


def test_an_empty_place_hides_nothing():
    assert hidden(0, 20, 30, sizes=(0, 200, 300)) == frozenset()


def test_stations_and_communes_are_no_persons():
    assert hidden(1, 2, 3, persons=False) == frozenset()


def test_a_place_by_itself_needs_no_company():
    plan = withhold([Cell("a", 2, 90), Cell("b", 20, 90)], [])
    assert (plan.numerators, plan.narrow) == ({"a"}, frozenset())


def test_a_figure_that_is_not_published_needs_no_withholding():
    cells = [
        *district(3, 20, 30)[:2],
        Cell("c", 30, 300, candidate=False),
        Cell("district", 53, 600),
    ]
    assert withhold(cells, [DISTRICT]).numerators == {"a"}


def test_what_is_known_from_before_is_a_poor_cover():
    cells = district(3, 20, 30)
    before = {"a": Shown(5, 100), "b": Shown(20, 200), "c": Shown(28, 300)}
    assert withhold(cells, [DISTRICT], earlier=before).numerators == {"a", "c"}


def test_what_was_withheld_stays_withheld():
    before = {"b": Shown(None, 200), "c": Shown(None, None)}
    plan = withhold(district(9, 20, 30), [DISTRICT], earlier=before)
    assert plan.numerators == {"b", "c"}
    assert plan.denominators == {"c"}


def test_two_maps_are_one_table():
    """The new commune is the old a and b: a cannot hide behind b alone."""
    cells = [*district(3, 20, 30), Cell("new", 23, 300)]
    plan = withhold(cells, [DISTRICT, Equation("new", ("a", "b"))])
    assert "a" in plan.numerators
    assert plan.numerators & {"c", "district"} or plan.numerators >= {"a", "b"}


def test_groups_that_overlap_bound_each_other():
    """16 of 20 in one group leave at least 4 in the other, and the rule says at most 4."""
    cells = [Cell("all", 20, 500), Cell("g", 16, 500), Cell("h", 4, 500)]
    plan = withhold(cells, [], [Cover("all", ("g", "h"))])
    assert plan.numerators > {"h"}
    assert not plan.narrow


def test_groups_share_their_denominator():
    cells = [Cell("all", 3, 4), Cell("g", 2, 4), Cell("h", 1, 4)]
    plan = withhold(cells, [], [Cover("all", ("g", "h"))])
    assert plan.denominators == {"all", "g", "h"}


def test_where_the_rule_gives_all_away_a_decoy_is_withheld():
    """Three parts and their total from 1 to 4 could be few things: who is small is hidden too."""
    cells = [
        *(Cell(key, 1, 100) for key in "abcd"),
        Cell("e", 0, 100),
        Cell("total", 4, 500),
    ]
    plan = withhold(cells, [Equation("total", tuple("abcde"))])
    assert plan.numerators == {*"abcde", "total"}
    assert plan.small < set("abcd") | {"total"}


def test_a_total_that_is_not_the_sum_is_refused():
    cells = [*district(3, 20, 30)[:3], Cell("district", 54, 600)]
    with pytest.raises(SumsDisagree, match="54"):
        withhold(cells, [DISTRICT])


def test_a_sum_over_an_unknown_figure_is_a_mistake():
    with pytest.raises(ValueError, match="no figure"):
        withhold(district(3, 20, 30), [Equation("district", ("a", "x"))])


def test_what_cannot_be_protected_stops_the_release(monkeypatch):
    monkeypatch.setattr(Protection, "_cheapest", lambda self, count: None)
    with pytest.raises(CannotProtect, match="“a”"):
        withhold(district(3, 20, 30), [DISTRICT])
