"""Step: our own count on a filled database, beside only reading the same rows."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.children import as_step, say
from bench.machine import Watched
from bench.stage import start_django


def work(home: str, database: str, rounds: int) -> dict[str, Any]:
    """Count once, unmeasured; then read only, count and count again, ``rounds`` times each.

    ``cells`` is the print of what was counted: the same on every database, or all is wrong.
    """
    start_django(Path(home), database)
    say("counting once, which is not measured")
    _forget_cells()
    _rebuild()
    found: dict[str, Any] = {"cells": _print_of_cells(), "rounds": []}
    for number in range(1, rounds + 1):
        say(f"ours, round {number} of {rounds}")
        found["rounds"].append(_round())
    if rounds and _print_of_cells() != found["cells"]:
        raise AssertionError("the same count gave other cells")
    return {**found, **_sizes()}


def _round() -> dict[str, dict[str, float]]:
    """Measure each kind of work once, on the very same rows."""
    found = {"read_again": _read_only(), "again": _rebuild()}
    _forget_cells()
    return {**found, "read": _read_only(), "count": _count_only(), "rebuild": _rebuild()}


def _read_only() -> dict[str, float]:
    """Read what a rebuild reads, in its order and by its reader, and nothing else."""
    from mangnon.indicators.store import held

    with Watched() as watched, _count() as (count, groups, sources):
        for source in (*map(held, groups), *sources):
            count.read(source)
    return watched.figures()


def _count_only() -> dict[str, float]:
    """Read and count, and write nothing."""
    from mangnon.indicators.catalogue import counted_from_records

    with Watched() as watched, _count() as (count, groups, _):
        for _ in count.scan_all(groups, list(counted_from_records().values())):
            pass
    return watched.figures()


def _rebuild() -> dict[str, float]:
    from mangnon.indicators.recount import rebuild

    with Watched() as watched:
        done = rebuild()
    return {**watched.figures(), "cells_written": done.cells_moved}


@contextmanager
def _count() -> Iterator[Any]:
    """Open a count as a rebuild does, at every commune and all periods."""
    from mangnon.indicators.catalogue import counted_from_records
    from mangnon.indicators.count import counting, datasets_of, first_day
    from mangnon.indicators.datasets import dataset
    from mangnon.indicators.recount import _first_day, _groups
    from mangnon.indicators.store import held
    from mangnon.places.models import Kind, Place

    known = counted_from_records()
    groups = _groups(known, _first_day())
    since = min(first_day(group.periods) for group in groups)
    communes = list(Place.objects.filter(kind=Kind.COMMUNE).values_list("pk", flat=True))
    parts = [part for code in datasets_of(known.values()) for part in dataset(code).sources]
    sources = list({part.name: part for part in parts}.values())
    with counting(communes, since, everywhere=True) as count:
        count.expect([*map(held, groups), *sources])
        yield count, groups, sources


def _forget_cells() -> None:
    from django.db import connection

    from mangnon.indicators.models import Cell

    table = Cell._meta.db_table
    with connection.cursor() as cursor:
        postgresql = connection.vendor == "postgresql"
        cursor.execute(f"TRUNCATE {table}" if postgresql else f"DELETE FROM {table}")
        if not postgresql:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _print_of_cells() -> str:
    """Give a short print of every cell's key and sums, in an order of Python's own."""
    from mangnon.indicators.models import Cell

    names = ("indicator__code", "place_id", "period_start", "breakdown", "value_key")
    rows = Cell.objects.values_list(*names, "numerator", "denominator")
    lines = sorted(repr(row) for row in rows.iterator(chunk_size=50_000))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _sizes() -> dict[str, int]:
    """Say how much there is, of everything."""
    from mangnon.indicators.models import Cell, Indicator
    from mangnon.register.models import Child, Measurement

    counted = {"indicators": Indicator, "children": Child, "measurements": Measurement}
    return {"cells_held": Cell.objects.count()} | {
        name: model.objects.count() for name, model in counted.items()
    }


if __name__ == "__main__":
    as_step(work)
