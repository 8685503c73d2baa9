"""The lists behind three cards of home: services that are due, papers and follow-ups that wait."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.register import identity
from mangnon.register.access import token_of
from mangnon.register.actions.changes import subject_of
from mangnon.register.models import Child
from mangnon.register.showing.where import where
from mangnon.register.showing.work import promised, to_follow_up, without_evidence

MOST = 200
Waiting = Sequence[tuple[Child, dict[str, Any]]]  # of which child, and what the page says of it


@private("register.support")
def due(request: DeskRequest) -> HttpResponse:
    """Show whose services are due, the longest overdue first."""
    related = ("kind", "plan__child__data_key", "plan__child__home")
    found = [
        (
            one.plan.child,
            {"kind": one.kind, "due": one.due_on, "late": one.due_on < clock.today()},
        )
        for one in promised(request.leave).select_related(*related)[:MOST]
    ]
    return _shown(request, "register.due", _("Dịch vụ đến hạn"), found)


@private("register.support")
def unfounded(request: DeskRequest) -> HttpResponse:
    """Show whose circumstances wait for a paper, the longest open first."""
    related = ("group", "child__data_key", "child__home")
    found = [
        (
            one.child,
            {"token": token_of(one, one.child), "group": one.group, "since": one.valid_from},
        )
        for one in without_evidence(request.leave).select_related(*related)[:MOST]
    ]
    return _shown(request, "register.without_evidence", _("Chưa có giấy tờ"), found)


@private("register.support")
def follow_ups(request: DeskRequest) -> HttpResponse:
    """Show whose reintegration is to be followed up, the longest ago first."""
    related = ("child__data_key", "child__home")
    found = [
        (one.child, {"token": token_of(one, one.child), "reached": one.reached_on})
        for one in to_follow_up(request.leave).select_related(*related)[:MOST]
    ]
    return _shown(request, "register.follow_ups", _("Chờ theo dõi lại"), found)


def _shown(request: DeskRequest, reading: str, title: str, found: Waiting) -> HttpResponse:
    """Leave the entry of the names that are shown, then show them by the template of its name."""
    subjects = list(dict.fromkeys(subject_of(child) for child, _about in found))
    place = where(request.leave).key
    read(request.leave.warrant(), reading, subjects=subjects, place_code=place)
    context = {
        "title": title,
        "rows": [{**_of(child), **about} for child, about in found],
        "most": len(found) == MOST,
        "crumbs": [(_("Trẻ em"), reverse("register:list")), (title, None)],
    }
    return render(request, f"{reading.replace('.', '/')}.html", context)


def _of(child: Child) -> dict[str, Any]:
    return {
        "uuid": child.uuid,
        "name": identity.open_name(child) or "–",
        "born": child.birth_date.year,
        "place": child.home,
    }
