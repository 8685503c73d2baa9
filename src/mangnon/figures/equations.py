"""The sums an attacker knows: totals and their parts, on both maps and in breakdowns."""

from collections import defaultdict
from collections.abc import Iterator

from mangnon.figures.candidates import Candidates
from mangnon.indicators.rollup import RollKey, Rolls
from mangnon.places.crosswalk import weights
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree

Equation = tuple[RollKey, tuple[RollKey, ...]]  # the whole, its parts
_SAME = 1e-6


def equations(found: Candidates) -> list[Equation]:
    """Return every identity between figures that holds in these numbers."""
    rolls = found.rolls
    every = [*_over_places(found), *_over_values(rolls), *_over_styles(found)]
    return [equation for equation in every if _holds(equation, rolls)]


def _over_places(found: Candidates) -> Iterator[Equation]:
    """A place is the sum of those below it, and an heir of the whole places it came from."""
    by_figure: dict[tuple[object, ...], dict[int, RollKey]] = defaultdict(dict)
    for key in found.rolls:
        by_figure[key._replace(place_id=0)][key.place_id] = key
    ways = [
        (place.pk, below)
        for place in found.places.values()
        for below in _ways_of_adding_up(place, found.places)
    ]
    for figure in by_figure.values():
        for place, below in ways:
            if place in figure:
                yield figure[place], tuple(figure[one] for one in below if one in figure)


def _ways_of_adding_up(place: Place, places: dict[int, Place]) -> list[tuple[int, ...]]:
    ways: list[tuple[int, ...]] = []
    if place.kind == Kind.COMMUNE:
        held = weights(place.pk, place.valid_from)
        if all(weight.share == 1.0 for weight in held.values()):
            # Each earlier map by itself: a figure stands on all of them, and would count twice.
            days = sorted({one.valid_from for one in places.values()})
            ways += [
                tuple(one for one in held if places[one].lives_on(day))
                for day in days
                if day < place.valid_from
            ]
        return [way for way in dict.fromkeys(ways) if way]
    for day in sorted({one.valid_from for one in places.values()}):
        if not place.lives_on(day):
            continue
        tree = Tree.on(day)
        ways.append(tuple(tree.leaves(place.pk)))
        districts = [one for one in tree.at_kind(Kind.DISTRICT) if place.pk in tree.ancestors(one)]
        ways.append(tuple(districts))
    return [way for way in dict.fromkeys(ways) if way]


def _over_values(rolls: Rolls) -> Iterator[Equation]:
    """A total is the sum over the values of a breakdown that splits it."""
    parts: dict[tuple[RollKey, str], list[RollKey]] = defaultdict(list)
    for key in rolls:
        if key.breakdown:
            parts[key._replace(breakdown="", value_key=""), key.breakdown].append(key)
    for (total, _), keys in parts.items():
        if total in rolls:
            yield total, tuple(keys)


def _over_styles(found: Candidates) -> Iterator[Equation]:
    """All wards together, all rural communes: the sum of those communes, of the figure's day."""
    communes: dict[tuple[RollKey, str], list[RollKey]] = defaultdict(list)
    for key, rolled in found.rolls.items():
        place = found.places[key.place_id]
        if place.kind == Kind.COMMUNE and place.lives_on(rolled.as_of):
            communes[key._replace(place_id=0), place.style].append(key)
    for key in found.rolls:
        if key.breakdown == "place_style":
            plain = key._replace(place_id=0, breakdown="", value_key="")
            here = Tree.on(found.rolls[key].as_of)
            below = set(here.leaves(key.place_id)) if key.place_id in here else set()
            parts = [one for one in communes[plain, key.value_key] if one.place_id in below]
            if parts:
                yield key, tuple(parts)


def _holds(equation: Equation, rolls: Rolls) -> bool:
    """An identity is one only where every part has a number and the numbers agree."""
    whole, parts = equation
    known = [rolls[part] for part in parts]
    total = rolls[whole]
    if total.numerator is None or any(part.numerator is None for part in known):
        return False
    numerators = sum(part.numerator or 0.0 for part in known)
    denominators = sum(part.denominator or 0.0 for part in known)
    return (
        abs(numerators - total.numerator) <= _SAME
        and abs(denominators - (total.denominator or 0.0)) <= _SAME
    )
