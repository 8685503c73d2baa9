"""Entries written by four processes at once, with and without sealing; the rate of verifying.

On SQLite and on PostgreSQL, each on a database of its own. Sealing runs in a process of its own as
beside the site, but five times a second, which is harsher. Run: python -m bench.audit
"""

import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any

WRITERS = 4
SECONDS = float(os.environ.get("BENCH_SECONDS", "6"))
ENTRIES = int(os.environ.get("BENCH_ENTRIES", "200000"))
RESULTS = Path(__file__).parent / "results" / "audit.json"
SERIALISED = 0.5  # sealing may cost the writers their share of the cores, not more


def _start() -> None:
    import django

    django.setup()


def _acts(seconds: float) -> int:
    """Record acts, a transaction each, until the time is up; return how many."""
    _start()
    from django.db import transaction

    from mangnon.access.doors import system_warrant
    from mangnon.audit.actions import record

    warrant, done, end = system_warrant("bench"), 0, time.perf_counter() + seconds
    while time.perf_counter() < end:
        with transaction.atomic():
            record(warrant, "bench.act", subject="register.child:x", after={"weight_kg": 9.5})
        done += 1
    return done


def _reserve(count: int) -> None:
    """Write many entries for verifying, through the function that writes readings."""
    from mangnon.access.doors import system_warrant
    from mangnon.audit import actions

    warrant = system_warrant("bench")
    actions.MOST_SUBJECTS = 1  # an entry for each subject: the quickest way to many
    for first in range(0, count, 5000):
        children = [f"register.child:{first + n}" for n in range(min(5000, count - first))]
        actions.read(warrant, "bench.read", subjects=children)


def _written(with_sealing: bool) -> float:
    """Return entries a second of all writers together."""
    from mangnon.audit.sealing import seal_waiting

    stop = Event()

    def seal() -> None:
        while not stop.wait(0.2):
            seal_waiting()

    sealer = Thread(target=seal)
    if with_sealing:
        sealer.start()
    context = multiprocessing.get_context("spawn")
    with context.Pool(WRITERS) as pool:
        done = sum(pool.map(_acts, [SECONDS] * WRITERS))
    stop.set()
    if with_sealing:
        sealer.join()
    return done / SECONDS


def _timed(work: Callable[[], object]) -> tuple[float, Any]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def measure_one() -> dict[str, float]:
    """Measure on the database of this process's environment."""
    _start()
    from django.core.management import call_command

    from mangnon.audit.sealing import seal_waiting
    from mangnon.audit.verifying import verify

    call_command("migrate", verbosity=0)
    plain, sealed = _written(False), _written(True)
    seal_waiting()
    _reserve(ENTRIES)
    sealing, made = _timed(seal_waiting)
    verifying, walk = _timed(verify)
    assert walk.fault is None
    assert walk.waiting == 0
    return {
        "written_per_s": plain,
        "written_per_s_while_sealing": sealed,
        "sealed_per_s": made.entries / sealing,
        "verified_per_s": walk.entries / verifying,
        "verified_entries": walk.entries,
        "verify_peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _on(database: str, folder: Path) -> dict[str, float]:
    """Measure in a process whose environment names the database."""
    from mangnon.vault import KeyRing

    KeyRing.generate(folder / "keys")
    environment = {
        **os.environ,
        "MANGNON_MODE": "test",
        "MANGNON_DATA": str(folder),
        "MANGNON_SECRET_KEY": "of this benchmark only, never of an installation",
        "DJANGO_SETTINGS_MODULE": "mangnon.settings",
        "MANGNON_DATABASE": database,
    }
    done = subprocess.run(
        [sys.executable, "-m", "bench.audit", "--one"],
        env=environment, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def main() -> int:
    """Measure both, write the raw figures, print them; 1 where sealing holds writers up."""
    from tests.support.postgresql import start

    found: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)  # PostgreSQL does not run as root
        for kind in ("sqlite", "postgresql"):
            folder = Path(name) / kind
            folder.mkdir()
            server = start(folder / "server") if kind == "postgresql" else None
            try:
                url = server.url if server else f"sqlite:///{folder / 'bench.sqlite3'}"
                found[kind] = _on(url, folder)
            finally:
                if server:
                    server.stop()
    RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for kind, one in found.items():
        print(kind)
        for what, value in one.items():
            print(f"  {what:<28} {value:>12,.0f}")
    shares = [one["written_per_s_while_sealing"] / one["written_per_s"] for one in found.values()]
    return 0 if min(shares) >= SERIALISED else 1


if __name__ == "__main__":
    if "--one" in sys.argv:
        print(json.dumps(measure_one()))
    else:
        raise SystemExit(main())
