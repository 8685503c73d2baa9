"""My reminders: what, until when, why; and the marks of what was read."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mangnon.access.doors import own_warrant
from mangnon.access.routes import DeskRequest, private
from mangnon.notices.actions import mark_read
from mangnon.notices.actions.reading import READ
from mangnon.notices.queries import mine
from mangnon.notices.showing import RELATED, line

SIZE = 50


@private("duties.see")
@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """List the person's reminders, the newest first; mark one or all as read."""
    if request.method == "POST":
        return _marked(request)
    rows = mine(request.leave).select_related(*RELATED)
    shown = Paginator(rows, SIZE).get_page(request.GET.get("trang"))
    context = {
        "lines": [line(one) for one in shown],
        "newer": f"?trang={shown.previous_page_number()}" if shown.has_previous() else "",
        "older": f"?trang={shown.next_page_number()}" if shown.has_next() else "",
        "crumbs": [(_("Nhắc việc"), None)],
    }
    return render(request, "notices/list.html", context)


def _marked(request: DeskRequest) -> HttpResponse:
    which = request.POST.get("notice", "")
    warrant = own_warrant(request.user, READ)
    if which == "all":
        mark_read(request.user, warrant=warrant)
        messages.success(request, _("Đã đánh dấu mọi lời nhắc là đã đọc."))
    elif _is_uuid(which):
        mark_read(request.user, which, warrant=warrant)
    return redirect("notices:list")


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
