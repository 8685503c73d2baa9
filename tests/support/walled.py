"""A walled PostgreSQL installation of its own, used as each of its roles in processes of theirs."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from mangnon.vault import KeyRing
from tests.support import templates
from tests.support.postgresql import Server, start

ROLES = ("desk", "engine", "portal")


@dataclass(frozen=True)
class Walled:
    """A server with one database; ``urls`` by role."""

    server: Server
    urls: dict[str, str]
    home: Path

    def connect(self, role: str) -> psycopg.Connection[Any]:
        """Open a plain connection as a role."""
        return psycopg.connect(self.urls[role], autocommit=True)

    def environment(self, role: str) -> dict[str, str]:
        """Give the environment of a process that works as a role."""
        return {
            **os.environ,
            "MANGNON_DATA": str(self.home),
            "MANGNON_KEY_FILE": str(self.home / "keys"),
            "MANGNON_DATABASE": self.urls["desk"],
            **{f"MANGNON_DATABASE_{one.upper()}": self.urls[one] for one in self.urls},
            "MANGNON_DATABASE_AS": role,
        }

    def run(self, role: str, code: str, *words: str) -> Any:
        """Run Python in a process that works as a role; return what it prints last, from JSON."""
        done = subprocess.run(
            [sys.executable, "-c", "import django; django.setup()\n" + code, *words],
            env=self.environment(role), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1]) if done.stdout else None

    def mangnon(self, *words: str, **changed: str) -> subprocess.CompletedProcess[str]:
        """Run a command, perhaps in a changed environment."""
        code = "from mangnon.cli import main; main()"
        return subprocess.run(
            [sys.executable, "-c", code, *words],
            env=self.environment("owner") | changed, capture_output=True, text=True, check=False,
        )  # fmt: skip


def raise_walls(home: Path) -> Walled:
    """Start a server beside ``home``, make the database and its roles by the real command."""
    home.mkdir()
    KeyRing.generate(home / "keys")
    server = start(home.with_name(f"{home.name}-server"))
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE walled")
    templates.fill_postgresql(urlsplit(server.url)._replace(path="/walled").geturl())
    parts = urlsplit(server.url)
    urls = {
        role: f"postgresql://walled_{role}:secret-{role}@{parts.hostname}:{parts.port}/walled"
        for role in ROLES
    }
    urls["owner"] = parts._replace(path="/walled").geturl()
    walled = Walled(server, urls, home)
    made = walled.mangnon("migrate")
    assert made.returncode == 0, made.stderr
    return walled
