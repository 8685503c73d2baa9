"""Which candidates a release withholds: the plan of ``disclosure``, joined across indicators."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mangnon.figures.candidates import Candidates
from mangnon.figures.disclosure import (
    Cell,
    Cover,
    Equation,
    Plan,
    Shown,
    is_small,
)
from mangnon.figures.disclosure.rules import numerator_is_small
from mangnon.figures.equations import Equation as Sum
from mangnon.figures.equations import equations
from mangnon.figures.models import Figure, Release
from mangnon.figures.nesting import Nesting, apart, nesting, of_apart
from mangnon.figures.planning import plan_release
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.rollup import Rolled, RollKey

_MOST = 0.6
_LARGE = 50_400  # divides evenly by every small number of parts


@dataclass(frozen=True, slots=True)
class Protection:
    """What is withheld: ``counts`` lose numerator and value, ``wholes`` the denominator too.

    ``levels`` are those of them whose level is left out whole, however large they are themselves.
    """

    counts: frozenset[RollKey]
    wholes: frozenset[RollKey]
    levels: frozenset[RollKey] = frozenset()


def protect(found: Candidates, before: Release | None) -> Protection:
    """Plan what to withhold among ``found``, given what the release before showed."""
    nested = nesting(found)
    wholes = {**_wholes_of_counts(found), **nested.wholes}
    too_small = _too_small_a_level(found, wholes) | nested.alone
    cells = list(_cells(found, wholes, too_small))
    keys: set[RollKey] = {cell.key for cell in cells}  # type: ignore[misc]
    # Where a part is an estimate, the whole is no sum of what anybody could see.
    every = equations(found)
    sums = [
        Equation(parent, parts)
        for parent, parts in [*every, *_apart(every)]
        if parent in keys and keys.issuperset(parts)
    ]
    earlier = _earlier(found, before, wholes, nested)
    plan = plan_release(cells, sums, _covers(found, keys), earlier)
    return _joined(found, plan, too_small, nested)


def _cells(
    found: Candidates, wholes: dict[RollKey, float], too_small: frozenset[RollKey]
) -> Iterator[Cell]:
    """Yield what is protected: figures, and denominators that are counts of their own."""
    for key, rolled in found.rolls.items():
        if not _is_count_of_persons(found, key, rolled) or key in too_small:
            continue
        yield Cell(key, rolled.numerator or 0.0, _whole(key, rolled, wholes))
        if apart(key) in wholes:
            yield Cell(apart(key), rolled.denominator or 0.0, wholes[apart(key)])


def _apart(sums: Iterable[Sum]) -> Iterator[Sum]:
    """Denominators that are counts of their own add up as their figures do."""
    for parent, parts in sums:
        yield apart(parent), tuple(apart(part) for part in parts)


def _too_small_a_level(found: Candidates, wholes: dict[RollKey, float]) -> frozenset[RollKey]:
    """Return the communes' figures of a period in which most would be withheld anyway.

    Where more than three in five communes of a generation have a small count, showing the
    few others would cost many figures above them: none is shown.
    """
    levels: dict[tuple[object, ...], list[RollKey]] = defaultdict(list)
    for key, rolled in found.rolls.items():
        if found.level(key) == "commune" and _is_count_of_persons(found, key, rolled):
            born = found.places[key.place_id].valid_from
            levels[key._replace(place_id=0), born].append(key)
    return frozenset(
        key
        for keys in levels.values()
        if sum(_is_small(key, found.rolls[key], wholes) for key in keys) > len(keys) * _MOST
        for key in keys
    )


def _small_levels_of_events(found: Candidates) -> frozenset[RollKey]:
    """Return the figures of events (weighings) at a level where any count is under five.

    Their numerators are no part of their denominators, so the plan does not serve them.
    """
    levels: dict[tuple[object, ...], list[RollKey]] = defaultdict(list)
    for key in found.rolls:
        if found.declared[key.indicator].counts == "events":
            levels[key._replace(place_id=0, value_key=""), found.level(key)].append(key)
    return frozenset(
        key
        for keys in levels.values()
        if any(_has_few(found.rolls[key]) for key in keys)
        for key in keys
    )


def _has_few(rolled: Rolled) -> bool:
    return is_small(rolled.numerator or 0.0) or is_small(rolled.denominator or 0.0)


def _is_small(key: RollKey, rolled: Rolled, wholes: dict[RollKey, float]) -> bool:
    numerator, whole = rolled.numerator or 0.0, _whole(key, rolled, wholes)
    return is_small(rolled.denominator or 0.0) or numerator_is_small(numerator, whole)


def _wholes_of_counts(found: Candidates) -> dict[RollKey, float]:
    """Give plain counts a large whole of their own, which adds up as the counts do.

    Only the size of a count can give a person away; with such a whole the same rules serve.
    """
    groups: dict[tuple[object, ...], list[RollKey]] = defaultdict(list)
    for key in found.rolls:
        if found.declared[key.indicator].denominator is None:
            groups[key._replace(place_id=0, value_key=""), found.level(key)].append(key)
    wholes: dict[RollKey, float] = {}
    for keys in groups.values():
        share, rest = divmod(_LARGE, len(keys))
        for number, key in enumerate(sorted(keys)):
            wholes[key] = share + (rest if number == 0 else 0) + (found.rolls[key].numerator or 0.0)
    return wholes


def _whole(key: RollKey, rolled: Rolled, wholes: dict[RollKey, float]) -> float:
    return wholes.get(key, rolled.denominator or 0.0)


def _is_count_of_persons(found: Candidates, key: RollKey, rolled: Rolled) -> bool:
    return found.about_persons(key) and rolled.numerator is not None and not rolled.estimated


def _whole_for(declared: Declaration) -> tuple[str, ...]:
    return declared.denominator.whole_for if declared.denominator else ()


def _covers(found: Candidates, keys: set[RollKey]) -> Iterator[Cover]:
    """Groups of circumstances overlap: no sum, but each is at most the total."""
    values: dict[tuple[RollKey, bool], list[RollKey]] = defaultdict(list)
    for key in keys:
        if key.breakdown == "circumstance":
            total = key._replace(breakdown="", value_key="")
            same = "circumstance" in _whole_for(found.declared[key.indicator])
            values[total, same].append(key)
    for (total, same), parts in values.items():
        if total in keys:
            yield Cover(total, tuple(sorted(parts)), same_denominator=same)


def _earlier(
    found: Candidates, before: Release | None, wholes: dict[RollKey, float], nested: Nesting
) -> dict[RollKey, Shown]:
    """Return what the release before showed, by the same keys."""
    if before is None:
        return {}
    rows = Figure.objects.filter(release=before).exclude(withheld=Figure.Withheld.ESTIMATED)
    fields = ("indicator__code", "series", "place_id", "period_start", "breakdown", "value_key")
    values = rows.values_list(*fields, "numerator", "denominator").iterator(chunk_size=5000)
    shown = {RollKey(*row[:6]): Shown(row[6], row[7]) for row in values}
    earlier: dict[RollKey, Shown] = {}
    for key, one in shown.items():
        if key not in found.rolls or not found.about_persons(key):
            continue
        earlier[key] = Shown(one.numerator, wholes.get(key, one.denominator))
        if key in nested.mates:
            held = shown.get(nested.mates[key], Shown(0.0, 0.0))
            earlier[key] = Shown(one.numerator, held.denominator)
            earlier[apart(key)] = Shown(one.denominator, wholes[apart(key)])
    return earlier


def _joined(
    found: Candidates, plan: Plan, too_small: frozenset[RollKey], nested: Nesting
) -> Protection:
    """One count may stand in two indicators; withheld in one, it is withheld in all."""
    hidden_level = {key for key in too_small if is_small(found.rolls[key].denominator or 0.0)}
    if hidden_level:
        # A sum above would give a single small denominator away among shown ones.
        shown_as = {key[:2] + key[3:] for key in hidden_level}
        hidden_level |= {key for key in too_small if key[:2] + key[3:] in shown_as}
    planned, holders, numerators = _sorted_out(plan, nested)
    wholes = planned | hidden_level | _small_levels_of_events(found)
    counts = numerators | wholes | too_small
    hidden = {_quantity(found, key, "numerator") for key in numerators | too_small}
    hidden |= {_quantity(found, key, "denominator") for key in wholes | holders}
    hidden.discard(None)
    for key in found.rolls:
        if _quantity(found, key, "numerator") in hidden:
            counts.add(key)
        if _quantity(found, key, "denominator") in hidden:
            counts.add(key)
            wholes.add(key)
    # Whoever is counted within a whole that is withheld would say how large it is at least.
    counts |= {key for key, mate in nested.mates.items() if mate in wholes}
    return Protection(frozenset(counts), frozenset(wholes), too_small)


def _sorted_out(plan: Plan, nested: Nesting) -> tuple[set[RollKey], set[RollKey], set[RollKey]]:
    """Return whose denominator the plan withholds, whose as the whole of others, and numerators."""
    keys: Iterable[RollKey] = plan.numerators  # type: ignore[assignment]
    numerators = {key for key in keys if of_apart(key) is None}
    own = {figure for key in keys if (figure := of_apart(key)) is not None}
    denominators: Iterable[RollKey] = plan.denominators  # type: ignore[assignment]
    holders = {nested.mates[key] for key in denominators if key in nested.mates}
    own |= {key for key in denominators if key not in nested.mates and of_apart(key) is None}
    return own, holders, numerators


def _quantity(found: Candidates, key: RollKey, part: str) -> tuple[object, ...] | None:
    """Name the count itself: what is summed, where, when, of which part."""
    declared = found.declared[key.indicator]
    measure = declared.numerator if part == "numerator" else declared.denominator
    if measure is None:
        return None
    if part == "denominator" and key.breakdown in measure.whole_for:
        key = key._replace(breakdown="", value_key="")
    where = (key.place_id, key.period_start, key.breakdown, key.value_key)
    return (measure.dataset, measure.value, *where)


def frozen_as(
    protection: Protection, key: RollKey, rolled: Rolled, *, hide_estimates: bool
) -> dict[str, float | str | None]:
    """Return the columns under which a figure is frozen; an estimate of a commune is not shown."""
    if rolled.estimated and hide_estimates:
        return {"withheld": Figure.Withheld.ESTIMATED}
    why = Figure.Withheld.LEVEL if key in protection.levels else Figure.Withheld.SMALL
    if key in protection.wholes:
        return {"withheld": why}
    if key in protection.counts:
        return {"withheld": why, "denominator": rolled.denominator}
    return {
        "numerator": rolled.numerator,
        "denominator": rolled.denominator,
        "value": rolled.value,
        "lower": rolled.lower,
        "upper": rolled.upper,
    }
