"""What the pages of this room share: the tabs, tables, the acts on things."""

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

WRITE, FUND, PUBLISH = "efforts.write", "efforts.fund", "efforts.publish"
MOST = 200


def covers(request: DeskRequest, place_id: int, act: str = WRITE) -> bool:
    """Whether the reader may do an act at a place."""
    return leave(request.user, act, request.grounds).covers([place_id])


def way(request: DeskRequest, label: str, name: str, act: str = WRITE) -> list[Link]:
    """Return the way to a form, where the reader may do its act anywhere."""
    if not leave(request.user, act, request.grounds):
        return []
    return [Link(label, reverse(f"efforts:{name}"))]


def frame(here: str) -> dict[str, Any]:
    """Return the tabs of the room, and where the page stands."""
    tabs = (
        ("tasks", _("5 nhiệm vụ")),
        ("pilots", _("Mô hình")),
        ("campaigns", _("Truyền thông")),
        ("proposals", _("Đề xuất chính sách")),
        ("partners", _("Người đóng góp")),
        ("fund", _("Quỹ Bảo trợ trẻ em")),
    )
    links = [Link(title, reverse(f"efforts:{name}"), name == here) for name, title in tabs]
    return {"tabs": links, "section": _("Nhiệm vụ, giải pháp")}


def crumbs(page: str, title: str, here: str) -> list[tuple[str, str | None]]:
    """Return the way to a page below a list."""
    return [(title, reverse(f"efforts:{page}")), (here, None)]


def table(
    key: str, caption: str, titles: Iterable[str], rows: list[list[Cell]], numeric: int = 0
) -> Table | None:
    """Return a table whose last ``numeric`` columns before the notes are numbers; None if empty."""
    words = list(titles)
    first = len(words) - 1 - numeric
    columns = [Column(one, numeric=first <= at < first + numeric) for at, one in enumerate(words)]
    return Table(key, caption, columns, rows) if rows else None


def simulated(thing: Any) -> str:
    """Say beside a record that the demonstration invented it."""
    return _("Mô phỏng") if thing.simulated else ""


class Writing(ActPage):
    """Write down one record of a list."""

    page = ""

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {"back": reverse(f"efforts:{self.page}")}


class OnThing(ActPage):
    """An act on one record: found by the address, within reach of the right declared."""

    model: type[Model]
    related: tuple[str, ...] = ("place",)
    page = ""
    thing: Any

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        rows = self.model._default_manager.select_related(*self.related)
        found = rows.filter(uuid=kwargs["uuid"]).first()
        if found is None or not self._reached(found):
            raise NotHere
        self.thing = found

    def context(self) -> dict[str, Any]:
        return {"title": f"{self.title}: {self.thing}", "back": self.back()}

    def back(self) -> str:
        """Return the page of the record."""
        return reverse(f"efforts:{self.page}", args=[self.thing.uuid])

    def _reached(self, thing: Any) -> bool:
        return self.request.leave.covers([thing.place_id])
