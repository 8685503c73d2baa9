"""A real Firefox, driven by its own protocol (Marionette): lengths and JSON over a socket.

Standard library only, because one browser more should not bring one package more.
"""

import json
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any

NAMES = ("firefox-esr", "firefox")
STARTS_WITHIN = 60.0
ANSWERS_WITHIN = 60.0
# Its window has a least width of its own, wider than a telephone.
_NARROW = "*, :root { min-width: 0 !important; }"


class FirefoxError(Exception):
    """Firefox refused a command."""


def free_port() -> int:
    """Ask the system for a port."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def installed() -> str:
    """Return the path of Firefox, or say how to get it."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise FirefoxError("Firefox is not installed; run: python3 scripts/prepare.py long")
    return found


class Firefox:
    """One browser with a fresh profile in ``folder``; ``close`` ends it."""

    def __init__(self, folder: Path, dark: bool = False) -> None:
        port = free_port()
        prefs = {
            "marionette.port": port,
            "datareporting.policy.dataSubmissionEnabled": False,
            "layout.css.prefers-color-scheme.content-override": 0 if dark else 1,
            "toolkit.legacyUserProfileCustomizations.stylesheets": True,
        }
        (folder / "chrome").mkdir()
        (folder / "chrome" / "userChrome.css").write_text(_NARROW, encoding="utf-8")
        lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in prefs.items()]
        (folder / "user.js").write_text("\n".join(lines), encoding="utf-8")
        words = [installed(), "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        self.process = subprocess.Popen(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_home(folder)
        )
        self.number = 0
        self.socket = self._reach(port)
        self.buffer = b""
        self._read()  # it greets first
        self.ask("WebDriver:NewSession", capabilities={})

    def _reach(self, port: int) -> socket.socket:
        end = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                return socket.create_connection(("127.0.0.1", port), ANSWERS_WITHIN)
            except OSError:
                if time.monotonic() > end or self.process.poll() is not None:
                    self.process.kill()
                    raise FirefoxError("Firefox did not start") from None
                time.sleep(0.2)

    def _read(self) -> Any:
        """Read one message: its length in bytes, a colon, JSON."""
        while b":" not in self.buffer:
            self._more()
        length, _, rest = self.buffer.partition(b":")
        self.buffer = rest
        while len(self.buffer) < int(length):
            self._more()
        text, self.buffer = self.buffer[: int(length)], self.buffer[int(length) :]
        return json.loads(text)

    def _more(self) -> None:
        piece = self.socket.recv(65_536)
        if not piece:
            raise FirefoxError("Firefox hung up")
        self.buffer += piece

    def ask(self, command: str, **values: Any) -> Any:
        """Send a command and return its answer."""
        self.number += 1
        text = json.dumps([0, self.number, command, values]).encode()
        self.socket.sendall(b"%d:%s" % (len(text), text))
        _, _, error, answer = self._read()
        if error:
            raise FirefoxError(f"{command}: {error['message']}")
        return answer

    def open(self, address: str) -> None:
        """Go to a page and wait until it is there."""
        self.ask("WebDriver:Navigate", url=address)

    def run(self, script: str, *args: Any) -> Any:
        """Run a script's body in the page; what it returns."""
        return self.ask("WebDriver:ExecuteScript", script=script, args=list(args))["value"]

    def narrow(self, width: int) -> None:
        """Make the window this wide; Firefox has a least width of its own."""
        self.ask("WebDriver:SetWindowRect", width=width, height=900)

    def close(self) -> None:
        """End the browser."""
        try:
            self.ask("Marionette:Quit", flags=["eForceQuit"])
        finally:
            self.socket.close()
            self.process.wait(timeout=30)


def _home(folder: Path) -> dict[str, str]:
    """Give Firefox a home of its own, so that it touches nobody's."""
    import os

    return {**os.environ, "HOME": str(folder), "MOZ_HEADLESS": "1"}
