"""A saved record until the programme area's live figure holds it, beside a rebuild by night.

Threads call the actions at a steady rate; an act's seconds count from the moment it was due.
Run: python -m bench.live [--children 60000] [--acts 10000] [--rate 10] [--postgresql]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step
from bench.machine import described
from bench.province import Size
from bench.stage import folder, on_postgresql, on_sqlite

RESULTS = ROOT / "bench" / "results" / "live.json"
TARGETS = {"p95": 300.0, "p99.9": 1000.0}
CHILDREN, ACTS, QUICK_ACTS = 60_000, 10_000, 600


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    options = _options()
    found = measure(options)
    if options.acts == ACTS:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return show(found)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.live", description=__doc__)
    parser.add_argument("--children", type=int, default=CHILDREN)
    parser.add_argument("--acts", type=int, default=ACTS)
    parser.add_argument("--rate", type=float, default=10.0, help="acts a second")
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL, not SQLite")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_ACTS} acts")
    options = parser.parse_args()
    if options.quick:
        options.acts = QUICK_ACTS
    return options


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Run on one database; its name stands beside the figures."""
    size = Size(options.children, options.children * 10)
    print(f"live figures: {size.children:,} children, {options.acts:,} acts")
    load = {"acts": options.acts, "rate": options.rate}
    with folder() as home:
        if options.postgresql:
            with on_postgresql(size, home) as url:
                step = run_step("bench.live_step", home=str(home), database=url, **load)
        else:
            url = on_sqlite(size, home)
            step = run_step("bench.live_step", home=str(home), database=url, **load)
    name = "postgresql" if options.postgresql else "sqlite"
    return {"machine": described(), "database": name, **step}


def show(found: dict[str, Any]) -> int:
    """Print what was reached and what was not."""
    for kind, spread in {"whole": found["whole"], **found["by_act"]}.items():
        print(f"  {kind:<6} " + "  ".join(f"{name} {ms:g} ms" for name, ms in spread.items()))
    missed = 0
    for name, target in TARGETS.items():
        reached = found["whole"][name] <= target
        missed += not reached
        verdict = "reached" if reached else "NOT reached"
        print(f"  {name} {found['whole'][name]:g} ms, target {target:g} ms: {verdict}")
    night = found["rebuild_by_night"]["seconds"]
    print(f"  a rebuild by night: {night:g} s, and the figure waits for the night")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
