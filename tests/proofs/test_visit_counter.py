"""The counter counts every view of a public page once, and nothing else.

A real ``mangnon serve`` with two web processes, one of them restarted in the middle; a real nginx
whose log is rotated, compressed and followed by a command that is killed. It goes on from the
number that the old site had reached. On PostgreSQL the site works as the walled desk's role.
"""

import gzip
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from mangnon.vault import KeyRing
from mangnon.visits import store
from mangnon.visits.door import Counting
from mangnon.visits.tally import TALLY
from tests.support import templates
from tests.support.visited import BROWSER, MANGNON, ask, nginx, rotate, serving, visit, wait_for
from tests.support.visited import workers as web_processes
from tests.support.walled import raise_walls

BEFORE = 1200  # as the pack says of its old site
HOME, ENGLISH, OTHER = "/", "/en/", "/phan-giao-dien/"
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
needs_nginx = pytest.mark.skipif(NGINX is None, reason="nginx is not installed")
_WRITTEN = "SELECT coalesce(sum(count), 0) FROM visits_daycount"


@dataclass(frozen=True)
class Installed:
    """An installation of its own: its environment, and a look into its database."""

    environment: dict[str, str]
    connect: Callable[[], Any]

    def mangnon(self, *words: str, **changed: str) -> str:
        done = subprocess.run(
            [*MANGNON, *words], env=self.environment | changed,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def written(self) -> int:
        """Return the views that are in the database."""
        with closing(self.connect()) as database:
            return int(database.execute(_WRITTEN).fetchone()[0])

    def shown(self) -> int:
        """Return the number of the counter."""
        return int(self.mangnon("visits", "show").split(" / ")[0].replace(".", ""))


@pytest.fixture(scope="module")
def installed(tmp_path_factory, request):
    """An installation with a pack, on the run's kind of database."""
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        walled = raise_walls(Path(settings.DATA_DIR) / "visited")
        request.addfinalizer(walled.server.stop)
        one = Installed(walled.environment("desk"), lambda: walled.connect("owner"))
    else:
        home = tmp_path_factory.mktemp("visited")
        KeyRing.generate(home / "keys")
        path = home / "mangnon.sqlite3"
        shutil.copyfile(templates.sqlite(), path)
        one = Installed({**os.environ, "MANGNON_DATA": str(home)}, lambda: sqlite3.connect(path))
    pack = ("pack", "apply", "tests/packs/nowhere", "--by", "Mẫu")
    one.mangnon(*pack, MANGNON_DATABASE_AS="owner")
    return one


def test_two_processes_count_each_view_once_and_nothing_else(installed):
    before = BEFORE + installed.written()
    with serving(installed.environment) as (port, site):
        visit(port, [HOME, ENGLISH, OTHER, HOME] * 30)
        shown = f"Lượt xem trang: {before + 120:,}\n".replace(",", ".")
        wait_for(lambda: ask(port, "GET", "/luot-xem.txt", {})[1], shown, 180)
        drawn = f'aria-label="{shown.strip()}"'  # the other process may have asked earlier
        wait_for(lambda: drawn in ask(port, "GET", "/luot-xem.svg", {})[1], True, 180)
        visit(port, [HOME] * 40, among=False)
        web_processes(site)[0].terminate()  # it writes what it counted, another takes its place
        visit(port, [HOME] * 40, among=False)
    assert installed.shown() == before + 200


@needs_nginx
def test_each_line_of_nginxs_log_is_counted_once_through_rotation_and_a_kill(installed, tmp_path):
    log, before = tmp_path / "visits.log", installed.written()
    words = ("visits", "follow", "--log", str(log))
    following = {"MANGNON_VISITS": "log"}
    with nginx(tmp_path, installed.mangnon("visits", "nginx")) as port:
        visit(port, [HOME, ENGLISH, "/chi-so/", "/chi-so/?q=mat"] * 25)
        follower = subprocess.Popen([*MANGNON, *words], env=installed.environment | following)
        try:
            wait_for(installed.written, before + 100, 180)
            visit(port, [HOME] * 50)
        finally:
            follower.kill()
            follower.wait()
        rotate(tmp_path)
        visit(port, [HOME] * 50)
        installed.mangnon(*words, "--once", **following)
        assert installed.written() == before + 200
        _compress(tmp_path / "visits.log.1")
        visit(port, [HOME] * 10)
        for _ in range(2):
            installed.mangnon(*words, "--once", **following)
    assert installed.shown() == BEFORE + before + 210
    noted = log.read_text("utf-8")
    assert not any(word in noted for word in ("127.0.0.1", "Mozilla", "curl", "?q=", "mat"))


def _compress(path: Path) -> None:
    with gzip.open(f"{path}.gz", "wb") as file:
        file.write(path.read_bytes())
    path.unlink()


@pytest.fixture
def nothing_counted():
    TALLY.take()
    yield
    TALLY.take()


def test_a_thousand_views_write_nothing_and_then_one_statement(db, nothing_counted):
    """Also those that something between answers: from a stored copy, say."""

    def stored(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html")])
        return [b"<p>"]

    site, asked = Counting(stored), RequestFactory(headers={"user-agent": BROWSER})
    with CaptureQueriesContext(connection) as queries:
        for number in range(1000):
            path = ("/", "/chi-so/T1/", f"/bia-dat-{number}/")[number % 3]
            site(asked.get(path).environ, lambda *words: None)
        assert len(queries) == 0
        counts = TALLY.take()
        store.add(counts)
        assert len(queries) == 1
    assert sum(counts.values()) == 1000
    assert len(counts) == 3
