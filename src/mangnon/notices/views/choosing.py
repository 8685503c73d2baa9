"""What I receive: each kind stopped or resumed at the desk, or stopped by the link of a letter."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from mangnon.access.doors import own_warrant
from mangnon.access.rights import OPEN
from mangnon.access.routes import DeskRequest, private
from mangnon.notices import tokens
from mangnon.notices.actions import resume, stop
from mangnon.notices.actions.choosing import RESUME, STOP
from mangnon.notices.errors import BadLink
from mangnon.notices.kinds import WHEN, Kind
from mangnon.notices.models import Stop
from mangnon.ui.templatetags.mangnon_ui import page_language

NOT_FOUND = 404


@private("duties.see")
@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """Show each kind with its rule, whether it comes, and where letters go; stop or resume one."""
    if request.method == "POST":
        return _chosen(request)
    stopped = set(Stop.objects.filter(user=request.user).values_list("kind", flat=True))
    context = {
        "kinds": [(str(one), one.label, WHEN[one], one not in stopped) for one in Kind],
        "mail": settings.MAIL_WORKS,
        "days": settings.ESCALATE_AFTER,
        "crumbs": [(_("Nhắc việc"), reverse("notices:list")), (_("Chọn loại lời nhắc"), None)],
    }
    return render(request, "notices/choose.html", context)


def _chosen(request: DeskRequest) -> HttpResponse:
    user = request.user
    try:
        if kind := request.POST.get("stop", ""):
            stop(user, [kind], warrant=own_warrant(user, STOP))
            messages.success(request, _("Từ nay bạn không nhận loại này nữa."))
        else:
            resume(user, [request.POST.get("resume", "")], warrant=own_warrant(user, RESUME))
            messages.success(request, _("Từ nay bạn lại nhận loại này."))
    except BadLink as error:
        messages.error(request, error.sentence.in_language(page_language()))
    return redirect("notices:choose")


@private(OPEN)
@csrf_exempt  # the signature in the address is the leave; a mail program sends no other
@require_http_methods(["GET", "POST"])
def stop_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Ask, then stop what the link names. Opening it alone stops nothing: programs open links."""
    try:
        wanted = tokens.read(token)
    except BadLink as error:
        return render(request, "notices/stop.html", {"wrong": error.sentence}, status=NOT_FOUND)
    done = request.method == "POST"
    if done:
        stop(wanted.user, wanted.kinds, warrant=own_warrant(wanted.user, STOP, "letter"))
    with translation.override(wanted.user.language):
        return render(request, "notices/stop.html", _asked(wanted, done))


def _asked(wanted: tokens.Wanted, done: bool) -> dict[str, Any]:
    kinds = [str(Kind(one).label) for one in wanted.kinds]
    return {"kinds": kinds, "done": done, "lang": wanted.user.language}
