"""Step: threads act on a filled register at a steady rate; each then reads the area's figure."""

import queue
import random
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.acts import FIGURES, area, calm, figure, small
from bench.children import as_step, say
from bench.machine import Watched, percentiles
from bench.province import TODAY
from bench.stage import start_django

THREADS = 8
SPELLS = 0.7  # of the acts begin a spell of circumstances; the others are weighings


def work(home: str, database: str, acts: int, rate: float) -> dict[str, Any]:
    """Count everything, act, and count everything again: that is the peer's rebuild by night."""
    start_django(Path(home), database)
    from mangnon.indicators.recount import rebuild

    say("counting everything, so that live figures stand")
    rebuild()
    run = Run(acts, rate)
    say(f"{acts:,} acts, {rate:g} a second, {THREADS} threads")
    with Watched() as watched:
        run.go()
    run.demand_exact()
    say("the peer: everything counted again, as by night")
    with Watched() as night:
        rebuild()
    run.demand_exact()
    from mangnon.register.models import Child, Measurement

    return {
        "acts": acts,
        "a_second": rate,
        "children": Child.objects.count(),
        "measurements": Measurement.objects.count(),
        "whole": percentiles(run.whole),
        "by_act": {kind: percentiles(found) for kind, found in run.by_kind.items() if found},
        "process": watched.figures(),
        "rebuild_by_night": night.figures(),
    }


class Run:
    """Acts that are due at their times, whoever is late; seconds count from when one was due."""

    def __init__(self, acts: int, rate: float) -> None:
        from mangnon.access.doors import demonstration_warrant
        from mangnon.register.models import CircumstanceGroup

        self._warrant = demonstration_warrant()
        self._area = area()
        self._groups = list(CircumstanceGroup.objects.filter(valid_to=None))
        self._todo = _planned(acts)
        self._rate = rate
        self._due: queue.SimpleQueue[tuple[float, str, int] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._base = {kind: figure(kind, self._area) for kind in FIGURES}
        self._done: Counter[str] = Counter()
        self._failures: list[BaseException] = []
        self.whole: list[float] = []
        self.by_kind: dict[str, list[float]] = {kind: [] for kind in FIGURES}

    def go(self) -> None:
        """Have every act done, and raise what went wrong in any thread."""
        threads = [threading.Thread(target=self._work) for _ in range(THREADS)]
        for thread in threads:
            thread.start()
        began = time.perf_counter() + 0.2
        for number, (kind, child) in enumerate(self._todo):
            due = began + number / self._rate
            time.sleep(max(0.0, due - time.perf_counter()))
            self._due.put((due, kind, child))
            if number % max(1, len(self._todo) // 10) == 0 and self.whole:
                say(f"{number:,} acts, p95 {percentiles(self.whole)['p95']:.0f} ms")
        for _ in threads:
            self._due.put(None)
        for thread in threads:
            thread.join()
        if self._failures:
            raise self._failures[0]

    def demand_exact(self) -> None:
        """Demand that the area's figures hold every act, and nothing else."""
        for kind, base in self._base.items():
            now = figure(kind, self._area)
            assert now == base + self._done[kind], f"{kind}: the figure is wrong"

    def _work(self) -> None:
        from django.db import connection

        try:
            while (item := self._due.get()) is not None:
                self._act(*item)
        except Exception as error:  # noqa: BLE001 - handed to whoever waits for the thread
            self._failures.append(error)
        finally:
            connection.close()

    def _act(self, due: float, kind: str, child: int) -> None:
        """Act, read the area's figure until the act is in it, and note the seconds."""
        getattr(self, f"_{kind}")(child)
        with self._lock:
            self._done[kind] += 1
            expected = self._base[kind] + self._done[kind]
        while figure(kind, self._area) < expected:
            time.sleep(0.005)
            assert time.perf_counter() - due < 60, f"{kind}: not in the figure after a minute"
        seconds = time.perf_counter() - due
        with self._lock:
            self.whole.append(seconds)
            self.by_kind[kind].append(seconds)

    def _begin(self, child: int) -> None:
        from mangnon.register.actions import begin_circumstance
        from mangnon.register.models import Child

        begin_circumstance(
            Child.objects.get(pk=child),
            group=self._groups[child % len(self._groups)],
            valid_from=TODAY,
            warrant=self._warrant,
        )

    def _weigh(self, child: int) -> None:
        from mangnon.register.actions import record_measurement
        from mangnon.register.models import Child

        record_measurement(
            Child.objects.get(pk=child),
            measured_on=TODAY,
            weight_kg=10.0,
            oedema=True,
            warrant=self._warrant,
        )


def _planned(acts: int) -> list[tuple[str, int]]:
    """Plan the acts, the same for the same province: no child twice in one kind."""
    chance = random.Random(1)
    spells = round(acts * SPELLS)
    plan = [("begin", pk) for pk in _some(chance, calm(), spells)]
    plan += [("weigh", pk) for pk in _some(chance, small(), acts - spells)]
    chance.shuffle(plan)
    return plan


def _some(chance: random.Random, children: Any, wanted: int) -> list[int]:
    found = list(children.values_list("pk", flat=True))
    if len(found) < wanted:
        raise ValueError(f"the province has {len(found):,} such children; {wanted:,} are acted on")
    return chance.sample(found, wanted)


if __name__ == "__main__":
    as_step(work)
