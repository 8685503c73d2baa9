"""On PostgreSQL every page of a test is answered as the restricted role of the desk (``-p``).

What a test prepares and looks at afterwards is the owner's; between a request and the end of its
answer each statement on this connection has the rights of the desk and stands behind the walls.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_UNDER_WAY: list[str] = []  # whose answers are under way; one may be streamed during another


def names() -> dict[str, str]:
    """Name the roles: of a run with several processes, each has its own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    return {role: f"tested_{role}{worker}" for role in ("desk", "engine", "portal")}


@pytest.hookimpl(trylast=True)
def pytest_configure() -> None:
    """Wrap what makes the database of a test, and what answers a request."""
    from django.db import connection  # only now: the settings are read by then
    from django.http import FileResponse
    from django.test.client import ClientHandler

    if connection.vendor != "postgresql":
        return
    creation = type(connection.creation)
    create, answer = creation.create_test_db, ClientHandler.__call__

    def create_walled(self: Any, *args: Any, **words: Any) -> str:
        name = create(self, *args, **words)
        _build()
        return name

    def answered(self: Any, environ: Any) -> Any:
        with desk():
            response = answer(self, environ)
        if response.streaming and not isinstance(response, FileResponse):
            response.streaming_content = _parts(response.streaming_content)
        return response

    creation.create_test_db = create_walled
    # The server goes with the run; dropping waits five seconds for sessions that just end.
    creation.destroy_test_db = lambda *_, **__: None
    ClientHandler.__call__ = answered


def _build() -> None:
    from django.db import connection

    from mangnon.walls.building import build
    from mangnon.walls.roles import Roles

    owner = str(connection.settings_dict["USER"])
    build(Roles(owner, **names(), passwords=dict.fromkeys(names().values(), "")))


@contextmanager
def desk() -> Iterator[None]:
    """Let the statements of this block be the desk's; a database without roles has one owner."""
    from django.db import connection

    if connection.vendor != "postgresql":
        yield
        return
    _UNDER_WAY.append("desk")
    try:
        with connection.execute_wrapper(_as_desk):
            yield
    finally:
        _UNDER_WAY.pop()
        if not _UNDER_WAY:
            _be_owner(connection.connection)


def _as_desk(execute: Any, statement: Any, values: Any, many: Any, context: Any) -> Any:
    """Become the desk where that is not so: at first, and after a rollback to before it."""
    raw = context["connection"].connection
    if raw.info.parameter_status("is_superuser") == "on" and not _failed(raw):
        raw.execute(f'SET ROLE "{names()["desk"]}"')
    return execute(statement, values, many, context)


def _be_owner(raw: Any) -> None:
    """Go back; where the transaction failed, its rollback does so."""
    if raw is not None and not raw.closed and not _failed(raw):
        raw.execute("RESET ROLE")


def _failed(raw: Any) -> bool:
    from psycopg.pq import TransactionStatus

    return bool(raw.info.transaction_status == TransactionStatus.INERROR)


def _parts(parts: Iterable[bytes]) -> Iterator[bytes]:
    """Yield what is streamed; each part is read as the desk."""
    waiting = iter(parts)
    while True:
        with desk():
            part = next(waiting, None)
        if part is None:
            return
        yield part
