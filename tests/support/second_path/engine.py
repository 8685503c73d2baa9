"""The engine's answers through its front door, in the words of the second path."""

from collections.abc import Sequence

from mangnon.indicators.models import Cell
from mangnon.indicators.rollup import roll_up
from mangnon.places.models import Place
from tests.support.second_path.tally import Cells

_COLUMNS = ("indicator__code", "place", "period_start", "breakdown", "value_key")


def engine_cells() -> Cells:
    """Return every cell that the engine counted."""
    rows = Cell.objects.filter(series="records", period_kind="year").values_list(
        *_COLUMNS, "numerator", "denominator"
    )
    return {
        (code, place, start.year, breakdown, value): (numerator, denominator or 0)
        for code, place, start, breakdown, value, numerator, denominator in rows
    }


def engine_figures(places: Sequence[Place]) -> Cells:
    """Return the totals that the engine gives for places, each on the map of its first day."""
    return {
        (key.indicator, key.place_id, key.period_start.year, "", ""): (
            (None, None) if one.refused else (one.numerator, one.denominator or 0)
        )
        for key, one in roll_up(places).items()
    }
