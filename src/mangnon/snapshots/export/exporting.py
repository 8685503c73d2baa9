"""Walking through the public site from its first pages, and writing each address as a file.

What is being made lies in ``making`` until it is whole; an export that was broken off goes on
there the same day. Then ``current`` is turned to it at once, and the one before goes.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings

from mangnon import clock
from mangnon.snapshots.addresses import is_file_name
from mangnon.snapshots.edition import edition
from mangnon.snapshots.export.asking import Answer, Application, ask
from mangnon.snapshots.export.links import links
from mangnon.snapshots.export.stamp import leading_on, stamped
from mangnon.text.sentence import Sentence

Report = Callable[[Sentence, int, int], None]
FIRST = ("/", "/en/", "/sitemap.xml", "/rss.xml", "/robots.txt")
_STEP = Sentence("Lưu trang tĩnh", "Saving the static copy")
_FILES = (".csv", ".xlsx", ".json")
_KINDS = {".html": "text/html", ".css": "text/css", ".xml": "application/xml"}


@dataclass
class Exported:
    """What an export wrote, and which links of the site lead nowhere."""

    folder: Path
    files: int = 0
    kept: int = 0  # of them, made by an export that was broken off
    dead: list[str] = field(default_factory=list)


def export_site(
    folder: Path,
    application: Application,
    progress: Report = lambda step, done, total: None,
    *,
    pages_only: bool = False,
) -> Exported:
    """Write the whole public site below a folder; ``folder/current`` is then the new copy.

    ``pages_only`` leaves out the files of figures that pages offer.
    """
    day = clock.today()
    making = _begin(folder, day)
    done = Exported(making)
    walk = _Walk(application, making, day, done)
    waiting, met = list(FIRST), set(FIRST)
    while waiting:
        address = waiting.pop(0)
        for found in sorted(walk.write(address) - met):
            met.add(found)
            if not (pages_only and found.endswith(_FILES)):
                waiting.append(found)
        progress(_STEP, len(met) - len(waiting), len(met))
    done.folder = _turn(folder, making, day)
    return done


class _Walk:
    """One walk through the site."""

    def __init__(self, application: Application, making: Path, day: date, done: Exported) -> None:
        self._application, self._making, self._day, self._done = application, making, day, done
        hosts = (one.lstrip(".*") for one in settings.ALLOWED_HOSTS)
        self._hosts = frozenset({"localhost", *(one for one in hosts if one)})

    def write(self, address: str) -> set[str]:
        """Write what an address answers; return what it leads to."""
        target = self._target(address)
        if target is None:
            return set()
        if target.is_file():  # made before this export was broken off
            self._done.files += 1
            self._done.kept += 1
            return self._leads_to(target, target.read_bytes(), address)
        start = settings.STATIC_URL
        if start not in ("", "/") and address.startswith(start):
            source = Path(settings.STATIC_ROOT) / unquote(address).removeprefix(start)
            return self._copy(source, target, address)
        return self._ask(address, target)

    def _ask(self, address: str, target: Path) -> set[str]:
        answer = ask(self._application, address)
        if answer.status in (301, 302, 307, 308):
            to = answer.headers["location"]
            self._write(target, leading_on(to))
            return links("text/html", leading_on(to), address, self._hosts)
        if answer.status != 200:
            if address not in FIRST:
                self._done.dead.append(address)
            return set()
        if "no-store" in answer.headers.get("cache-control", ""):
            return set()  # a form: nobody could take what is sent from a copy
        self._write(target, self._as_kept(answer))
        return links(answer.kind, answer.body, address, self._hosts)

    def _as_kept(self, answer: Answer) -> bytes:
        return stamped(answer.body, self._day) if answer.kind == "text/html" else answer.body

    def _copy(self, source: Path, target: Path, address: str) -> set[str]:
        if not source.is_file():
            self._done.dead.append(address)
            return set()
        body = source.read_bytes()
        self._write(target, body)
        return self._leads_to(target, body, address)

    def _leads_to(self, target: Path, body: bytes, address: str) -> set[str]:
        return links(_KINDS.get(target.suffix, ""), body, address, self._hosts)

    def _write(self, target: Path, body: bytes) -> None:
        """Write a file whole, so that a walk that is broken off leaves no half of one."""
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.part")
        part.write_bytes(body)
        part.replace(target)
        self._done.files += 1

    def _target(self, address: str) -> Path | None:
        """Return the file of an address; None where it has none in a static site."""
        path = unquote(address)
        if path.startswith("/desk/") or not is_file_name(path):
            return None
        return self._making / f"{path[1:]}{'index.html' if path.endswith('/') else ''}"


def _begin(folder: Path, day: date) -> Path:
    """Go on where the same day's export of the same program was broken off, else begin anew."""
    making, mark = folder / "making", folder / "making.json"
    wanted = {"day": day.isoformat(), "edition": edition()}
    if not (mark.exists() and json.loads(mark.read_text(encoding="utf-8")) == wanted):
        shutil.rmtree(making, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
        mark.write_text(json.dumps(wanted), encoding="utf-8")
    making.mkdir(exist_ok=True)
    return making


def _turn(folder: Path, making: Path, day: date) -> Path:
    """Let ``current`` name the new copy, at once; remove older ones."""
    copies = {path for path in folder.glob("copy-*") if path.is_dir()}
    number = 1 + max((int(path.name.rpartition("-")[2]) for path in copies), default=0)
    made = folder / f"copy-{day.isoformat()}-{number}"
    (folder / "making.json").unlink()
    making.rename(made)
    link = folder / "next"
    link.unlink(missing_ok=True)
    link.symlink_to(made.name)
    link.replace(folder / "current")
    for old in copies:
        shutil.rmtree(old, ignore_errors=True)
    return made
