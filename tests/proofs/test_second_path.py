"""Proof: a plain second recount of every indicator agrees with the engine, cell by cell.

The second path is in ``tests/support/second_path``: Python and the ORM, row by row, written
from the definitions alone. Ten children counted by hand hold both paths to the words.
"""

import pytest

from mangnon import clock
from mangnon.indicators.models import Indicator
from mangnon.indicators.recount import rebuild
from mangnon.places.models import Place
from tests.support.second_path import Cells, carried, recount
from tests.support.second_path.engine import engine_cells, engine_figures
from tests.support.second_path.hand import EXPECTED, IDENTIFIED, REINTEGRATED, make_hand_children
from tests.support.second_path.province import SECOND, TODAY, Places
from tests.support.second_path.world import populate

CHILDREN = 200
YEARS = range(2000, 2031)  # more than there are: a cell too early or too late would show
T6_IS_REPORTED = {"T6"}

pytestmark = pytest.mark.django_db(transaction=True)


def differences(ours: Cells, theirs: Cells) -> dict[object, object]:
    """Return what differs, few enough to be read."""
    keys = [key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
    return {key: (ours.get(key), theirs.get(key)) for key in sorted(keys)[:20]}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_both_paths_agree_on_every_cell_and_on_the_map_of_today(seed: int) -> None:
    with clock.pinned(TODAY):
        places = populate(seed, CHILDREN)
        rebuild()
        ours = recount([place.pk for place in places.values()], YEARS, TODAY)
        assert differences(ours, engine_cells()) == {}
        assert {key[0] for key in ours} == every_counted_indicator()
        _same_on_the_map_of_today(ours, places)


def every_counted_indicator() -> set[str]:
    """Return the codes of the pack without those that are only reported."""
    return set(Indicator.objects.values_list("code", flat=True)) - T6_IS_REPORTED


def _same_on_the_map_of_today(ours: Cells, places: Places) -> None:
    communes = [places["W"], places["Z"], places["S2"]]
    theirs = engine_figures(communes)
    assert differences(carried(ours, {one.pk: one.pk for one in communes}, SECOND), theirs) == {}
    area = Place.objects.get(code="area")
    whole = carried(ours, {one.pk: area.pk for one in communes}, SECOND)
    assert differences(whole, engine_figures([area])) == {}


def test_children_counted_by_hand_hold_both_paths_to_the_words() -> None:
    with clock.pinned(TODAY):
        communes = make_hand_children()
        rebuild()
        ours = recount([one.pk for one in communes.values()], YEARS, TODAY)
        theirs = engine_cells()
    for cells in (ours, theirs):
        assert _totals(cells, communes, ("T1", "T2", "T4", "T5")) == EXPECTED
        assert _by_group(cells, communes) == IDENTIFIED
        assert _reintegrated(cells, communes) == REINTEGRATED


def _totals(
    cells: Cells, communes: Places, codes: tuple[str, ...]
) -> dict[str, dict[str, dict[int, object]]]:
    """Return commune -> indicator -> year -> (numerator, denominator)."""
    found: dict[str, dict[str, dict[int, object]]] = {}
    for name, commune in communes.items():
        found[name] = {
            code: {
                year: cells[code, place, year, "", ""]
                for which, place, year, breakdown, _ in sorted(cells)
                if (which, place, breakdown) == (code, commune.pk, "")
            }
            for code in codes
        }
    return found


def _by_group(cells: Cells, communes: Places) -> dict[tuple[str, int, str], object]:
    """Return T1-new by group, where it found a child."""
    names = {place.pk: name for name, place in communes.items()}
    return {
        (names[place], year, value): sums
        for (code, place, year, breakdown, value), sums in cells.items()
        if (code, breakdown) == ("T1-new", "circumstance") and sums[0]
    }


def _reintegrated(cells: Cells, communes: Places) -> set[tuple[str, int]]:
    """Return where and when T2c counts a child."""
    names = {place.pk: name for name, place in communes.items()}
    return {
        (names[place], year)
        for (code, place, year, breakdown, _), sums in cells.items()
        if (code, breakdown) == ("T2c", "") and sums[0]
    }
