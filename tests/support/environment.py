"""Loaded before anything else (``-p``): the settings of a test run, and its database.

MANGNON_TEST_DATABASE=postgresql runs the same tests on a PostgreSQL of their own.
"""

import os
import secrets
import shutil
import signal
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from mangnon.indicators import scratch
from tests.support import templates
from tests.support.postgresql import Server, start

_SUPPORT = ("append_only", "as_desk", "browser", "hashing", "nowhere")
pytest_plugins = [f"tests.support.{one}" for one in _SUPPORT]
_WORKER = "PYTEST_XDIST_WORKER" in os.environ
_OF_THE_DATABASE = {"db", "transactional_db", "django_db_setup"}
_LONG = {"proofs", "e2e"}
_server: Server | None = None


def _prepare() -> None:
    global _server
    data = scratch.claim("mangnon-test", Path(tempfile.gettempdir()))
    signal.signal(signal.SIGTERM, _leave)
    os.environ["MANGNON_MODE"] = "test"
    os.environ["MANGNON_DATA"] = str(data)
    os.environ["MANGNON_SECRET_KEY"] = secrets.token_urlsafe(50)
    os.environ["DJANGO_SETTINGS_MODULE"] = "mangnon.settings"
    os.environ.pop("MANGNON_TODAY", None)
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs beside
    if os.environ.get("MANGNON_TEST_DATABASE") == "postgresql":
        if not _WORKER:
            _server = start(data / "postgresql")
            os.environ["MANGNON_DATABASE"] = templates.on_server(_server.url)
    else:
        os.environ.pop("MANGNON_DATABASE", None)
    from mangnon.vault import KeyRing

    KeyRing.generate(data / "keys")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what reads the run's kind of database, and what starts a PostgreSQL of its own."""
    for item in items:
        used = set(getattr(item, "fixturenames", ()))
        reads = _OF_THE_DATABASE & used or item.get_closest_marker("django_db")
        if reads or "proofs" in item.path.parts:
            item.add_marker("database")
        if "walled" in used:
            item.add_marker("walled")


class _LongFilesFirst:
    """A worker takes a file whole, with what its tests share; none should begin a long one last."""

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items.sort(key=lambda item: _LONG.isdisjoint(item.path.parts))


def pytest_configure(config: pytest.Config) -> None:
    """Have the long files begun first, in whatever order the tests were shuffled."""
    config.pluginmanager.register(_LongFilesFirst())


def pytest_sessionstart() -> None:
    """Begin every test database as a copy of one in which the tables stand."""
    from django.db import connection
    from django.db.backends.sqlite3.creation import DatabaseCreation as OnSqlite

    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = connection.settings_dict["NAME"]
        return
    make = OnSqlite._create_test_db

    def copy(self: OnSqlite, verbosity: int, autoclobber: bool, keepdb: bool = False) -> str:
        name: str = make(self, verbosity, autoclobber, keepdb)
        shutil.copyfile(templates.sqlite(), name)
        return name

    OnSqlite._create_test_db = copy


def _leave(number: int, frame: object) -> None:
    """End a run that is told to end as one that is over: servers and folders go with it."""
    pytest.exit("terminated", returncode=128 + number)


def pytest_unconfigure() -> None:
    """Stop the PostgreSQL that this run started."""
    if _server is not None:
        _server.stop()


_prepare()
# A busy machine is no defect: an example may take as long as it takes.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("house"), max_examples=1000)
settings.load_profile("house")
