"""What a run is measured on, and how much memory its processes held."""

import os
import platform
import threading
import time
from importlib.metadata import version
from types import TracebackType
from typing import Any

import psutil

PACKAGES = ("django", "duckdb", "pyarrow", "numpy", "pandas", "psycopg", "adbc-driver-manager")


def described() -> dict[str, Any]:
    """Describe the machine: cores, memory, versions; no names and no paths."""
    return {
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 2**30, 1),
        "system": platform.system(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }


class Watched:
    """Watches a process and its children: highest memory together, seconds of processors.

    Memory is the resident set, added over the processes, looked at every 50 ms; who they are is
    asked twice a second, since that reads the whole table of processes.
    """

    def __init__(self) -> None:
        self._me = psutil.Process()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.peak_mb = 0.0
        self.seconds = 0.0
        self.cpu_seconds = 0.0

    def __enter__(self) -> "Watched":
        self._load = os.getloadavg()[0]
        self._began, self._cpu = time.perf_counter(), self._times()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.seconds = time.perf_counter() - self._began
        self.cpu_seconds = self._times() - self._cpu
        self._over.set()
        self._thread.join()

    def _times(self) -> float:
        spent = self._me.cpu_times()
        return spent.user + spent.system + spent.children_user + spent.children_system

    def _watch(self) -> None:
        looks = 0
        while not self._over.wait(0.05):
            if looks % 10 == 0:
                ours = (self._me, *self._me.children(recursive=True))
            looks += 1
            held = 0
            for one in ours:
                try:
                    held += one.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.peak_mb = max(self.peak_mb, held / 1e6)

    def figures(self) -> dict[str, float]:
        """Give what was seen."""
        return {
            "seconds": round(self.seconds, 3),
            "cpu_seconds_own": round(self.cpu_seconds, 3),
            "peak_mb": round(self.peak_mb),
            "others_running_before": round(self._load, 2),
        }


def percentiles(seconds: list[float]) -> dict[str, float]:
    """Give the usual percentiles, in milliseconds."""
    ordered = sorted(seconds)

    def at(share: float) -> float:
        return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000, 1)

    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "p99.9": 0.999}
    return {**{name: at(share) for name, share in shares.items()}, "max": at(1.0)}
