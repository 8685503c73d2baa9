"""The real site of a test: ``mangnon serve`` in processes of its own, on loopback."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

from django.conf import settings
from django.db import connection

_RUN = "from mangnon.cli import main; main()"
_START, _END = 60, 20  # seconds within which it answers, and within which it ends


@dataclass(frozen=True)
class Page:
    """An answer: its status, headers and body."""

    status: int
    headers: Message
    body: bytes

    @property
    def text(self) -> str:
        """The body, read."""
        return self.body.decode()


class _NoFollowing(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_rest: object) -> None:
        return None


_opener = urllib.request.build_opener(_NoFollowing)


def get(address: str, timeout: float = 20, **headers: str) -> Page:
    """Read an address; an error is an answer, too. Raises OSError where nobody listens."""
    asked = urllib.request.Request(
        address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    try:
        with _opener.open(asked, timeout=timeout) as answer:
            return Page(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Page(error.code, error.headers, error.read())


def database_url() -> str:
    """Return the address of the database that the test itself works on."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    return (
        f"postgresql://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}"
        f"/{known['NAME']}"
    )


def environment(home: Path, **more: str) -> dict[str, str]:
    """Give what a process of the site finds set: the test's database, a folder of its own."""
    return {
        **os.environ,
        "MANGNON_DATA": str(home),
        "MANGNON_KEY_FILE": str(settings.KEY_FILE),
        "MANGNON_DATABASE": database_url(),
        "MANGNON_SNAPSHOTS": "on",
        **more,
    }


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Site:
    """A running site; ``kill`` ends it at once, as a crash would."""

    def __init__(self, home: Path, port: int, log: Path, **more: str) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self._log = log
        with log.open("ab") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _RUN, "serve", "--port", str(port)],
                env=environment(home, **more), stdout=subprocess.DEVNULL, stderr=said,
                start_new_session=True,
            )  # fmt: skip

    def wait(self) -> None:
        """Wait until it answers."""
        began = time.monotonic()
        while time.monotonic() - began < _START:
            assert self._process.poll() is None, self._log.read_text()[-3000:]
            try:
                get(f"{self.address}/desk/tai-khoan/dang-nhap/")
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"no answer within {_START} s: {self._log.read_text()[-3000:]}")

    def kill(self) -> None:
        """Kill the processes that were started, all of them, now."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, 9)
        self._process.wait()

    def end(self) -> None:
        """End it in order."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_END)
            except subprocess.TimeoutExpired:
                self.kill()


@contextmanager
def serving(home: Path, port: int | None = None, **more: str) -> Iterator[Site]:
    """Serve the test's database until the block ends."""
    site = Site(home, port or free_port(), home / "serve.log", **more)
    try:
        site.wait()
        yield site
    finally:
        site.end()
