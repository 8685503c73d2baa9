"""Step: officers at work for a while; what each request and step took, what went wrong."""

import time
from collections import Counter
from pathlib import Path
from typing import Any

import gevent

from bench.load_officer import PACE, Officer  # first: locust changes sockets as it is imported

# isort: split
from locust.env import Environment

from bench.children import as_step, say
from bench.machine import percentiles

STOP = 60  # seconds that a step under way may still take at the end
SAVES = ("weigh: save", "weigh: confirm", "circumstance: save", "row: save")


class Notes:
    """Requests as locust reports them; those that began in the counted time are measured."""

    def __init__(self, counted_from: float) -> None:
        self._from = counted_from
        self.seconds: dict[str, list[float]] = {}
        self.early: list[float] = []
        self.errors: Counter[str] = Counter()

    def note(self, name: str, response_time: float, exception: Any = None, **about: Any) -> None:
        """Take one request."""
        if exception is not None:
            self.errors[f"{name}: {exception}"] += 1
        elif about.get("start_time", 0) >= self._from:
            self.seconds.setdefault(name, []).append(response_time / 1000)
        else:
            self.early.append(response_time / 1000)

    def went_wrong(self, exception: BaseException, **_: Any) -> None:
        """Take an error of the driver's own."""
        self.errors[f"driver: {exception!r}"] += 1

    def of(self, kinds: Any) -> dict[str, float]:
        """Give the percentiles of some kinds together."""
        return _spread([one for kind in kinds for one in self.seconds.get(kind, [])])


def work(home: str, host: str, seconds: int, warm_up: int) -> dict[str, Any]:
    """Let every officer work; give what was measured after the warm-up."""
    officers = Officer.prepare(Path(home) / "posts.json", Path(home) / "saves.jsonl", host)
    say(f"{officers} officers, {warm_up} s not counted, then {seconds} s")
    began = time.time()
    notes = Notes(began + warm_up)
    environment = Environment(user_classes=[Officer], stop_timeout=STOP)
    environment.events.request.add_listener(notes.note)
    environment.events.user_error.add_listener(
        lambda user_instance, exception, tb, **_: notes.went_wrong(exception)
    )
    runner = environment.create_local_runner()
    # Each keeps the pace from its own first step: begun together they would step together, too.
    runner.start(officers, spawn_rate=officers / PACE)
    gevent.sleep(warm_up + seconds)
    over = time.time()
    runner.quit()
    Officer.saves.close()
    steps = [one for one in Officer.done if began + warm_up <= one[1] < over]
    kinds = sorted({kind for kind, _, _ in steps})
    return {
        "officers": officers,
        "seconds": seconds,
        "steps_due": round(officers * seconds / PACE),
        "steps_done": len(steps),
        "warm_up": _spread(notes.early),
        "requests": notes.of(notes.seconds),
        "saves": notes.of(SAVES),
        "by_kind": {kind: notes.of([kind]) for kind in sorted(notes.seconds)},
        "steps": {kind: _spread([s for k, _, s in steps if k == kind]) for kind in kinds},
        "errors": dict(notes.errors.most_common()),
    }


def _spread(seconds: list[float]) -> dict[str, float]:
    return {"count": len(seconds), **percentiles(seconds)} if seconds else {"count": 0}


if __name__ == "__main__":
    as_step(work)
