"""The list of the children within reach: page by page, filtered, each page one entry."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.register.models import Child
from mangnon.register.roster import Cursor, Page, roster
from mangnon.register.showing.asked import ListForm
from mangnon.register.showing.rows import Row, rows_of
from mangnon.register.showing.where import Where, where
from mangnon.register.showing.words import counted
from mangnon.register.views.reading.kept import kept_by
from mangnon.register.views.reading.rights import also, holds

SIZE = 50
UNPROCESSABLE = 422


@private("register.list")
def page(request: DeskRequest) -> HttpResponse:
    """Show one page of the list; htmx asks for its rows only."""
    here = where(request.leave, request.GET.get("noi", ""))
    form = asked_of(request, here)
    context: dict[str, Any] = {"form": form, "where": here}
    status = 200
    if form.is_valid():
        context |= _turned(request, here, form)
    else:
        status = UNPROCESSABLE
    if request.htmx and not request.htmx.history_restore_request:
        return render(request, "register/list_rows.html", context, status=status)
    context |= {
        "crumbs": here.crumbs(_("Trẻ em")),
        "kept": kept_by(request),
        "leads": _leads(request),
    }
    return render(request, "register/list.html", context, status=status)


def asked_of(request: DeskRequest, here: Where) -> ListForm:
    """Return the filters of an address; what it does not name is as at first."""
    data = request.GET.dict()
    return ListForm(data, where=here, reads=also(request, "register.read").places)


def _turned(request: DeskRequest, here: Where, form: ListForm) -> dict[str, Any]:
    """Turn to the page asked for, and leave its entry before anything is shown."""
    found = roster().page(
        here.scope, form.filters(), sort=form.order(), after=_cursor(request), size=SIZE
    )
    rows = rows_of(found.ids, reads=also(request, "register.read").places)
    _leave_entry(request, here, form, rows, found.first)
    asked = form.asked()
    return {
        "rows": rows,
        "count": counted(found.count),
        "more": found.count.more,
        "first": found.first,
        "last": found.first + len(rows) - 1,
        "next": _next(asked, found),
        "start": _address(asked) if found.first > 1 else "",
        "asked": asked,
        "query": urlencode(asked),
        "opens": holds(request, "register.read"),
        "weighs": holds(request, "register.measure"),
        "may_export": holds(request, "register.export"),
    }


def _leave_entry(
    request: DeskRequest, here: Where, form: ListForm, rows: list[Row], first: int
) -> None:
    read(
        request.leave.warrant(),
        "register.list",
        subjects=[f"register.child:{row.uuid}" for row in rows],
        place_code=here.key,
        data={"filters": form.asked(), "first": first},
    )


def _cursor(request: DeskRequest) -> Cursor | None:
    """Read where the last page ended; an address that says it wrongly begins at the beginning."""
    try:
        uuid, position = UUID(request.GET.get("sau", "")), int(request.GET.get("thu", ""))
    except ValueError:
        return None
    child = Child.objects.filter(uuid=uuid).values_list("pk", flat=True).first()
    return None if position < 0 else Cursor(child or 0, position)


def _next(asked: dict[str, str], found: Page) -> str:
    if found.after is None:
        return ""
    uuid = Child.objects.values_list("uuid", flat=True).get(pk=found.after.child)
    return _address(asked | {"sau": str(uuid), "thu": str(found.after.position)})


def _leads(request: DeskRequest) -> list[tuple[str, str]]:
    """Return what else may be done with the register: words and address, by right."""
    ways = (
        ("register.write", _("Thêm một trẻ"), "register:enter"),
        ("register.ask", _("Tiếp nhận trẻ chuyển đến"), "register:receive"),
        ("register.release", _("Yêu cầu chuyển hồ sơ"), "register:transfers"),
        ("register.vital", _("Ghi một trẻ mới sinh"), "register:birth"),
        ("register.write", _("Trẻ của xã chia tách"), "register:heirs"),
    )
    return [(words, reverse(page)) for act, words, page in ways if holds(request, act)]


def _address(words: dict[str, str]) -> str:
    query = urlencode(words)
    return reverse("register:list") + (f"?{query}" if query else "")
