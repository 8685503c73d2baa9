"""Holds a peer's figures against our cells: the same keys, the same sums, or no figure at all."""

from datetime import date
from typing import Any

import pandas as pd

from bench.province.shape import FIRST

KEY = ["indicator", "place_id", "period_id", "breakdown", "value_key"]
SUMS = ["numerator", "denominator"]


class NotEqual(Exception):
    """The peer's figures are not ours."""


def demand_equal(theirs: pd.DataFrame) -> dict[str, Any]:
    """Raise NotEqual unless every cell of ours is theirs and the other way round."""
    ours = our_cells()
    both = ours.merge(theirs, on=KEY, how="outer", suffixes=("_ours", "_theirs"), indicator="side")
    # A part of a breakdown in which nobody is has a cell where any other indicator has one.
    empty = (both[[f"{name}_ours" for name in SUMS]].fillna(0) == 0).all(axis=1)
    alone = both[(both["side"] != "both") & ~(empty & (both["side"] == "left_only"))]
    met = both[both["side"] == "both"]
    wrong = met[
        (met["numerator_ours"] != met["numerator_theirs"])
        | (met["denominator_ours"] != met["denominator_theirs"])
    ]
    if len(alone) or len(wrong):
        raise NotEqual(f"{len(alone)} cells on one side only, {len(wrong)} differ:\n"
                       f"{alone.head(8)}\n{wrong.head(8)}")  # fmt: skip
    return {
        "cells_compared": len(met),
        "empty_cells_of_ours_only": int((both["side"] == "left_only").sum()),
    }


def our_cells() -> pd.DataFrame:
    """Read our cells."""
    from mangnon.indicators.models import Cell

    names = ("indicator__code", "place_id", "period_start", "breakdown", "value_key", *SUMS)
    frame = pd.DataFrame.from_records(
        Cell.objects.values_list(*names).iterator(chunk_size=50_000), columns=[*KEY, *SUMS]
    )
    frame["period_id"] = frame["period_id"].map(lambda day: day.year - FIRST.year)
    return frame


def year_of(period_id: int) -> tuple[date, date, date]:
    """Give a period's first day, its last, and the first of its twelve months: the same here."""
    first = date(FIRST.year + period_id, 1, 1)
    return first, date(first.year, 12, 31), first
