"""What the pages of this room share: tabs, ways on, tables, the acts on things."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest
from mangnon.access.sending import ActPage
from mangnon.ui.parts import Cell, Column, Link, Table
from mangnon.ui.templatetags.mangnon_ui import day

WRITE, GIVE = "steering.write", "duties.give"


def may(request: DeskRequest, act: str = WRITE) -> bool:
    """Whether the reader may do an act anywhere."""
    return bool(leave(request.user, act, request.grounds))


def covers(request: DeskRequest, place_id: int, act: str = WRITE) -> bool:
    """Whether the reader may do an act at a place."""
    return leave(request.user, act, request.grounds).covers([place_id])


def frame(here: str) -> dict[str, Any]:
    """Return the tabs of the room, and where the page stands."""
    tabs = (
        ("lines", _("Cơ quan")),
        ("committees", _("Ban chỉ đạo")),
        ("inspections", _("Kiểm tra")),
        ("reviews", _("Sơ kết, tổng kết")),
        ("commendations", _("Khen thưởng")),
    )
    links = [Link(title, reverse(f"steering:{name}"), name == here) for name, title in tabs]
    return {"tabs": links, "section": _("Chỉ đạo")}


def crumbs(page: str, title: str, here: str) -> list[tuple[str, str | None]]:
    """Return the way to a page below a list."""
    return [(title, reverse(f"steering:{page}")), (here, None)]


def table(key: str, caption: str, titles: Iterable[str], rows: list[list[Cell]]) -> Table | None:
    """Return a table; None where it has no rows."""
    return Table(key, caption, [Column(one) for one in titles], rows) if rows else None


def decided(decision: str, on: Any) -> str:
    """Write a decision: its number and its day."""
    return _("%(number)s ngày %(day)s") % {"number": decision, "day": day(on)}


def simulated(thing: Any) -> str:
    """Say beside a record that the demonstration invented it."""
    return _("Mô phỏng") if thing.simulated else ""


class OnThing(ActPage):
    """An act on one record: found by the address, within reach of the right declared."""

    model: type[Model]
    related: tuple[str, ...] = ()
    page = ""
    thing: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rows = self.model._default_manager.select_related(*self.related)
        found = rows.filter(uuid=kwargs["uuid"]).first()
        if found is None or not self.request.leave.covers([self.place_of(found)]):
            raise NotHere
        self.thing = found

    def place_of(self, thing: Any) -> int:
        """Return where the right is asked."""
        return int(thing.place_id)

    def context(self) -> dict[str, Any]:
        return {"title": f"{self.title}: {self.thing}", "back": self.back()}

    def back(self) -> str:
        """Return the page of the record."""
        return reverse(f"steering:{self.page}", args=[self.thing.uuid])
