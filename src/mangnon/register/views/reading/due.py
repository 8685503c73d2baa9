"""The services of support plans that are late, or due soon."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.register import identity
from mangnon.register.actions.changes import subject_of
from mangnon.register.showing.where import where
from mangnon.register.showing.work import promised

MOST = 200


@private("register.support")
def page(request: DeskRequest) -> HttpResponse:
    """Show whose services are due, the longest overdue first."""
    related = ("kind", "plan__child__data_key", "plan__child__home")
    services = list(promised(request.leave).select_related(*related)[:MOST])
    subjects = list(dict.fromkeys(subject_of(one.plan.child) for one in services))
    place = where(request.leave).key
    read(request.leave.warrant(), "register.due", subjects=subjects, place_code=place)
    rows = [
        {
            "uuid": one.plan.child.uuid,
            "name": identity.open_name(one.plan.child) or "–",
            "born": one.plan.child.birth_date.year,
            "kind": one.kind,
            "due": one.due_on,
            "late": one.due_on < clock.today(),
            "place": one.plan.child.home,
        }
        for one in services
    ]
    context = {
        "rows": rows,
        "most": len(rows) == MOST,
        "crumbs": [(_("Trẻ em"), reverse("register:list")), (_("Dịch vụ đến hạn"), None)],
    }
    return render(request, "register/due.html", context)
