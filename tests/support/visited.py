"""A real ``mangnon serve`` and a real nginx on loopback, and people and robots who visit them."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psutil

MANGNON = (sys.executable, "-c", "from mangnon.cli import main; main()")
BROWSER = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36 Zalo"
ROBOTS = (
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)",
    *("curl/8.0", "python-requests/2.31", ""),
)
# Seconds within which a server answers, and ends; a busy machine is no defect.
START, END = 180, 120
# What is no view: method, address, headers beside the browser's own.
NO_VIEWS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("HEAD", "/", {}),
    ("GET", "/", {"Sec-Purpose": "prefetch;prerender"}),
    ("GET", "/", {"X-Moz": "prefetch"}),
    ("GET", "/khong-co-trang-nay/", {}),
    ("GET", "/luot-xem.svg", {}),
    ("GET", "/desk/tai-khoan/dang-nhap/", {}),
    *(("GET", "/", {"User-Agent": robot}) for robot in ROBOTS),
)


def ask(port: int, method: str, path: str, headers: dict[str, str]) -> tuple[int, str]:
    """Ask once, as a browser unless another name is given; return status and content."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, headers={"User-Agent": BROWSER, **headers})
        answer = connection.getresponse()
        return answer.status, answer.read().decode("utf-8", "replace")
    finally:
        connection.close()


def visit(port: int, paths: Sequence[str], *, among: bool = True) -> None:
    """View pages, eight at a time; ``among`` them are robots and all that is no view."""
    asked = [("GET", path, {}) for path in paths] + (list(NO_VIEWS) * 3 if among else [])
    asked.sort(key=lambda one: hash((one[0], one[1], str(one[2]))))
    with ThreadPoolExecutor(8) as people:
        answers = list(people.map(lambda one: ask(port, *one), asked))
    statuses = {
        answer[0] for one, answer in zip(asked, answers, strict=True) if one[0] == "GET"
        and one[1] in paths
    }  # fmt: skip
    assert statuses == {200}


def wait_for(answer: Callable[[], object], wanted: object, seconds: float) -> None:
    """Wait until something is as it should be; fail with what it was."""
    until = time.monotonic() + seconds
    while (found := answer()) != wanted and time.monotonic() < until:
        time.sleep(0.25)
    assert found == wanted


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    try:
        return ask(port, "HEAD", "/", {})[0] == 200
    except OSError:
        return False


@contextmanager
def serving(environment: dict[str, str]) -> Iterator[tuple[int, psutil.Process]]:
    """Serve by two processes until the block ends, which ends them in good order."""
    port = free_port()
    words = (*MANGNON, "serve", "--port", str(port), "--workers", "2")
    site = psutil.Popen(words, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(lambda: answers(port), True, START)
        yield port, site
    finally:
        site.terminate()
        site.wait(END)


def workers(site: psutil.Process) -> list[psutil.Process]:
    """Return the web processes: those that listen, as their master does."""
    return [one for one in site.children() if "seal" not in one.cmdline()]


_CONFIGURATION = """
{user}
worker_processes 2;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    include {folder}/visits.conf;
    types {{ text/html html; image/svg+xml svg; }}
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fast; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    access_log off;
    server {{
        listen 127.0.0.1:{port};
        root {folder}/pages;
        access_log {folder}/visits.log mangnon_visits;
    }}
}}
"""
PAGES = ("index.html", "en/index.html", "chi-so/index.html", "luot-xem.svg",
         "desk/tai-khoan/dang-nhap/index.html")  # fmt: skip


@contextmanager
def nginx(folder: Path, settings: str) -> Iterator[int]:
    """Let a real nginx show a few pages, with what ``mangnon visits nginx`` printed."""
    port = free_port()
    for page in PAGES:
        (folder / "pages" / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / "pages" / page).write_text("<!doctype html><title>Mẫu</title>", "utf-8")
    (folder / "visits.conf").write_text(settings, "utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    written = _CONFIGURATION.format(folder=folder, port=port, user=user)
    (folder / "nginx.conf").write_text(written, "utf-8")
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    running = subprocess.Popen(
        [str(program), "-c", folder / "nginx.conf", "-e", folder / "error.log", "-g", "daemon off;"]
    )
    try:
        wait_for(lambda: answers(port), True, START)
        yield port
    finally:
        running.terminate()
        running.wait(END)


def rotate(folder: Path) -> None:
    """Rename the log as logrotate does, then have nginx open it anew."""
    log = folder / "visits.log"
    log.rename(folder / "visits.log.1")
    log.touch()
    os.kill(int((folder / "pid").read_text()), signal.SIGUSR1)
