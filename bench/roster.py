"""The roster at 500,000 children: first search after a start, memory, searches, list pages.

Peers in the same run: icontains and offset pages over a copy of the names in clear text.
Run: python -m bench.roster [--children 500000] [--quick]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.server import server
from bench.stage import folder

RESULTS = ROOT / "bench" / "results" / "roster.json"
CHILDREN, QUICK = 500_000, 20_000
FIRST_SEARCH, MEMORY, ANSWER = 5.0, 600, 150.0  # seconds, MB, ms at p95


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.roster", description=__doc__)
    parser.add_argument("--children", type=int, default=CHILDREN)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} children")
    options = parser.parse_args()
    children = QUICK if options.quick else options.children
    found: dict[str, Any] = {"machine": described(), "children": children}
    with folder() as home:
        found["sqlite"] = _measured(str(home), f"sqlite:///{home / 'bench.sqlite3'}", children)
        with server(home) as url:
            found["postgresql"] = _measured(str(home), url, children)
    if children == CHILDREN:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return max(_show(name, found[name]) for name in ("sqlite", "postgresql"))


def _measured(home: str, database: str, children: int) -> dict[str, Any]:
    run_step("bench.roster_fill_step", home=home, database=database, children=children)
    found = run_step("bench.roster_step", home=home, database=database)
    say(json.dumps(found))
    return found


def _show(name: str, found: dict[str, Any]) -> int:
    print(f"{name}: first search {found['first_search_seconds']} s, {found['memory_mb_peak']} MB")
    slow = 0
    for what in ("search_province_ms", "search_commune_ms", "page_province_ms", "page_commune_ms"):
        ours, peer = found[what]["p95"], found["peer"][what]["p95"]
        print(f"    {what.removesuffix('_ms')}: p95 {ours} ms, the peer {peer} ms")
        slow += ours > ANSWER
    late = found["first_search_seconds"] > FIRST_SEARCH or found["memory_mb_peak"] > MEMORY
    return int(bool(slow or late))


if __name__ == "__main__":
    sys.exit(main())
