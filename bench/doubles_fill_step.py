"""Step: invented children are written, some twice; which are one child is kept beside."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from bench.children import as_step
from bench.stage import start_django

_AT_ONCE = 20_000
TODAY = date(2026, 1, 15)  # after every wrong year that somebody may have typed


def work(home: str, database: str, children: int, seed: int) -> dict[str, Any]:
    """Write them in bulk; who shares a household with a twin has one."""
    start_django(Path(home), database)
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from mangnon import clock
    from mangnon.access.doors import demonstration_warrant
    from mangnon.linkage.truth import Rates, simulated
    from mangnon.register.actions import HouseholdsBatch, add_children_in_bulk, add_households
    from mangnon.simulation.doubled import people

    clock.pin(TODAY)
    warrant = demonstration_warrant()
    truth = simulated(people(children, seed), Rates(), seed)
    lived = Counter(one.household for one in truth.children if one.household is not None)
    shared = sorted(home for home, count in lived.items() if count > 1)
    batch = HouseholdsBatch(len(shared), addresses=[f"Số {n}" for n in shared])
    houses = dict(zip(shared, add_households(batch, warrant=warrant), strict=True))
    numbers: dict[int, int] = {}
    for first in range(0, len(truth.children), _AT_ONCE):
        some = truth.children[first : first + _AT_ONCE]
        ids = add_children_in_bulk(_batch(some, houses), warrant=warrant)
        numbers |= dict(zip((one.id for one in some), ids, strict=True))
    same = [[numbers[a], numbers[b]] for a, b in truth.same]
    (Path(home) / "same.json").write_text(json.dumps(same), encoding="utf-8")
    return {"files": len(truth.children), "doubles": len(same)}


def _batch(some: list[Any], houses: dict[int, int]) -> Any:
    from mangnon.register.actions import ChildrenBatch

    return ChildrenBatch(
        names=[one.name for one in some],
        sexes=[one.sex for one in some],
        birth_dates=[one.born for one in some],
        birth_precisions=[one.precision for one in some],
        documents=[one.document for one in some],
        households=[houses.get(one.household) for one in some],
    )


if __name__ == "__main__":
    as_step(work)
