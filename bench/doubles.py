"""Likely doubles among half a million children: opened, compared, staged; recall and precision.

The way that ``mangnon doubles --find`` goes, on a database of its own; the truth is simulated.
Beside it the peer: the same folded name and the same birthday, as one does it in a spreadsheet.
Run: python -m bench.doubles [--children 500000] [--quick]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.server import server
from bench.stage import folder

RESULTS = ROOT / "bench" / "results" / "doubles.json"
CHILDREN, QUICK, SEED = 500_000, 20_000, 314159
MOST_SECONDS, MOST_MB, LEAST = 600, 4096, 0.95


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.doubles", description=__doc__)
    parser.add_argument("--children", type=int, default=CHILDREN)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} children, SQLite only")
    options, _ = parser.parse_known_args()
    children = QUICK if options.quick else options.children
    found: dict[str, Any] = {"machine": described()}
    with folder() as home:
        found["sqlite"] = _measured(str(home), f"sqlite:///{home / 'bench.sqlite3'}", children)
    if not options.quick:
        with folder() as home, server(home) as url:
            found["postgresql"] = _measured(str(home), url, children)
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return max(_show(name, found[name]) for name in ("sqlite", "postgresql") if name in found)


def _measured(home: str, database: str, children: int) -> dict[str, Any]:
    words = {"home": home, "database": database}
    say(f"writing {children:,} invented children, some of them twice")
    written = run_step("bench.doubles_fill_step", **words, children=children, seed=SEED)
    found = {**written, **run_step("bench.doubles_step", **words, children=children, seed=SEED)}
    say(json.dumps(found))
    return found


def _show(name: str, found: dict[str, Any]) -> int:
    ours, peer, mothers = found["ours"], found["peer"], found["with_mothers"]
    print(
        f"{name}: {found['files']:,} files in {found['seconds']:.0f} s, {found['peak_mb']:.0f} MB; "
        f"recall {ours['recall']:.3f}, precision {ours['precision']:.3f}; the peer "
        f"{peer['seconds']:.1f} s, {peer['recall']:.3f}, {peer['precision']:.3f}; where most files "
        f"name the mother {mothers['recall']:.3f}, {mothers['precision']:.3f}",
        flush=True,
    )
    quick, small = found["seconds"] <= MOST_SECONDS, found["peak_mb"] <= MOST_MB
    return int(not (quick and small and min(ours["recall"], ours["precision"]) >= LEAST))


if __name__ == "__main__":
    sys.exit(main())
