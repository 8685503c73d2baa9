"""Whatever is merged and split, nothing is lost: random worlds of three generations."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mangnon.places import generation
from mangnon.places import world as worlds
from mangnon.places.crosswalk import Crosswalk, answerable_until, weights
from mangnon.places.errors import NotOnThatMap
from mangnon.places.tree import Tree
from mangnon.places.world import Share, Under, Unit, World

DAYS = (date(2000, 1, 1), date(2010, 1, 1), date(2020, 1, 1))
AREA, FIRST_DISTRICT = 1, 2
NEAR = 1e-9


def _unit(number: int, kind: str, start: date, end: date | None) -> Unit:
    names = (kind[:1], f"N{number}", f"N{number}", f"{number:06d}")
    return Unit(number, str(number), start, end, kind, *names, None, None, False, "", "")


@st.composite
def random_worlds(draw: st.DrawFn) -> World:
    """Communes of three days; each of the last two generations inherits at random."""
    districts = draw(st.integers(1, 3))
    sizes = [draw(st.integers(1, 7)) for _ in DAYS]
    ends = (*DAYS[1:], None)
    units = [_unit(AREA, "programme_area", DAYS[0], None)]
    units += [_unit(FIRST_DISTRICT + d, "district", DAYS[0], None) for d in range(districts)]
    parents = [(FIRST_DISTRICT + d, Under(DAYS[0], None, AREA)) for d in range(districts)]
    heirs: list[tuple[int, Share]] = []
    for g, (start, end, size) in enumerate(zip(DAYS, ends, sizes, strict=True)):
        for n in range(size):
            unit = _unit(100 * (g + 1) + n, "commune", start, end)
            above = FIRST_DISTRICT + draw(st.integers(0, districts - 1))
            units.append(unit)
            parents.append((unit.id, Under(start, end, above)))
            if end is not None:
                heirs += draw(_heirs(unit.id, 100 * (g + 2), sizes[g + 1], end))
    return World(units, (), parents, heirs)


@st.composite
def _heirs(
    draw: st.DrawFn, source: int, first: int, size: int, day: date
) -> list[tuple[int, Share]]:
    chosen = draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=3, unique=True))
    parts = [draw(st.integers(1, 9)) for _ in chosen]
    return [
        (source, Share(first + heir, day, part / sum(parts), len(chosen) > 1))
        for heir, part in zip(chosen, parts, strict=True)
    ]


@contextmanager
def standing(world: World) -> Iterator[None]:
    """Let a world stand in for the database's."""
    with (
        patch.object(generation, "current", return_value="drawn"),
        patch.object(worlds, "_held", ("drawn", world)),
    ):
        yield


def figures(world: World) -> dict[int, float]:
    """Give every commune that ever was a figure of its own."""
    return {unit.id: float(unit.id % 97 + 1) for unit in world.units.values() if unit.is_leaf}


def near(one: float, other: float) -> bool:
    return abs(one - other) <= NEAR * max(1.0, abs(other))


@given(random_worlds())
@settings(max_examples=60, deadline=None)
def test_a_total_is_the_same_on_every_later_map(world: World) -> None:
    with standing(world):
        for early in DAYS:
            held = {leaf: figures(world)[leaf] for leaf in Tree.on(early).leaves(AREA)}
            for late in (day for day in DAYS if day >= early):
                walk = Crosswalk.between(early, late)
                carried = sum(
                    figure * heir.share
                    for leaf, figure in held.items()
                    for heir in walk.shares(leaf)
                )
                assert near(carried, sum(held.values()))


@given(random_worlds())
@settings(max_examples=60, deadline=None)
def test_communes_add_up_to_their_parents_on_every_map(world: World) -> None:
    with standing(world):
        for day in DAYS:
            tree = Tree.on(day)
            for unit in tree:
                leaves = tree.leaves(unit.id)
                below = [leaf for child in tree.children(unit.id) for leaf in tree.leaves(child)]
                assert unit.is_leaf or sorted(below) == sorted(leaves)
                summed: dict[int, float] = {}
                for leaf in leaves:
                    for place, weight in weights(leaf, day).items():
                        born = world.units[place].valid_from
                        if born <= day:
                            summed[place] = summed.get(place, 0.0) + weight.share
                for place, share in summed.items():
                    assert near(weights(unit.id, day)[place].share, share)


@given(random_worlds())
@settings(max_examples=60, deadline=None)
def test_sources_are_what_the_shares_say(world: World) -> None:
    with standing(world):
        walk = Crosswalk.between(DAYS[0], DAYS[2])
        forward = {
            (leaf, heir.place_id): heir.share
            for leaf in Tree.on(DAYS[0]).leaves(AREA)
            for heir in walk.shares(leaf)
        }
        inverse = {
            (source.place_id, leaf): source.share
            for leaf in Tree.on(DAYS[2]).leaves(AREA)
            for source in walk.sources(leaf)
        }
        assert forward == inverse


def heirs_if_whole(world: World, place: int) -> set[int] | None:
    """Work out by hand which new communes together are an old place, if they are."""
    own = set(Tree.on(DAYS[0]).leaves(place))
    last = {n: {s.target for s in world.heirs[n]} for n in Tree.on(DAYS[0]).leaves(AREA)}
    touched = set().union(*(last[commune] for commune in own)) if own else set()
    from_elsewhere = any(touched & last[other] for other in last if other not in own)
    return None if from_elsewhere else touched


@given(random_worlds())
@settings(max_examples=60, deadline=None)
def test_new_figures_reach_an_old_place_whole_or_not_at_all(world: World) -> None:
    with standing(world):
        old, new = DAYS[0], DAYS[1]
        for unit in Tree.on(old):
            until = answerable_until(unit.id, old)
            found = weights(unit.id, old)
            later = {place for place in found if world.units[place].valid_from == new}
            union = heirs_if_whole(world, unit.id)
            if union is None:
                with pytest.raises(NotOnThatMap):
                    Crosswalk.between(new, old).sources(unit.id)
                assert until == new and not later
                continue
            sources = Crosswalk.between(new, old).sources(unit.id)
            assert {one.place_id for one in sources} == later == union
            assert until is None or until > new
            assert all(found[place].share == 1.0 for place in union)


@given(st.permutations(range(6)))
@settings(max_examples=30, deadline=None)
def test_there_and_back_loses_nothing_where_each_has_one_heir(order: list[int]) -> None:
    units = [_unit(AREA, "programme_area", DAYS[0], None)]
    units += [_unit(100 + n, "commune", DAYS[0], DAYS[1]) for n in range(6)]
    units += [_unit(200 + n, "commune", DAYS[1], None) for n in range(6)]
    parents = [(u.id, Under(u.valid_from, u.valid_to, AREA)) for u in units[1:]]
    heirs = [(100 + n, Share(200 + heir, DAYS[1], 1.0, False)) for n, heir in enumerate(order)]
    with standing(World(units, (), parents, heirs)):
        there, back = (Crosswalk.between(*pair) for pair in (DAYS[:2], DAYS[1::-1]))
        for n in range(6):
            (heir,) = there.shares(100 + n)
            (again,) = back.shares(heir.place_id)
            assert (again.place_id, again.share) == (100 + n, 1.0)
