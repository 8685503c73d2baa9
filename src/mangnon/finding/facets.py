"""Narrowing what was found by kind, year and place; each counted with the others applied."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from mangnon.finding.shelf import Column, Mask, Shelf

Facet = Literal["kind", "year", "place"]
FACETS: tuple[Facet, ...] = ("kind", "year", "place")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The entries that pass every filter, and how many each other choice would leave."""

    passed: Mask
    counts: Mapping[Facet, Mapping[str, int]]


def narrow(found: Mask, shelf: Shelf, chosen: Mapping[Facet, str]) -> Narrowed:
    """Apply the chosen filters to what was found; a value that nothing has leaves nothing."""
    masks = {facet: _mask(shelf, facet, value) for facet, value in chosen.items() if value}
    passed = _all(found, masks.values())
    counts = {}
    for facet in FACETS:
        others = [mask for name, mask in masks.items() if name != facet]
        counts[facet] = _counts(shelf, facet, _all(found, others))
    return Narrowed(passed, counts)


def _all(found: Mask, masks: Iterable[Mask]) -> Mask:
    passed = found
    for mask in masks:
        passed = passed & mask
    return passed


def _column(shelf: Shelf, facet: Facet) -> Column:
    return {"kind": shelf.kind, "year": shelf.year, "place": shelf.place}[facet]


def _mask(shelf: Shelf, facet: Facet, value: str) -> Mask:
    if facet != "place":
        return _column(shelf, facet).mask(value)
    within = [n for n, some in enumerate(shelf.place.values) if value in some.split()]
    return np.isin(shelf.place.codes, within)


def _counts(shelf: Shelf, facet: Facet, found: Mask) -> Mapping[str, int]:
    counted = _column(shelf, facet).counts(found)
    if facet != "place":
        return {value: count for value, count in counted.items() if value}
    places: Counter[str] = Counter()
    for some, count in counted.items():
        for one in some.split():
            places[one] += count
    return dict(places)
