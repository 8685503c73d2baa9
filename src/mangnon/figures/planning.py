"""The plan of a release in several processes: no sum runs between indicators or periods."""

import multiprocessing
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields

from mangnon.figures.disclosure import Cell, Cover, Equation, Plan, Shown
from mangnon.figures.disclosure.work import Work, planned
from mangnon.indicators.rollup import RollKey

# A release that is small enough is planned at once, without starting other processes.
FEW = 2000


def plan_release(
    cells: Iterable[Cell],
    sums: Iterable[Equation],
    covers: Iterable[Cover],
    earlier: Mapping[RollKey, Shown],
) -> Plan:
    """Decide what to withhold; the keys of everything given are RollKeys."""
    listed = list(cells)
    names: list[RollKey] = [cell.key for cell in listed]  # type: ignore[misc]
    numbers = {key: number for number, key in enumerate(names)}
    works = _works(listed, sums, covers, earlier, numbers)
    if len(listed) <= FEW:
        plans = [planned(work) for work in works]
    else:
        # Fresh processes: this one holds a database and an engine with threads of its own.
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max(1, os.cpu_count() or 1), context) as pool:
            plans = list(pool.map(planned, sorted(works, key=lambda work: -len(work[0]))))
    return _whole(plans, names)


def _works(
    cells: list[Cell],
    sums: Iterable[Equation],
    covers: Iterable[Cover],
    earlier: Mapping[RollKey, Shown],
    numbers: Mapping[RollKey, int],
) -> list[Work]:
    """Part everything by indicator, series and period, under numbers instead of keys."""
    works: dict[tuple[object, ...], Work] = defaultdict(lambda: ([], [], [], {}))

    def group(key: RollKey) -> Work:
        return works[key.indicator, key.series, key.period_start]

    for cell in cells:
        key: RollKey = cell.key  # type: ignore[assignment]
        work = group(key)
        work[0].append(Cell(numbers[key], cell.numerator, cell.denominator))
        if key in earlier:
            work[3][numbers[key]] = earlier[key]
    for one in sums:
        children = tuple(numbers[child] for child in one.children)  # type: ignore[index]
        group(one.parent)[1].append(Equation(numbers[one.parent], children))  # type: ignore[arg-type,index]
    for cover in covers:
        values = tuple(numbers[value] for value in cover.values)  # type: ignore[index]
        total: RollKey = cover.total  # type: ignore[assignment]
        group(total)[2].append(Cover(numbers[total], values, cover.same_denominator))
    return list(works.values())


def _whole(plans: list[Plan], names: list[RollKey]) -> Plan:
    parts = {
        field.name: frozenset(names[one] for plan in plans for one in getattr(plan, field.name))
        for field in fields(Plan)
    }
    return Plan(**parts)
