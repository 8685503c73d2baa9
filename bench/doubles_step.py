"""Step: all children are opened and compared, likely pairs staged; then the peer's way."""

import json
import time
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.children import as_step, say
from bench.machine import Watched
from bench.stage import start_django

MEMORY_MB = 2000
MOTHERS = 0.7  # of the files name one


def work(home: str, database: str, children: int, seed: int) -> dict[str, Any]:
    """Find, stage, and hold what was found against what is known."""
    start_django(Path(home), database)
    from mangnon.access.doors import demonstration_warrant
    from mangnon.linkage.actions import stage
    from mangnon.linkage.finding import known_children
    from mangnon.linkage.matching import pairs

    parts: dict[str, float] = {}
    with Watched() as watched:
        known = _timed(parts, "open", known_children)
        found = _timed(parts, "compare", lambda: pairs(known, memory_mb=MEMORY_MB))
        warrant = demonstration_warrant()
        _timed(parts, "stage", lambda: stage(found, compared=len(known), warrant=warrant))
    say(str(parts))
    same = {tuple(one) for one in json.loads((Path(home) / "same.json").read_text("utf-8"))}
    began = time.perf_counter()
    peers = _peer(known)
    took = time.perf_counter() - began
    return {
        **watched.figures(), "parts": parts,
        "ours": _held_against(same, {(min(a, b), max(a, b)) for a, b, _score in found}),
        "peer": {"seconds": round(took, 2), **_held_against(same, peers)},
        "with_mothers": _with_mothers(children, seed),
    }  # fmt: skip


def _with_mothers(children: int, seed: int) -> dict[str, float]:
    """Compare as many in memory, where most files name the mother, in each as it was heard."""
    from mangnon.linkage.matching import pairs
    from mangnon.linkage.truth import Rates, simulated
    from mangnon.simulation.doubled import people

    truth = simulated(people(children, seed), Rates(carer=MOTHERS), seed)
    found = pairs(truth.children, memory_mb=MEMORY_MB)
    return _held_against(set(truth.same), {(min(a, b), max(a, b)) for a, b, _score in found})


def _timed(parts: dict[str, float], name: str, work: Any) -> Any:
    began = time.perf_counter()
    result = work()
    parts[name] = round(time.perf_counter() - began, 2)
    return result


def _peer(known: list[Any]) -> set[tuple[int, int]]:
    """Return who bears the same name, without marks, and was born on the same day."""
    from mangnon.linkage.finding import folded

    alike = defaultdict(list)
    for one in known:
        alike[folded(one.name), one.born].append(one.id)
    return {pair for ids in alike.values() for pair in combinations(sorted(ids), 2)}


def _held_against(same: set[Any], found: set[tuple[int, int]]) -> dict[str, float]:
    right = len(same & found)
    return {
        "found": len(found),
        "recall": round(right / max(1, len(same)), 4),
        "precision": round(right / max(1, len(found)), 4),
    }


if __name__ == "__main__":
    as_step(work)
