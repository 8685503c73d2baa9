"""What is withheld cannot be derived: an attacker with an integer programme tries."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon.figures.disclosure import Plan, is_small, withhold
from mangnon.figures.disclosure.tests.tables import Province, shown, truly, view
from tests.support.attack import attack

PROVINCES = st.builds(
    Province,
    st.integers(0, 10**6),
    districts=st.integers(1, 3),
    communes=st.integers(1, 5),
    share=st.sampled_from([0.0, 0.02, 0.1, 0.5, 0.97]),
    size=st.sampled_from([3, 12, 60]),
    groups=st.sampled_from([0, 2, 4]),
)


def plan_of(province, earlier=None):
    return withhold(province.cells, province.equations, province.covers, earlier)


def given_away(province, later, first, second):
    """The counts that two releases tell: derived, true, and not by luck.

    Where something changed that is withheld on both days, the reader may take for unchanged what
    is not. What he then derives is right or wrong by chance, and he cannot know which: it is
    told only if it follows too from those of his premises that hold.
    """
    views = view(later, second), view(province, first)
    met = truly(attack(*views), province, later)
    if not met:
        return []
    old, new = province.counts(), later.counts()
    held = {
        (key, count) for key in new for at, count in enumerate("nd") if old[key][at] == new[key][at]
    }
    sound = attack(*views, unchanged=held)
    return [one for one in met if one in sound]


def by_rule_alone(province):
    """The plan of someone who withholds small counts and forgets about differences."""
    small = frozenset(
        c.key
        for c in province.cells
        if is_small(c.numerator) or is_small(c.denominator - c.numerator)
    )
    denominators = frozenset(c.key for c in province.cells if is_small(c.denominator))
    return Plan(small, denominators, small, denominators, frozenset())


def test_without_the_rest_of_the_plan_the_attacker_wins():
    province = Province(3, districts=3, communes=4)
    assert truly(attack(view(province, by_rule_alone(province))), province)
    assert truly(attack(view(province, plan_of(province))), province) == []


@settings(deadline=None, max_examples=20)
@given(PROVINCES)
def test_no_small_count_is_derived_from_a_release(province):
    assert truly(attack(view(province, plan_of(province))), province) == []


@settings(deadline=None, max_examples=15)
@given(PROVINCES, st.integers(0, 10**6))
def test_no_small_count_is_derived_from_two_releases(province, seed):
    first = plan_of(province)
    later = province.changed(seed)
    second = plan_of(later, shown(province.cells, first))
    assert given_away(province, later, first, second) == []


def test_a_reader_who_takes_a_changed_count_for_unchanged_guesses():
    province = Province(12, districts=3, communes=2, share=0.97, size=60, groups=2)
    later = province.changed(4)
    first = plan_of(province)
    second = plan_of(later, shown(province.cells, first))
    guessed = attack(view(later, second), view(province, first))
    assert len(truly(guessed, province, later)) < len(guessed)
    assert given_away(province, later, first, second) == []


def test_what_is_withheld_again_does_not_say_that_it_is_small_now():
    """A decoy of the first release that the second calls small would pin every count."""
    province = Province(134, districts=2, communes=3, share=0.97, size=60, groups=0)
    later = province.changed(0)
    first = plan_of(province)
    second = plan_of(later, shown(province.cells, first))
    assert first.numerators <= second.numerators
    assert given_away(province, later, first, second) == []


def test_what_a_true_premise_tells_is_given_away():
    province = Province(3, districts=3, communes=4)
    later = province.changed(1)
    plans = by_rule_alone(province), by_rule_alone(later)
    assert given_away(province, later, *plans) != []


@settings(deadline=None, max_examples=20)
@given(PROVINCES)
def test_what_is_shown_is_never_small(province):
    plan = plan_of(province)
    for cell in province.cells:
        counts = [] if plan.hides_denominator(cell.key) else [cell.denominator]
        if not plan.hides(cell.key):
            counts += [cell.numerator, cell.denominator - cell.numerator]
        assert not any(is_small(count) for count in counts)
        assert plan.hides_denominator(cell.key) <= plan.hides(cell.key)


@settings(deadline=None, max_examples=10)
@given(PROVINCES, st.integers(0, 10**6))
def test_what_was_withheld_stays_withheld(province, seed):
    first = plan_of(province)
    later = province.changed(seed)
    second = plan_of(later, shown(province.cells, first))
    assert first.numerators <= second.numerators
    assert first.denominators <= second.denominators


@settings(deadline=None, max_examples=10)
@given(PROVINCES)
def test_an_unchanged_province_has_an_unchanged_plan(province):
    first = plan_of(province)
    again = plan_of(province, shown(province.cells, first))
    assert again.numerators == first.numerators
    assert again.denominators == first.denominators


@pytest.mark.long
@settings(deadline=None, max_examples=1_500)
@given(PROVINCES, st.integers(0, 10**6))
def test_long_no_small_count_is_derived(province, seed):
    first = plan_of(province)
    later = province.changed(seed)
    second = plan_of(later, shown(province.cells, first))
    assert truly(attack(view(province, first)), province) == []
    assert given_away(province, later, first, second) == []
