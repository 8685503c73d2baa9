"""A spreadsheet of 100,000 children for a whole area: read and judged, then accepted, taken back.

Peer in the same run: openpyxl reads the same workbook, and each row is saved by itself, its name
sealed as ours, without judging, trail or recount. Run: python -m bench.imports [--quick]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.province import Size
from bench.stage import folder, on_postgresql, on_sqlite

RESULTS = ROOT / "bench" / "results" / "imports.json"
ROWS, QUICK = 100_000, 5_000
STANDING = Size(children=20_000, measurements=20_000)
QUICK_STANDING = Size(children=2_000, measurements=2_000)
JUDGED, ACCEPTED = 5_000, 2_000  # rows a second


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} rows")
    options = parser.parse_args()
    rows = QUICK if options.quick else ROWS
    size = QUICK_STANDING if options.quick else STANDING
    found: dict[str, Any] = {"machine": described(), "rows": rows, "standing": size.children}
    with folder() as home:
        found["sqlite"] = _measured(str(home), on_sqlite(size, home), rows)
    with folder() as home, on_postgresql(size, home) as database:
        found["postgresql"] = _measured(str(home), database, rows)
    if not options.quick:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return max(_show(name, found[name]) for name in ("sqlite", "postgresql"))


def _measured(home: str, database: str, rows: int) -> dict[str, Any]:
    return run_step("bench.imports_step", home=home, database=database, rows=rows)


def _show(name: str, found: dict[str, Any]) -> int:
    peer = found["peer"]
    say(f"{name}:")
    say(f"    read and judged {found['judged']['rows_a_second']:,} rows/s (openpyxl reads "
        f"{peer['read_rows_a_second']:,}), {found['judged']['more_mb']} MB more")  # fmt: skip
    say(f"    accepted {found['accepted']['rows_a_second']:,} rows/s, "
        f"{found['accepted']['more_mb']} MB more, of which {found['accepted']['recount_seconds']} "
        f"s are the recount; the peer saves {peer['saved_rows_a_second']:,}")  # fmt: skip
    say(f"    the same file judged again {found['again']['rows_a_second']:,} rows/s: "
        f"{found['again']['counts']}")  # fmt: skip
    say(f"    taken back {found['taken_back']['rows_a_second']:,} rows/s; "
        f"the longest transaction {found['longest_ms']} ms")  # fmt: skip
    missed = (
        found["judged"]["rows_a_second"] < JUDGED, found["accepted"]["rows_a_second"] < ACCEPTED,
    )  # fmt: skip
    return int(any(missed))


if __name__ == "__main__":
    sys.exit(main())
