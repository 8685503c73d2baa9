"""Counts within counts of another indicator: the weighed who are still under five, of all weighed.

Where numerator and denominator of an indicator are counted apart (weighed here, living here), the
one is no part of the other. Such a numerator is protected within the denominator of another
indicator that holds the same persons, and the denominator as a plain count.
"""

from collections import defaultdict
from dataclasses import dataclass

from sqlglot import exp, parse_one

from mangnon.figures.candidates import Candidates
from mangnon.indicators.declaration import Declaration, Measure
from mangnon.indicators.expressions import DUCKDB
from mangnon.indicators.rollup import RollKey

_APART = "whole of "  # before the series: the denominator, where it is a count of its own
# A whole that adds up as its count does, and is large wherever that is not nothing.
_TIMES = 1000.0


@dataclass(frozen=True, slots=True)
class Nesting:
    """Numerators that stand within another indicator's denominator.

    ``mates`` gives that other figure, by the figure; ``wholes`` what each is counted within: the
    mate's denominator, and for the denominators under keys of their own a large number.
    ``alone`` are levels where a mate is missing, so that nothing is known to hold the count.
    """

    mates: dict[RollKey, RollKey]
    wholes: dict[RollKey, float]
    alone: frozenset[RollKey]


def nesting(found: Candidates) -> Nesting:
    """Find the numerators of persons that another indicator's denominator holds."""
    holders = {code: _holder(one, found.declared) for code, one in found.declared.items()}
    mates: dict[RollKey, RollKey] = {}
    wholes: dict[RollKey, float] = {}
    levels: dict[tuple[object, ...], list[RollKey]] = defaultdict(list)
    for key, rolled in found.rolls.items():
        holder = holders[key.indicator]
        if holder is None or not found.about_persons(key) or rolled.numerator is None:
            continue
        level = (key._replace(place_id=0, value_key=""), found.level(key))
        mates[key] = mate = key._replace(indicator=holder[0], series=holder[1])
        levels[level].append(key)
        held = found.rolls[mate].denominator or 0.0 if mate in found.rolls else 0.0
        wholes[key] = held
        wholes[apart(key)] = _TIMES * (rolled.denominator or 0.0)
    alone = (
        key
        for keys in levels.values()
        if any(wholes[key] < (found.rolls[key].numerator or 0.0) for key in keys)
        for key in keys
    )
    return Nesting(mates, wholes, frozenset(alone))


def apart(key: RollKey) -> RollKey:
    """Return the key under which the denominator of a figure is protected by itself."""
    return key._replace(series=_APART + key.series)


def of_apart(key: RollKey) -> RollKey | None:
    """Return the figure whose denominator has this key; None for the key of a figure."""
    known = key.series.startswith(_APART)
    return key._replace(series=key.series.removeprefix(_APART)) if known else None


def _holder(one: Declaration, declared: dict[str, Declaration]) -> tuple[str, str] | None:
    """Return code and series of the indicator whose denominator holds a numerator."""
    part = one.numerator
    if part is None or one.denominator is None or part.dataset == one.denominator.dataset:
        return None
    for code, other in sorted(declared.items()):
        whole, series = other.denominator, other.records
        if code == one.code or whole is None or series is None:
            continue
        if whole.dataset == part.dataset and _conditions(whole) <= _conditions(part):
            return code, series.code
    return None


def _conditions(measure: Measure) -> frozenset[str]:
    """Return what must all hold of whoever is counted."""
    tree = parse_one(measure.value, dialect=DUCKDB).unnest()
    parts = tree.flatten() if isinstance(tree, exp.And) else [tree]
    return frozenset(part.unnest().sql(dialect=DUCKDB) for part in parts)
