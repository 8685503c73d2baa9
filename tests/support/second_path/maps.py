"""What cells amount to on the map of a day: those of a place that is gone lie at its heirs."""

from collections.abc import Mapping
from datetime import date

from tests.support.second_path.tally import Cells, Key
from tests.support.second_path.whereabouts import Map

_HOUSES = ("T3", "T7", "T7-all", "T7-ever", "T8")  # nobody can say which half of a house it is


def carried(cells: Cells, ground: Mapping[int, int], day: date) -> Cells:
    """Add up totals on the map of ``day``: ``ground`` says in which asked place a commune lies.

    A child of a split commune that waits for its heir counts at the heirs by share; houses
    are not divided: such a figure is (None, None).
    """
    map_ = Map()
    sums: dict[Key, list[float]] = {}
    divided: set[Key] = set()
    for (code, place, year, breakdown, _), (numerator, denominator) in cells.items():
        if breakdown:
            continue
        parts: dict[int, float] = {}
        for heir, share in map_.heirs_on(place, day).items():
            if heir in ground:
                parts[ground[heir]] = parts.get(ground[heir], 0.0) + share
        for asked, share in parts.items():
            key = (code, asked, year, "", "")
            held = sums.setdefault(key, [0.0, 0.0])
            held[0] += (numerator or 0) * share
            held[1] += (denominator or 0) * share
            if share != 1.0 and code in _HOUSES:
                divided.add(key)
    return {key: (None, None) if key in divided else (n, d) for key, (n, d) in sums.items()}
