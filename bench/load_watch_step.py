"""Step: looks at the live figures while officers save, and counts every save at the end.

A save that was answered must be in the area's figure from then on: each look reads first how
many were answered, then the figure. Where it is behind, the look lasts until it is not.
"""

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.acts import FIGURES, area, figure
from bench.children import as_step, say
from bench.province import TODAY
from bench.stage import start_django

LOOK = 0.5  # seconds between two looks
MOST_BEHIND = 60  # seconds after which a figure that is behind is given up
READY, OVER = "watching", "over"


def work(home: str, database: str, most: int) -> dict[str, Any]:
    """Look until the run is over, ``most`` seconds at most; then count everything."""
    start_django(Path(home), database)
    saves = Saves(Path(home) / "saves.jsonl")
    watch = Watch(saves)
    before = _written()
    (Path(home) / READY).touch()
    began = time.monotonic()
    while not (Path(home) / OVER).exists() and time.monotonic() - began < most:
        watch.look()
        time.sleep(LOOK)
    saves.read()
    say(f"{len(saves.all)} saves were answered; are they all there?")
    return {**watch.found(), **_counted(saves, before), **_exact(watch)}


class Saves:
    """The saves that were answered, read as they come."""

    def __init__(self, path: Path) -> None:
        path.touch()
        self._file = path.open(encoding="utf-8")
        self._rest = ""
        self.all: list[dict[str, Any]] = []
        self.count: Counter[str] = Counter()

    def read(self) -> None:
        """Take the lines that were written since."""
        *lines, self._rest = (self._rest + self._file.read()).split("\n")
        for line in lines:
            one = json.loads(line)
            self.all.append(one)
            self.count[one["kind"]] += 1


class Watch:
    """Compares live figures with what was answered."""

    def __init__(self, saves: Saves) -> None:
        self._saves = saves
        self._area = area()
        self._base = {kind: figure(kind, self._area) for kind in FIGURES}
        self._looks = 0
        self._behind: list[float] = []  # seconds that a figure was seen behind

    def look(self) -> None:
        """Look at each figure once."""
        for kind in FIGURES:
            self._saves.read()
            expected = self._base[kind] + self._saves.count[kind]
            began = time.monotonic()
            self._looks += 1
            if figure(kind, self._area) < expected:
                while figure(kind, self._area) < expected:
                    if time.monotonic() - began > MOST_BEHIND:
                        break
                self._behind.append(time.monotonic() - began)

    def wrong(self) -> dict[str, float]:
        """Give by how much the figures differ from what was answered."""
        return {
            kind: figure(kind, self._area) - base - self._saves.count[kind]
            for kind, base in self._base.items()
        }

    def found(self) -> dict[str, Any]:
        """Give how often a figure was looked at, and found behind what was answered."""
        return {
            "figure_looks": self._looks,
            "figure_behind": len(self._behind),
            "figure_behind_longest_s": round(max(self._behind, default=0.0), 3),
        }


def _written() -> dict[str, int]:
    """Count the rows that saves add."""
    from mangnon.audit.models import Entry
    from mangnon.register.models import Circumstance, Measurement, WeighTyping

    acts = ("record_measurement", "begin_circumstance", "type_weighing")
    return {
        "weigh": Measurement.objects.count(),
        "begin": Circumstance.objects.count(),
        "row": WeighTyping.objects.count(),
        "entries": Entry.objects.filter(act__in=[f"register.{act}" for act in acts]).count(),
    }


def _counted(saves: Saves, before: dict[str, int]) -> dict[str, Any]:
    """Find every answered save; say what is missing, and what nobody was answered about."""
    now = _written()
    more = {kind: now[kind] - before[kind] for kind in before}
    answered = {**saves.count, "entries": len(saves.all)}
    return {
        "saves_answered": dict(saves.count),
        "saves_lost": sum(not _is_there(one) for one in saves.all),
        "rows_beyond_answered": {kind: more[kind] - answered.get(kind, 0) for kind in more},
    }


def _is_there(save: dict[str, Any]) -> bool:
    """Say whether a save is in the database, once."""
    from mangnon.register.models import Circumstance, Measurement, WeighDay, WeighTyping
    from mangnon.register.showing.grid import marked

    if save["kind"] == "weigh":
        found = Measurement.objects.filter(child__uuid=save["child"], measured_on=TODAY)
        found = found.filter(weight_kg=10.4, oedema=True)
    elif save["kind"] == "begin":
        found = Circumstance.objects.filter(child__uuid=save["child"], valid_from=TODAY)
        found = found.filter(group=save["group"], valid_to=None)
    else:
        rows = marked(WeighDay.objects.get(uuid=save["weighday"]), [save["row"]])
        found = WeighTyping.objects.filter(row__in=rows, version=save["version"])
        found = found.filter(weight=save["weight"])
    return bool(found.count() == 1)


def _exact(watch: Watch) -> dict[str, Any]:
    """Compare the figures at the end, count everything again, and walk the trail."""
    from mangnon.audit.verifying import verify
    from mangnon.indicators.models import DirtyMark
    from mangnon.indicators.recount import rebuild

    wrong, marks = watch.wrong(), DirtyMark.objects.count()
    say("everything counted again, the trail walked")
    moved = rebuild().cells_moved
    walk = verify()
    return {
        "figures_wrong": wrong,
        "marks_left": marks,
        "cells_a_rebuild_moves": moved,
        "trail": {
            "entries": walk.entries,
            "unsealed": walk.waiting,
            "fault": walk.fault.sentence.en if walk.fault else "",
        },
    }


if __name__ == "__main__":
    as_step(work)
