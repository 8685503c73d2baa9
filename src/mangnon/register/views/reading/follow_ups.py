"""The reintegrations whose half-year is over and that nobody has followed up."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.register import identity
from mangnon.register.access import token_of
from mangnon.register.actions.changes import subject_of
from mangnon.register.showing.where import where
from mangnon.register.showing.work import to_follow_up

MOST = 200


@private("register.support")
def page(request: DeskRequest) -> HttpResponse:
    """Show whose reintegration is to be followed up, the longest ago first."""
    related = ("child__data_key", "child__home")
    outcomes = list(to_follow_up(request.leave).select_related(*related)[:MOST])
    subjects = list(dict.fromkeys(subject_of(one.child) for one in outcomes))
    place = where(request.leave).key
    read(request.leave.warrant(), "register.follow_ups", subjects=subjects, place_code=place)
    rows = [
        {
            "uuid": one.child.uuid,
            "token": token_of(one, one.child),
            "name": identity.open_name(one.child) or "–",
            "born": one.child.birth_date.year,
            "reached": one.reached_on,
            "place": one.child.home,
        }
        for one in outcomes
    ]
    context = {
        "rows": rows,
        "most": len(rows) == MOST,
        "crumbs": [(_("Trẻ em"), reverse("register:list")), (_("Chờ theo dõi lại"), None)],
    }
    return render(request, "register/follow_ups.html", context)
