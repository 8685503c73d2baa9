"""Search among 20,000 documents of some 400 syllables, through the page; modelsearch beside it.

Every query of the facts about Vietnamese text is asked, and what was planted must be found.
Run: python -m bench.search [--documents 20000] [--quick]
"""

import argparse
import json
import sys
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.server import server
from bench.stage import folder

RESULTS = ROOT / "bench" / "results" / "search.json"
DOCUMENTS, QUICK = 20_000, 1_000
SEARCH, BUILT = 50.0, 60.0  # ms at p95, seconds


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} documents")
    options = parser.parse_args()
    documents = QUICK if options.quick else options.documents
    found: dict[str, Any] = {"machine": described(), "documents": documents}
    with folder() as home:
        found["sqlite"] = _measured(str(home), f"sqlite:///{home / 'bench.sqlite3'}", documents)
        with server(home) as url:
            found["postgresql"] = _measured(str(home), url, documents)
    if documents == DOCUMENTS:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return max(_show(name, found[name]) for name in ("sqlite", "postgresql"))


def _measured(home: str, database: str, documents: int) -> dict[str, Any]:
    found = run_step("bench.search_step", home=home, database=database, documents=documents)
    say(json.dumps(found, ensure_ascii=False))
    return found


def _show(name: str, found: dict[str, Any]) -> int:
    ours = found["ours"]
    print(f"{name}: built in {ours['built_seconds']} s, page p95 {ours['page_ms']['p95']} ms, "
          f"search alone p95 {ours['search_ms']['p95']} ms, wrong {ours['wrong']}")  # fmt: skip
    for peer in ("stock", "folded"):
        its = found[peer]
        print(f"    modelsearch, {peer}: built in {its['built_seconds']} s, "
              f"p95 {its['search_ms']['p95']} ms, wrong {its['wrong']}")  # fmt: skip
    slow = ours["page_ms"]["p95"] > SEARCH or ours["built_seconds"] > BUILT
    return int(bool(slow or ours["wrong"]))


if __name__ == "__main__":
    sys.exit(main())
