"""List pages and searches through the whole web stack at 500,000 children, entries included.

A supervising officer of the whole area and an officer of one commune ask; the answer is the page
as the browser gets it. Peer in the same run: plain Django with names in clear, offset pages and
icontains, rendered by the same templates' engine and without any entry.
Run: python -m bench.lists [--children 500000] [--quick]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.server import server
from bench.stage import folder

RESULTS = ROOT / "bench" / "results" / "lists.json"
CHILDREN, QUICK = 500_000, 20_000
LIST, SEARCH = 200.0, 150.0  # ms at p95


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.lists", description=__doc__)
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
    found = run_step("bench.lists_step", home=home, database=database)
    say(json.dumps(found))
    return found


def _show(name: str, found: dict[str, Any]) -> int:
    print(f"{name}:")
    slow = 0
    for who in ("area", "commune"):
        for what, most in (("list", LIST), ("search", SEARCH)):
            ours, peer = found[f"{what}_{who}_ms"]["p95"], found["peer"][f"{what}_{who}_ms"]["p95"]
            print(f"    {what} of the {who}: p95 {ours} ms, the peer {peer} ms")
            slow += ours > most
    print(f"    export of all: {found['export_seconds']} s, {found['export_mb']} MB more")
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
