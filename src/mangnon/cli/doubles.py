"""``mangnon doubles``: find files that may be one child's; measure how well that is done."""

import resource
import time

import click

from mangnon.access.doors import operator_warrant
from mangnon.linkage.actions import stage
from mangnon.linkage.finding import known_children
from mangnon.linkage.matching import THRESHOLD, pairs
from mangnon.linkage.truth import Rates, measured, simulated
from mangnon.simulation.doubled import people


@click.command("doubles")
@click.option("--find", is_flag=True, help="Tìm, ghi vào danh sách chờ xét / Find and stage.")
@click.option("--evaluate", is_flag=True, help="Đo trên dữ liệu mô phỏng / Measure.")
@click.option("--children", default=20_000, help="Số trẻ mô phỏng / Simulated children.")
@click.option("--seed", default=1, help="Hạt giống / The seed.")
@click.option("--threshold", default=THRESHOLD, help="Ngưỡng / The threshold.")
@click.option("--memory", "memory_mb", default=3000, help="Bộ nhớ, MB / Memory, MB.")
@click.option("--by", "name", help="Ai làm / Who does it.")
def doubles_command(
    find: bool, evaluate: bool, children: int, seed: int, threshold: float, memory_mb: int,
    name: str | None,
) -> None:  # fmt: skip
    """Tìm hồ sơ nghi trùng / Find files that may be one child's."""
    if evaluate:
        _evaluate(children, seed, threshold, memory_mb)
    elif find and name:
        _find(name, threshold, memory_mb)
    else:
        raise click.UsageError(
            "Hãy ghi --find --by TÊN, hoặc --evaluate. / Write --find --by NAME."
        )


def _find(name: str, threshold: float, memory_mb: int) -> None:
    warrant = operator_warrant(name, "mangnon doubles")
    known = known_children()
    found = pairs(known, memory_mb=memory_mb, threshold=threshold)
    new = stage(found, compared=len(known), warrant=warrant)
    click.echo(
        f"Đã so {len(known)} hồ sơ: {len(found)} cặp nghi trùng, {new} cặp mới chờ xét. / "
        f"Files compared: {len(known)}; likely pairs: {len(found)}, new: {new}."
    )


def _evaluate(children: int, seed: int, threshold: float, memory_mb: int) -> None:
    """Print recall and precision at the fixed rates, and with all errors doubled."""
    for words, rates in (("thường / usual", Rates()), ("gấp đôi / doubled", Rates().twice())):
        truth = simulated(people(children, seed), rates, seed)
        began = time.perf_counter()
        told = measured(truth, pairs(truth.children, memory_mb=memory_mb, threshold=threshold))
        took = time.perf_counter() - began
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        click.echo(
            f"{words}: {len(truth.children)} hồ sơ, {told.true} trùng thật, nêu {told.found}; "
            f"recall {told.recall:.3f}, precision {told.precision:.3f}; {took:.1f} s, {most:.0f} MB"
        )
