"""Where I am signed in, and how to end that elsewhere."""

import time
from datetime import UTC, datetime
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mangnon.access.actions.sessions import end_session, end_sessions
from mangnon.access.doors import own_warrant
from mangnon.access.models import Session
from mangnon.access.rights import OWN
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sessions import SEEN, SINCE, SessionStore, hashed
from mangnon.access.signals import MACHINE, PLACE
from mangnon.clock import ZONE


class Shown(NamedTuple):
    """One line of the list."""

    uuid: str
    since: datetime | None
    seen: datetime | None
    machine: str
    place: str
    here: bool


@private(OWN)
@require_http_methods(["GET", "POST"])
def page(request: DeskRequest) -> HttpResponse:
    """List where the person is signed in; end one session, or all others."""
    here = hashed(request.session.session_key or "")
    if request.method == "POST":
        return _ended(request, here)
    live = Session.objects.filter(user=request.user, expire_date__gt=_now())
    lines = sorted((_shown(one, here) for one in live), key=lambda line: not line.here)
    return render(request, "access/sessions.html", {"sessions": lines})


def _ended(request: DeskRequest, here: str) -> HttpResponse:
    warrant = own_warrant(request.user, "account.end_session")
    which = request.POST.get("session", "")
    if which == "others":
        end_sessions(request.user, warrant=warrant, keep=here)
    else:
        end_session(request.user, which, warrant=warrant)
    messages.success(request, _("Đã đăng xuất ở nơi đã chọn."))
    return redirect("sessions")


def _now() -> datetime:
    return datetime.fromtimestamp(time.time(), UTC)


def _shown(session: Session, here: str) -> Shown:
    """Open one of the person's own sessions and say where it is."""
    held = SessionStore.opened(session)
    return Shown(
        uuid=str(session.uuid),
        since=_moment(held.get(SINCE)),
        seen=_moment(held.get(SEEN)),
        machine=held.get(MACHINE, "") or _("Không rõ máy"),
        place=held.get(PLACE, "") or _("không rõ"),
        here=session.session_key == here,
    )


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, ZONE) if seconds else None
