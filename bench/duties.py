"""A country's cascade: 30 clauses handed down to 11,000 communes, who is late, a commune's list.

Peer in the same run: one ``save()`` a row for the making; for "who is late" the last day counted
when it is asked for, instead of kept in the row. Run: python -m bench.duties [--quick]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.server import server
from bench.stage import folder

RESULTS = ROOT / "bench" / "results" / "duties.json"
COUNTRY, QUICK = (30, 11_000), (3, 500)
MAKE, LATE, LIST, MEMORY = 60.0, 300.0, 100.0, 500.0  # seconds; ms at p95, twice; MB


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.duties", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="3 clauses, 500 communes")
    options = parser.parse_args()
    clauses, communes = QUICK if options.quick else COUNTRY
    found: dict[str, Any] = {"machine": described(), "clauses": clauses, "communes": communes}
    with folder() as home:
        size = {"home": str(home), "clauses": clauses, "communes": communes}
        found["sqlite"] = run_step(
            "bench.duties_step", database=f"sqlite:///{home / 'bench.sqlite3'}", **size
        )
        with server(home) as url:
            found["postgresql"] = run_step("bench.duties_step", database=url, **size)
    if not options.quick:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return max(_show(name, found[name]) for name in ("sqlite", "postgresql"))


def _show(name: str, found: dict[str, Any]) -> int:
    say(f"{name}:")
    peer = found["peer"]
    say(f"    made {found['assignments']:,} duties in {found['make_seconds']} s, "
        f"{found['make_mb']} MB more; the peer would take {peer['make_seconds']} s")  # fmt: skip
    say(f"    who is late in the country: p95 {found['late_ms']['p95']} ms; one of 700 districts "
        f"{found['late_district_ms']['p95']} ms; the peer {peer['late_ms']['p95']} ms")  # fmt: skip
    say(f"    a commune's list: p95 {found['list_ms']['p95']} ms; one duty down the tree "
        f"{found['duty_ms']['p95']} ms")  # fmt: skip
    missed = (
        found["make_seconds"] > MAKE, found["make_mb"] > MEMORY,
        found["late_ms"]["p95"] > LATE, found["list_ms"]["p95"] > LIST,
    )  # fmt: skip
    return int(any(missed))


if __name__ == "__main__":
    sys.exit(main())
