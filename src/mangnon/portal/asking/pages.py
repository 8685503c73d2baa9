"""The page of a public form: shown, guarded, taken once."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from mangnon.access.doors import system_warrant
from mangnon.legislation.actions.posting import lay_in, take_in_here
from mangnon.legislation.marks import message_key
from mangnon.portal.asking.errors import BadForm
from mangnon.portal.asking.guarding import demand_from_here
from mangnon.portal.asking.limits import demand_room
from mangnon.portal.asking.nonces import FIELD, fresh_nonce, sender_of
from mangnon.ui.forms import Form

_FAULTY = 422
Context = Mapping[str, Any]


def asked(
    request: HttpRequest, make: Callable[..., Form], context: Context,
    take: Callable[[Form, UUID], None],
) -> HttpResponse:  # fmt: skip
    """Show a form; sent, hold it against the rules and take it once."""
    if request.method != "POST":
        return _shown(request, make(), context)
    form = make(request.POST)
    if not form.is_valid():
        return _shown(request, form, context, _FAULTY)
    try:
        demand_from_here(request)
        key = sender_of(request)
        demand_room(request)
    except BadForm as error:
        form.refuse(error)
        return _shown(request, form, context, _FAULTY)
    take(form, key)
    return render(request, "portal/asked.html", {**context, "done": True})


def post(kind: str, told: Mapping[str, str], *known_by: str) -> None:
    """Lay what was sent in the box, once, and have it taken out where this process may."""
    lay_in(kind, told, key=message_key(kind, *known_by))
    take_in_here(warrant=system_warrant("library post"))


def _shown(request: HttpRequest, form: Form, context: Context, status: int = 200) -> HttpResponse:
    words = {**context, "form": form, "once_field": FIELD, "once": fresh_nonce(request)}
    return render(request, "portal/asked.html", words, status=status)
