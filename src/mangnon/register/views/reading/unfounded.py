"""The special circumstances whose finding rests on no paper yet."""

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
from mangnon.register.showing.work import without_evidence

MOST = 200


@private("register.support")
def page(request: DeskRequest) -> HttpResponse:
    """Show whose circumstances wait for a paper, the longest open first."""
    related = ("group", "child__data_key", "child__home")
    spells = list(without_evidence(request.leave).select_related(*related)[:MOST])
    subjects = list(dict.fromkeys(subject_of(one.child) for one in spells))
    place = where(request.leave).key
    read(request.leave.warrant(), "register.without_evidence", subjects=subjects, place_code=place)
    rows = [
        {
            "uuid": one.child.uuid,
            "token": token_of(one, one.child),
            "name": identity.open_name(one.child) or "–",
            "born": one.child.birth_date.year,
            "group": one.group,
            "since": one.valid_from,
            "place": one.child.home,
        }
        for one in spells
    ]
    context = {
        "rows": rows,
        "most": len(rows) == MOST,
        "crumbs": [(_("Trẻ em"), reverse("register:list")), (_("Chưa có giấy tờ"), None)],
    }
    return render(request, "register/unfounded.html", context)
