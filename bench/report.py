"""The province's report: gathered from live figures and duties, as PDF and as a Word file.

The whole way, as a person waits for it: gathering is within the PDF's and the Word file's seconds.
Run: python -m bench.report [--duties 30] [--quick]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.server import server
from bench.stage import folder

RESULTS = ROOT / "bench" / "results" / "report.json"
DUTIES, QUICK = 30, 3
PDF = 5_000  # ms at p95


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the target is reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    parser.add_argument("--duties", type=int, default=DUTIES)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} duties, SQLite only")
    options, _ = parser.parse_known_args()
    duties = QUICK if options.quick else options.duties
    found: dict[str, Any] = {"machine": described()}
    with folder() as home:
        found["sqlite"] = _measured(str(home), f"sqlite:///{home / 'bench.sqlite3'}", duties)
    if not options.quick:
        with folder() as home, server(home) as url:
            found["postgresql"] = _measured(str(home), url, duties)
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return max(_show(name, found[name]) for name in ("sqlite", "postgresql") if name in found)


def _measured(home: str, database: str, duties: int) -> dict[str, Any]:
    found = run_step("bench.report_step", home=home, database=database, duties=duties)
    say(json.dumps(found))
    return found


def _show(name: str, found: dict[str, Any]) -> int:
    pdf, word = found["pdf_ms"]["p95"], found["word_ms"]["p95"]
    print(f"{name}: the PDF p95 {pdf:.0f} ms, the Word file {word:.0f} ms", flush=True)
    return int(pdf > PDF)


if __name__ == "__main__":
    sys.exit(main())
