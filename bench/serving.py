"""The real site for a run: ``mangnon serve`` on loopback, and what its processes take."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

from bench.children import ROOT

_RUN = "from mangnon.cli import main; main()"
_SIGN_IN = "/desk/tai-khoan/dang-nhap/"
START, END = 60, 40  # seconds within which it answers, and within which it ends
EVERY = 0.5  # seconds between two looks at its processes


class SiteFailed(Exception):
    """The site did not begin to answer, or ended by itself."""


class Site:
    """A running site: its address, how long it took to answer, what its processes hold."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.first_answer = 0.0
        self._process = process
        self._log = log
        self._most: dict[str, float] = {}
        self._names: dict[int, str] = {}
        self._cpu: dict[int, float] = {}
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._watched, daemon=True)

    def wait(self) -> None:
        """Wait until the first page is answered, then watch the processes."""
        began = time.perf_counter()
        while time.perf_counter() - began < START:
            if self._process.poll() is not None:
                raise SiteFailed("\n".join(self.errors()[-5:]))
            try:
                urllib.request.urlopen(self.address + _SIGN_IN, timeout=START).close()
            except urllib.error.HTTPError as error:
                raise SiteFailed(f"{_SIGN_IN} answered {error.code}") from None
            except OSError:
                time.sleep(0.1)
                continue
            self.first_answer = time.perf_counter() - began
            self._watch.start()
            return
        raise SiteFailed(f"no answer within {START} s")

    def end(self) -> None:
        """End what was started, and nothing else."""
        self._over.set()
        self._process.terminate()
        try:
            self._process.wait(END)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def errors(self) -> list[str]:
        """Give what the site said while it ran, line by line; it says nothing where all is well."""
        return self._log.read_text(encoding="utf-8", errors="replace").splitlines()

    def figures(self) -> dict[str, Any]:
        """Give the most memory of each process (resident, MB) and the processor time of all."""
        return {
            "first_answer_seconds": round(self.first_answer, 2),
            "most_memory_mb": {name: round(most) for name, most in sorted(self._most.items())},
            "cpu_seconds": round(sum(self._cpu.values()), 1),
        }

    def _watched(self) -> None:
        while not self._over.wait(EVERY):
            try:
                me = psutil.Process(self._process.pid)
                self._noted([me, *me.children(recursive=True)])
            except psutil.NoSuchProcess:
                continue

    def _noted(self, processes: list[psutil.Process]) -> None:
        for one in processes:
            with one.oneshot():
                name = self._named(one)
                held = one.memory_info().rss / 1e6
                spent = one.cpu_times()
            self._most[name] = max(self._most.get(name, 0.0), held)
            self._cpu[one.pid] = spent.user + spent.system

    def _named(self, one: psutil.Process) -> str:
        """Name a process by what it does; web processes are numbered as they came."""
        if one.pid not in self._names:
            web = sum(name.startswith("web") for name in self._names.values())
            kind = f"web {web + 1}"
            if one.pid == self._process.pid:
                kind = "master"
            elif "seal" in one.cmdline():
                kind = "sealer"
            elif one.ppid() != self._process.pid:
                kind = "helper"
            self._names[one.pid] = kind
        return self._names[one.pid]


@contextmanager
def serving(home: Path, environment: dict[str, str]) -> Iterator[Site]:
    """Serve an installation as ``mangnon serve`` does, until the block ends."""
    port, log = _free_port(), home / "serve.log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", _RUN, "serve", "--port", str(port)],
            cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=said,
        )  # fmt: skip
        site = Site(process, port, log)
        try:
            site.wait()
            yield site
        finally:
            site.end()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
