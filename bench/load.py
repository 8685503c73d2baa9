"""Officers at the real site: 50 of them, a step every five seconds, a third of the steps save.

Locust drives them against ``mangnon serve`` on loopback; beside them the live figures are
watched, and at the end every save that was answered is sought in the database.
Run: python -m bench.load [--children 60000] [--seconds 180] [--officers 50] [--postgresql]
"""

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.children import ROOT, run_step
from bench.load_watch_step import OVER, READY
from bench.machine import described
from bench.province import Size
from bench.serving import Site, serving
from bench.stage import environment, folder, on_postgresql, on_sqlite
from tests.support.postgresql import Server
from tests.support.walled import ROLES, Walled

RESULTS = ROOT / "bench" / "results" / "load.json"
CHILDREN, SECONDS, OFFICERS = 60_000, 180, 50
QUICK = {"children": 5_000, "seconds": 60, "officers": 20}
WARM_UP = 20  # seconds that are not counted
P95, SAVED, MEMORY = 500.0, 1000.0, 600.0  # ms at p95, ms of a save at p99.9, MB a web process


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    options = _options()
    found = measure(options)
    full = (options.children, options.seconds, options.officers) == (CHILDREN, SECONDS, OFFICERS)
    if full:  # a smaller run leaves the raw figures as they are
        _write(found)
    return show(found)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--children", type=int, default=CHILDREN)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    parser.add_argument("--officers", type=int, default=OFFICERS)
    parser.add_argument("--postgresql", action="store_true", help="on PostgreSQL, not SQLite")
    parser.add_argument("--quick", action="store_true", help=f"as if asked for {QUICK}")
    options = parser.parse_args()
    if options.quick:
        vars(options).update(QUICK)
    return options


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Run on one database; its name stands beside the figures."""
    size = Size(options.children, options.children * 10)
    name = "postgresql" if options.postgresql else "sqlite"
    print(f"load: {size.children:,} children, {options.officers} officers, {name}")
    with folder() as home, _database(options, size, home) as url:
        run_step("bench.load_fill_step", home=str(home), database=url, officers=options.officers)
        served = _behind_walls(home, url) if options.postgresql else environment(home, url)
        load = os.getloadavg()[0]
        with ThreadPoolExecutor(1) as beside:
            most = WARM_UP + options.seconds + 300
            watch = beside.submit(
                run_step, "bench.load_watch_step", home=str(home), database=url, most=most
            )
            try:
                worked = _worked(options, home, served, watch)
            finally:
                (home / OVER).touch()
            checked = watch.result()
    return {
        "machine": described(), "database": name, "children": size.children,
        "others_running_before": round(load, 2), **worked, **checked,
    }  # fmt: skip


def _worked(
    options: argparse.Namespace, home: Path, served: dict[str, str], watch: Any
) -> dict[str, Any]:
    """Serve the province and let the officers work."""
    while not (home / READY).exists() and not watch.done():
        time.sleep(0.1)
    with serving(home, served) as site:
        driven = run_step(
            "bench.load_drive_step", home=str(home), host=site.address, seconds=options.seconds,
            warm_up=WARM_UP,
        )  # fmt: skip
        return {**driven, "server": site.figures(), "server_said": _said(site)}


def _said(site: Site) -> dict[str, Any]:
    """Give how much the site complained while it ran, and its first words."""
    lines = site.errors()
    return {"lines": len(lines), "first": [line[:200] for line in lines[:20]]}


@contextmanager
def _database(options: argparse.Namespace, size: Size, home: Path) -> Iterator[str]:
    if options.postgresql:
        with on_postgresql(size, home) as url:
            yield url
    else:
        yield on_sqlite(size, home)


def _behind_walls(home: Path, url: str) -> dict[str, str]:
    """Build the walls inside PostgreSQL; give what a site finds set that works as its desk."""
    parts = urlsplit(url)
    urls = {
        role: parts._replace(
            netloc=f"load_{role}:secret-{role}@{parts.hostname}:{parts.port}"
        ).geturl()
        for role in ROLES
    }
    walled = Walled(Server(url, lambda: None), {**urls, "owner": url}, home)
    here = environment(home, urls["desk"])
    made = walled.mangnon("db", "roles", **here)
    if made.returncode != 0:
        raise RuntimeError(made.stdout + made.stderr)
    return {**walled.environment("desk"), **here}


def _write(found: dict[str, Any]) -> None:
    """Put one database's figures beside the other's."""
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    known[found["database"]] = found
    RESULTS.write_text(json.dumps(known, indent=2) + "\n", encoding="utf-8")


def show(found: dict[str, Any]) -> int:
    """Print what was reached and what was not."""
    for kind, spread in found["by_kind"].items():
        print(f"  {kind:<20}" + "  ".join(f"{name} {ms:g}" for name, ms in spread.items()))
    memory = found["server"]["most_memory_mb"]
    said = found["server_said"]
    print(
        f"  the site: {found['server']}; it said {said['lines']} lines",
        *said["first"],
        sep="\n    ",
    )
    print(f"  load before: {found['others_running_before']}")
    for words, count in found["errors"].items():
        print(f"  {count} × {words}")
    wrong = found["figures_wrong"] | {"cells": found["cells_a_rebuild_moves"]}
    reached = {
        f"p95 {found['requests'].get('p95')} ms, target {P95:g}": _under(found, "requests", "p95"),
        f"saves p99.9 {found['saves'].get('p99.9')} ms, target {SAVED:g}": _under(
            found, "saves", "p99.9"
        ),
        f"{sum(found['errors'].values())} errors": not found["errors"],
        f"{found['steps_done']} steps done, {found['steps_due']} due": (
            found["steps_done"] >= 0.98 * found["steps_due"]
        ),
        f"{found['saves_lost']} of {sum(found['saves_answered'].values())} saves lost, beyond "
        f"them {found['rows_beyond_answered']}": (
            found["saves_lost"] == 0 and not any(found["rows_beyond_answered"].values())
        ),
        f"figures behind at {found['figure_behind']} of {found['figure_looks']} looks, wrong at "
        f"the end {wrong}": found["figure_behind"] == 0 and not any(wrong.values()),
        f"trail: {found['trail']}": not found["trail"]["fault"],
        f"web processes under {MEMORY:g} MB": all(
            most < MEMORY for name, most in memory.items() if name.startswith("web")
        ),
    }
    for words, holds in reached.items():
        print(f"  {words}: {'reached' if holds else 'NOT reached'}")
    return int(not all(reached.values()))


def _under(found: dict[str, Any], which: str, share: str) -> bool:
    most = {"requests": P95, "saves": SAVED}[which]
    return bool(found[which].get(share, most) < most)


if __name__ == "__main__":
    sys.exit(main())
