"""Step: the same figures with pandas: read, work the datasets out, group by group."""

import gc
from pathlib import Path
from typing import Any

import pandas as pd

from bench.children import as_step, say
from bench.machine import Watched
from bench.pack import PACK, Wanted
from bench.peers import frames
from bench.peers.compare import KEY, SUMS, demand_equal
from bench.stage import start_django

_COLUMN = {"circumstance": "groups"}


def work(home: str, database: str) -> dict[str, Any]:
    """Read, count, compare; only what is equal to ours is given as seconds."""
    start_django(Path(home), database)
    import adbc_driver_postgresql.dbapi

    say("pandas: reading")
    with (
        Watched() as reading,
        adbc_driver_postgresql.dbapi.connect(database) as connected,
        connected.cursor() as cursor,
    ):
        held = frames.read(cursor)
    with Watched() as counting:
        say("pandas: working the datasets out")
        tables = frames.datasets(held)
        held.clear()
        gc.collect()
        say("pandas: grouping, an indicator and a breakdown at a time")
        parts = [part for one in PACK for part in _grouped(one, tables)]
    say("pandas: comparing with our cells")
    equal = demand_equal(pd.concat(parts)[[*KEY, *SUMS]])
    return {"read": reading.figures(), "count": counting.figures(), "equal": equal}


def _grouped(one: Wanted, tables: frames.Frames) -> list[pd.DataFrame]:
    """Group one indicator by each of its breakdowns."""
    measures = {"numerator": one.numerator, "denominator": one.denominator}
    known = {name: part for name, part in measures.items() if part is not None}
    values = {
        name: frames.value(tables[part.dataset], part.value).astype("int64")
        for name, part in known.items()
    }
    found = []
    for breakdown in ("", *one.breakdowns):
        whole = None
        for code in dict.fromkeys(part.dataset for part in known.values()):
            mine = {name: values[name] for name, part in known.items() if part.dataset == code}
            frame = _sums(tables[code], mine, _COLUMN.get(breakdown, breakdown))
            whole = frame if whole is None else whole.join(frame, how="outer")
        assert whole is not None
        whole = whole.reindex(columns=SUMS).fillna(0.0).astype(float).reset_index()
        if not breakdown:
            whole["value_key"] = ""
        found.append(whole.assign(indicator=one.code, breakdown=breakdown))
    return found


def _sums(table: pd.DataFrame, values: dict[str, Any], column: str) -> pd.DataFrame:
    keys = ["place_id", "period_id", *([column] if column else [])]
    frame = table[keys].assign(**values)
    if column == "groups":
        frame = frame[frame["groups"].notna()].explode("groups")
    sums = frame.groupby(keys, observed=True)[list(values)].sum()
    return sums.rename_axis(index={column: "value_key"}) if column else sums


if __name__ == "__main__":
    as_step(work)
