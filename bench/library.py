"""The library: 20,000 documents of 400 sentences, searched to the clause, read, judged, brought in.

Run: python -m bench.library [--documents 20000] [--quick] [--sqlite]
"""

import argparse
import json
import os
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.server import server
from bench.stage import folder

RESULTS = ROOT / "bench" / "results" / "library.json"
DOCUMENTS, QUICK = 20_000, 500
SEARCH, PAGE, STANDINGS, BROUGHT_IN = 50.0, 100.0, 2.0, 20.0  # ms at p95 twice, seconds, a second


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.library", description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS, help="documents with text")
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} documents with text")
    parser.add_argument("--sqlite", action="store_true", help="without PostgreSQL")
    options = parser.parse_args()
    documents = QUICK if options.quick else options.documents
    found: dict[str, Any] = {
        "machine": described(), "documents": documents, "load_before": os.getloadavg()[0],
    }  # fmt: skip
    with folder() as home:
        found["sqlite"] = _measured(str(home), f"sqlite:///{home / 'bench.sqlite3'}", documents)
        if not options.sqlite:
            with server(home) as url:
                found["postgresql"] = _measured(str(home), url, documents)
    if not options.quick:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return max(_show(name, found[name]) for name in ("sqlite", "postgresql") if name in found)


def _measured(home: str, database: str, documents: int) -> dict[str, Any]:
    found = run_step("bench.library_step", home=home, database=database, documents=documents)
    say(json.dumps(found, ensure_ascii=False))
    return found


def _show(name: str, found: dict[str, Any]) -> int:
    ours, peer = found["ours"], found["peer"]
    rows = (
        ("search p95 ms", ours["search_ms"]["p95"], SEARCH, peer["search_ms"]["p95"]),
        ("document page p95 ms", ours["page_ms"]["p95"], PAGE, None),
        ("status of all s", ours["standings_s"], STANDINGS, peer["standings_s"]),
        ("brought in a second", -ours["brought_in"], -BROUGHT_IN, -peer["brought_in"]),
    )
    for words, mine, target, other in rows:
        reached = "reached" if mine <= target else "MISSED"
        print(f"{name}: {words} {abs(mine)} (target {abs(target)}, {reached}); peer {other}")
    print(f"{name}: wrong {ours['wrong']}; {found}")
    return int(any(mine > target for _, mine, target, _ in rows) or bool(ours["wrong"]))


if __name__ == "__main__":
    sys.exit(main())
