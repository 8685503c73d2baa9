"""One officer of a load: a step every five seconds, a third of them save something.

Import it only in the process that drives: locust changes sockets and threads as it is imported.
"""

import json
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import gevent
from locust import FastHttpUser, constant_pacing, task

from bench.load_browser import Browser, Unexpected, form_of, held

PACE = 5.0  # seconds from one step of an officer to her next
# What an officer does in twelve steps, in any order. The last three save.
STEPS = (
    *("home", "list", "list", "next_page", "search", "search", "file", "growth"),
    *("weigh", "weigh", "begin", "row"),
)
DESK, REGISTER = "/desk/", "/desk/tre-em/"
_NEXT = re.compile(r'href="([^"]+)" rel="next"')
_GROUP = re.compile(r'name="group" value="(\d+)"')
_ROW = re.compile(r'<li id="r([^"]+)".*?</li>', re.DOTALL)
ROWS_A_PAGE = 5  # rows typed before the page of a weigh day is opened again


class Officer(FastHttpUser):
    """Works at her commune's post; ``done`` collects steps, ``saves`` what was confirmed."""

    wait_time = constant_pacing(PACE)
    posts: ClassVar[list[dict[str, Any]]]
    saves: ClassVar[Any]  # a file: one line for each save that was answered as done
    done: ClassVar[list[tuple[str, float, float]]] = []  # kind, when it began, seconds
    _come: ClassVar[Iterator[int]]

    @classmethod
    def prepare(cls, posts: Path, saves: Path, host: str) -> int:
        """Read the posts; give how many there are."""
        cls.posts = json.loads(posts.read_text(encoding="utf-8"))
        cls.saves = saves.open("a", encoding="utf-8", buffering=1)
        cls.host = host
        cls._come = iter(range(len(cls.posts)))
        return len(cls.posts)

    def on_start(self) -> None:
        number = next(self._come)
        self._post = self.posts[number]
        self._chance = random.Random(number)
        self._browser = Browser(self.client, self._post["cookies"])
        self._deck: list[str] = []
        self._next = ""
        self._page = ""
        self._rows: list[str] = []
        self._typed = 0
        gevent.sleep(PACE * number / len(self.posts))

    @task
    def step(self) -> None:
        """Do the next step, whatever it comes to."""
        if not self._deck:
            self._deck = self._chance.sample(STEPS, len(STEPS))
        kind = self._deck.pop()
        began = time.time()
        try:
            getattr(self, f"_{kind}")()
        except Unexpected:
            return  # it is among the errors
        self.done.append((kind, began, time.time() - began))

    def _home(self) -> None:
        self._page = self._browser.open("home", DESK)

    def _list(self) -> None:
        asked = self._chance.choice(("", "?xep=youngest", "?gioi=f", "?tuoi_tu=0&tuoi_den=4"))
        self._turned(self._browser.open("list", f"{REGISTER}{asked}"))

    def _next_page(self) -> None:
        if self._next:
            self._turned(self._browser.open("next page", self._next))
        else:
            self._list()

    def _turned(self, page: str) -> None:
        onward = _NEXT.search(page)
        self._next = onward.group(1).replace("&amp;", "&") if onward else ""
        self._page = page

    def _search(self) -> None:
        """Type a name without accents into the box of whatever page is open."""
        if not self._page:
            self._home()
        fields = {**form_of(self._page, "q"), "q": self._chance.choice(self._post["typed"])}
        _, results = self._browser.send("search: send", f"{REGISTER}tim/", fields)
        page = self._browser.open("search: results", results)
        self._demand('class="rows people"' in page, "search: results", "nobody was found")
        self._page = page

    def _file(self) -> None:
        self._open_file("file", self._chance.choice(self._post["opened"]))

    def _growth(self) -> None:
        """Open the file of a child who was weighed: its curves are drawn in it."""
        page = self._open_file("growth", self._chance.choice(self._post["grown"]))
        self._demand("<svg" in page, "growth", "no curve is drawn")

    def _open_file(self, kind: str, uuid: str) -> str:
        """Open a file; say why where that is asked."""
        address = f"{REGISTER}{uuid}/"
        page = self._browser.open(kind, address)
        if 'name="purpose"' in page:
            fields = {**form_of(page, "purpose"), "purpose": "care", "words": ""}
            _, onward = self._browser.send("purpose: send", address, fields)
            page = self._browser.open(kind, onward)
        return page

    def _weigh(self) -> None:
        """Record a weighing; where the figures are asked once more, confirm them."""
        if not self._post["weighed"]:
            return self._begin()
        uuid, height = self._post["weighed"].pop()
        address = f"{REGISTER}{uuid}/can-do/"
        fields = form_of(self._browser.open("weigh: form", address), "sending")
        fields |= {"weight_kg": "10,4", "oedema": "on", "length_cm": _decimal(height)}
        status, answer = self._browser.send("weigh: save", address, fields, statuses=(302, 422))
        if status == 422:
            self._demand('name="confirmed"' in answer, "weigh: save", answer)
            fields |= {**form_of(answer, "sending"), "confirmed": "on"}
            _, answer = self._browser.send("weigh: confirm", address, fields)
        self._saved("weigh", child=uuid)
        self._browser.open("weigh: done", answer)
        return None

    def _begin(self) -> None:
        """Record that a child entered a group of special circumstances."""
        if not self._post["begun"]:
            return self._row()
        uuid = self._post["begun"].pop()
        address = f"{REGISTER}{uuid}/hoan-canh/"
        page = self._browser.open("circumstance: form", address)
        group = self._chance.choice(_GROUP.findall(page))
        fields = form_of(page, "sending")
        fields |= {"group": group, "valid_from": "31/12/2023"}
        _, onward = self._browser.send("circumstance: save", address, fields)
        self._saved("begin", child=uuid, group=int(group))
        self._browser.open("circumstance: done", onward)
        return None

    def _row(self) -> None:
        """Type one row of the commune's weigh day, as the page's script sends it."""
        address = f"{REGISTER}can-do/{self._post['weighday']}/"
        if not self._rows:
            page = self._browser.open("weigh day", address)
            self._fixed = form_of(page, "sending")
            rows = [found.group(0) for found in _ROW.finditer(page)]
            self._rows = self._chance.sample(rows, min(ROWS_A_PAGE, len(rows)))
        fields = held(self._rows.pop())
        row, self._typed = fields["row"], self._typed + 1
        weight, seen = _decimal(9 + self._typed / 10), int(fields[f"s{row}"])
        sent = {**self._fixed, **fields, f"w{row}": weight, f"l{row}": "", f"p{row}": "h"}
        _, answer = self._browser.send(
            "row: save", address, sent, statuses=(200,), piece=True
        )  # fmt: skip
        kept = held(answer).get(f"s{row}") == str(seen + 1)
        self._demand(kept, "row: save", answer)
        day = self._post["weighday"]
        self._saved("row", weighday=day, row=row, version=seen + 1, weight=weight)

    def _saved(self, kind: str, **what: Any) -> None:
        """Note what the site said is saved, before anything else is asked."""
        self.saves.write(json.dumps({"kind": kind, **what}) + "\n")

    def _demand(self, holds: bool, kind: str, said: str) -> None:
        """Count an answer as an error that has the right status and says something else."""
        if not holds:
            self.environment.events.request.fire(
                request_type="", name=kind, response_time=0, response_length=0, context={},
                exception=Unexpected(said[-200:]),
            )  # fmt: skip
            raise Unexpected(kind)


def _decimal(number: float | None) -> str:
    """Write a number as officers do; nothing for none."""
    return "" if number is None else f"{number:.1f}".replace(".", ",")
