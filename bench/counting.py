"""Counting everything: ours on both databases, one SQL query an indicator, and pandas.

The three must give the very same cells before any of them has a figure.
Run: python -m bench.counting [--children 50000] [--rounds 3]
"""

import argparse
import json
import statistics
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.province import Size
from bench.stage import folder, on_postgresql, on_sqlite

RESULTS = ROOT / "bench" / "results" / "counting.json"
WHOLE_SECONDS, WHOLE_MB, TIMES_READING, TIMES_PEER = 20.0, 1500.0, 1.6, 10.0
QUICK = 50_000


class NotTheSame(Exception):
    """The databases gave other cells."""


def main() -> int:
    """Measure, write the raw figures, print the ratios; 0 where every target is reached."""
    options = _options()
    found = measure(Size(options.children, options.children * 10), options.rounds)
    if options.children == Size().children:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return show(found)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.counting", description=__doc__)
    parser.add_argument("--children", type=int, default=Size().children)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} children, one round")
    options = parser.parse_args()
    if options.quick:
        options.children, options.rounds = QUICK, 1
    return options


def measure(size: Size, rounds: int) -> dict[str, Any]:
    """Fill both databases, compare, then measure each in turn."""
    print(f"counting {size.children:,} children, {size.measurements:,} weighings, 12 years")
    with folder() as home, on_postgresql(size, home) as postgresql:
        sqlite = on_sqlite(size, home)
        _demand_same(str(home), sqlite, postgresql)
        shared = {"home": str(home), "database": postgresql, "rounds": rounds}
        sql = run_step("bench.peers.sql_step", **shared)
        frames = run_step("bench.peers.pandas_step", home=str(home), database=postgresql)
        on = {
            name: run_step("bench.ours_step", home=str(home), database=url, rounds=rounds)
            for name, url in (("postgresql", postgresql), ("sqlite", sqlite))
        }
    raw = {"ours": on, "sql": sql, "pandas": frames}
    return {"machine": described(), **raw, "ratios": {name: ratios(raw, name) for name in on}}


def _demand_same(home: str, *databases: str) -> None:
    """Count once on every database, unmeasured: the same cells, or no figure at all."""
    prints = {
        run_step("bench.ours_step", home=home, database=one, rounds=0)["cells"] for one in databases
    }
    if len(prints) != 1:
        raise NotTheSame("SQLite and PostgreSQL gave other cells")
    say("the same cells on SQLite and PostgreSQL")


def ratios(raw: dict[str, Any], name: str) -> dict[str, float]:
    """Give the medians of our rounds on one database, and how they stand to the peers'."""
    rounds = raw["ours"][name]["rounds"]

    def median(what: str) -> float:
        return statistics.median(one[what]["seconds"] for one in rounds)

    whole, asked = median("rebuild"), statistics.median(raw["sql"]["query_seconds"])
    read, worked = (raw["pandas"][part]["seconds"] for part in ("read", "count"))
    return {
        "whole_s": whole,
        "count_s": median("count"),
        "again_s": median("again"),
        "read_s": median("read"),
        "peak_mb": max(figures["peak_mb"] for one in rounds for figures in one.values()),
        "whole_to_reading": whole / median("read"),
        "count_to_reading": median("count") / median("read"),
        "again_to_reading": median("again") / median("read_again"),
        "sql_with_its_tables": (raw["sql"]["build_seconds"] + asked) / whole,
        "sql_queries_alone": asked / whole,
        "pandas": (read + worked) / whole,
    }


def show(found: dict[str, Any]) -> int:
    """Print what was reached and what was not."""
    missed = 0
    for name, one in found["ratios"].items():
        print(f"ours on {name}, median of {len(found['ours'][name]['rounds'])} rounds")
        for words, value, target, least in (
            ("whole rebuild, s", one["whole_s"], WHOLE_SECONDS, False),
            ("most memory, MB", one["peak_mb"], WHOLE_MB, False),
            ("read and counted to only read", one["count_to_reading"], TIMES_READING, False),
            ("and written too", one["whole_to_reading"], TIMES_READING, False),
            ("SQL with its tables, times ours", one["sql_with_its_tables"], TIMES_PEER, True),
            ("SQL, its queries alone", one["sql_queries_alone"], TIMES_PEER, True),
            ("pandas, times ours", one["pandas"], TIMES_PEER, True),
        ):
            reached = value >= target if least else value <= target
            missed += not reached
            sign = "≥" if least else "≤"
            verdict = "reached" if reached else "NOT reached"
            print(f"  {words:<32} {value:>9.2f}  {sign} {target:g}: {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
