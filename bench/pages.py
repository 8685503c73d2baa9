"""A public page from the application and behind nginx, beside stock Wagtail and a plain file.

The same number of web processes and of readers, in turn on one machine: the median of nine rounds.
Run: python -m bench.pages [--seconds 10] [--quick]
"""

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.children import ROOT, run_step, say
from bench.machine import described
from bench.pages_reader import alternating, rate
from bench.peers import wagtail_site
from bench.serving import serving
from bench.stage import environment, folder

RESULTS = ROOT / "bench" / "results" / "pages.json"
SECONDS, QUICK = 10.0, 2.0
WORKERS = 2
WARM_UP = 5  # seconds in which a process reads its rosters
DOOR, PEER = "ours, from the application", "stock Wagtail"
BEHIND, FILE = "ours, behind nginx", "nginx's static file"
FASTER, OF_NGINX, WEIGHT = 15, 0.8, 100_000  # times stock Wagtail, share of a file, bytes
_SENTENCES = 150  # of the peer's page: as long as ours, packed
_ASSETS = re.compile(r'(?:href|src)="(/static/[^"]+)"')


def main() -> int:
    """Measure, write the raw figures, print them; 0 where the targets are reached."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} seconds each")
    options = parser.parse_args()
    seconds = QUICK if options.quick else options.seconds
    found = measure(seconds)
    if seconds == SECONDS:  # a quick run leaves the raw figures as they are
        RESULTS.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    return show(found)


def measure(seconds: float) -> dict[str, Any]:
    """Ask each server for its page in turn."""
    with folder() as home, tempfile.TemporaryDirectory() as apart:
        from tests.support.nginx import nginx

        database = f"sqlite:///{home / 'bench.sqlite3'}"
        say("a small province with a release, and a stock Wagtail project")
        page = run_step("bench.pages_fill_step", home=str(home), database=database)["page"]
        known = environment(home, database)
        with (
            _stock_wagtail(Path(apart) / "peer") as peer,
            serving(home, {**known, "MANGNON_SNAPSHOTS": "on"}) as site,
        ):
            weight = _weight(site.address, page)
            say("from the application")
            time.sleep(WARM_UP)
            asked = {DOOR: site.address + page, PEER: peer + wagtail_site.ADDRESS}
            rates = alternating(asked, seconds)
            port = int(site.address.rpartition(":")[2])
            with nginx(Path(apart) / "nginx", home, port, workers=WORKERS) as address:
                say("behind nginx")
                _plain_file(home, page)
                asked = {BEHIND: address + page, FILE: f"{address}/static/plain.html"}
                rates |= alternating(asked, seconds)
        say("drawn each time")
        with serving(home, {**known, "MANGNON_SNAPSHOTS": "off"}) as site:
            rates["ours, drawn each time"] = rate(site.address + page, seconds)
    return {
        "machine": described(),
        "seconds": seconds,
        "rates": {name: asdict(one) for name, one in rates.items()},
        "weight": weight,
    }


def _plain_file(home: Path, page: str) -> None:
    """Put the page's own files among those that nginx hands out by itself."""
    kept = home / "snapshots" / "pages" / page[1:] / "index.html"
    plain = home / "static" / "plain.html"
    for end in ("", ".gz"):
        copied = kept.with_name(kept.name + end).read_bytes()
        plain.with_name(plain.name + end).write_bytes(copied)


@contextmanager
def _stock_wagtail(where: Path) -> Iterator[str]:
    """Serve the peer with as many processes and threads as ours."""
    made = wagtail_site.make(where, _SENTENCES)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "peer.wsgi", "--bind", f"127.0.0.1:{port}",
         "--workers", str(WORKERS), "--threads", "2", "--keep-alive", "75",
         "--log-level", "warning"],
        cwd=made, env=wagtail_site.environment(made),
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                urllib.request.urlopen(address + wagtail_site.ADDRESS, timeout=10).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _weight(address: str, page: str) -> dict[str, Any]:
    """Give the bytes of a first view: the page and what it asks for, as they travel."""
    body, size = _fetched(address + page)
    sizes = {"page": size}
    for path in sorted(set(_ASSETS.findall(body.decode()))):
        sizes[re.sub(r"\.[0-9a-f]{12}\.", ".", path)] = _fetched(address + path)[1]
    return {"bytes": sum(sizes.values()), "parts": sizes}


def _fetched(address: str) -> tuple[bytes, int]:
    import gzip

    asked = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        body = answer.read()
        packed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(body) if packed else body), len(body)


def show(found: dict[str, Any]) -> int:
    """Print what was reached and what was not."""
    rates = {name: one["per_second"] for name, one in found["rates"].items()}
    for name, one in found["rates"].items():
        print(f"  {name:<28} {one['per_second']:>9,.0f} pages/s  p50 {one['p50_ms']} ms  "
              f"p99 {one['p99_ms']} ms  {one['bytes']:,} bytes")  # fmt: skip
    times = rates[DOOR] / rates[PEER]
    share = rates[BEHIND] / rates[FILE]
    weight = found["weight"]["bytes"]
    lines = [
        (f"from the application: {times:.1f} × stock Wagtail, target {FASTER}", times >= FASTER),
        (f"behind nginx: {share:.0%} of a static file, target {OF_NGINX:.0%}", share >= OF_NGINX),
        (f"first view: {weight:,} bytes, target {WEIGHT:,}", weight <= WEIGHT),
    ]
    for words, reached in lines:
        print(f"  {words}: {'reached' if reached else 'NOT reached'}")
    return 0 if all(reached for _, reached in lines) else 1


if __name__ == "__main__":
    os.environ.setdefault("MANGNON_MODE", "test")
    sys.exit(main())
