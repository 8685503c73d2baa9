"""Step: one SQL query for each indicator and breakdown, over analytics tables (DHIS2's way)."""

import time
from pathlib import Path
from typing import Any

import pandas as pd

from bench.children import as_step, say
from bench.pack import PACK, Part, Wanted
from bench.peers.analytics_tables import statements
from bench.peers.compare import KEY, SUMS, demand_equal
from bench.stage import start_django

_COLUMN = {"circumstance": "listed"}


def work(home: str, database: str, rounds: int) -> dict[str, Any]:
    """Build the tables, ask every query once and compare; only then ask with the clock running."""
    start_django(Path(home), database)
    from django.db import connection

    with connection.cursor() as cursor:
        say("SQL: analytics tables, their indexes, ANALYZE")
        began = time.perf_counter()
        for sql in statements():
            cursor.execute(sql)
        built = time.perf_counter() - began
        say("SQL: every query once, compared with our cells")
        answers = _ask(cursor)
        equal = demand_equal(_frame(answers))
        asked = []
        for number in range(1, rounds + 1):
            say(f"SQL: every query, round {number} of {rounds}")
            began = time.perf_counter()
            _ask(cursor)
            asked.append(round(time.perf_counter() - began, 3))
    return {
        "build_seconds": round(built, 3),
        "query_seconds": asked,
        "queries": sum(len(parts) for _, _, parts in answers),
        "equal": equal,
    }


Answer = tuple[Wanted, str, list[tuple[str, list[Any]]]]


def _ask(cursor: Any) -> list[Answer]:
    """Ask for totals and each breakdown of every indicator."""
    answers: list[Answer] = []
    for one in PACK:
        for breakdown in ("", *one.breakdowns):
            parts = []
            for sums, sql in _queries(one, breakdown):
                cursor.execute(sql)
                parts.append((sums, cursor.fetchall()))
            answers.append((one, breakdown, parts))
    return answers


def _queries(one: Wanted, breakdown: str) -> list[tuple[str, str]]:
    """Give one query, or two where numerator and denominator read different tables."""
    parts = [("n", one.numerator)] + ([("d", one.denominator)] if one.denominator else [])
    if len({part.dataset for _, part in parts}) == 1:
        return [("".join(name for name, _ in parts), _query([p for _, p in parts], breakdown))]
    return [(name, _query([part], breakdown)) for name, part in parts]


def _query(parts: list[Part], breakdown: str) -> str:
    column = _COLUMN.get(breakdown, breakdown)
    keys = ", ".join(["place_id", "period_id", *([column] if column else [])])
    sums = ", ".join(f"sum(CASE WHEN {part.value} THEN 1 ELSE 0 END)" for part in parts)
    table = f"analytics_{parts[0].dataset}"
    unrolled = ", unnest(groups) AS listed" if breakdown == "circumstance" else ""
    return f"SELECT {keys}, {sums} FROM {table}{unrolled} GROUP BY {keys}"


def _frame(answers: list[Answer]) -> pd.DataFrame:
    frames = []
    for one, breakdown, parts in answers:
        whole = None
        for sums, rows in parts:
            names = ["numerator" if name == "n" else "denominator" for name in sums]
            keys = ["place_id", "period_id", *(["value_key"] if breakdown else [])]
            frame = pd.DataFrame(rows, columns=[*keys, *names])
            if not breakdown:
                frame["value_key"] = ""
            whole = frame if whole is None else whole.merge(
                frame, on=["place_id", "period_id", "value_key"], how="outer"
            )  # fmt: skip
        assert whole is not None
        frames.append(whole.assign(indicator=one.code, breakdown=breakdown))
    found = pd.concat(frames).reindex(columns=[*KEY, *SUMS])
    found[SUMS] = found[SUMS].astype(float).fillna(0.0)
    return found


if __name__ == "__main__":
    as_step(work)
