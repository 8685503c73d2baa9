"""The attacker finds what is there to be found, and nothing else."""

import pytest

from tests.support.attack import (
    ContradictionError,
    Derived,
    Overlapping,
    Seen,
    Sum,
    View,
    attack,
    without_rule,
)

HIDDEN = Seen(None, 100, small=True)
DISTRICT = Sum("district", ("a", "b", "c"))


def district(**seen):
    shown = {"district": Seen(30, 300), "a": Seen(20, 100), "b": Seen(7, 100)}
    return View({**shown, "c": HIDDEN, **seen}, (DISTRICT,))


def test_one_withheld_part_is_derived_by_difference():
    assert attack(district()) == [Derived(0, "c", "numerator", 3)]


def test_two_withheld_parts_hide_each_other():
    assert attack(district(a=Seen(None, 100))) == []


def test_a_part_at_its_end_is_derived_from_two():
    both = district(district=Seen(8, 300), a=HIDDEN, b=Seen(0, 100))
    assert {(d.key, d.value) for d in attack(both)} == {("a", 4), ("c", 4)}
    assert attack(without_rule(both)) == []


def test_a_complement_is_derived():
    shown = {
        "district": Seen(297, 300),
        "a": Seen(100, 100),
        "b": Seen(100, 100),
        "c": Seen(None, 100, small=True),
    }
    assert attack(View(shown, (DISTRICT,))) == [Derived(0, "c", "complement", 3)]


def test_a_small_denominator_is_derived():
    gone = Seen(None, None, small=True, small_denominator=True)
    found = attack(district(district=Seen(27, 203), c=gone))
    assert found == [Derived(0, "c", "complement", 3), Derived(0, "c", "denominator", 3)]


def test_two_maps_tell_more_than_one():
    seen = {
        "district": Seen(30, 300),
        "a": Seen(None, 100),
        "b": Seen(7, 100),
        "c": HIDDEN,
        "new": Seen(27, 200),
    }
    alone = View(seen, (DISTRICT,))
    assert attack(alone) == []
    both = View(seen, (DISTRICT, Sum("new", ("a", "b"))))
    assert attack(both) == [Derived(0, "c", "numerator", 3)]


def test_overlapping_groups_bound_each_other():
    seen = {"all": Seen(20, 100), "g": Seen(16, 100), "h": HIDDEN}
    view = View(seen, overlaps=(Overlapping("all", ("g", "h")),))
    assert attack(view) == [Derived(0, "h", "numerator", 4)]
    less = View(seen | {"g": Seen(18, 100)}, overlaps=view.overlaps)
    assert attack(less) == []


def test_two_releases_tell_by_difference():
    """First a and c are withheld; then also b, which fell to 4 while d took what it lost."""
    total = Sum("district", ("a", "b", "c", "d"))
    first = {
        "district": Seen(40, 400),
        "a": Seen(None, 100),
        "b": Seen(7, 100),
        "c": HIDDEN,
        "d": Seen(10, 100),
    }
    second = first | {"b": HIDDEN, "d": Seen(13, 100)}
    before, after = View(first, (total,)), View(second, (total,))
    assert attack(before) == [] and attack(after) == []
    assert Derived(1, "b", "numerator", 4) in attack(after, before)


def test_an_assumption_that_contradicts_itself_is_dropped():
    first = district(a=Seen(None, 100))
    second = View(dict(first.seen) | {"b": Seen(8, 100)}, first.sums)
    assert attack(second, first) == []


def test_a_release_that_contradicts_itself_is_no_release():
    with pytest.raises(ContradictionError):
        attack(district(c=Seen(None, 2)))
