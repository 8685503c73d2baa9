"""The weigh days of a person's places."""

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon.access.routes import DeskRequest, private
from mangnon.register.forms.weighdays import villages_of
from mangnon.register.models import WeighDay, WeighRow

MOST = 60


@private("register.measure")
def page(request: DeskRequest) -> HttpResponse:
    """Show the last sessions, open ones first."""
    here = WeighDay.objects.filter(place__in=request.leave.places)
    unseen = Q(rows__state=WeighRow.State.UNSEEN)
    counted = here.annotate(all=Count("rows"), unseen=Count("rows", filter=unseen))
    sessions = counted.select_related("place", "village").order_by("-day", "-pk")[:MOST]
    shown = sorted(sessions, key=lambda one: one.closed_at is not None)
    context = {
        "sessions": [(one, one.all - one.unseen) for one in shown],
        "has_villages": bool(villages_of(request.leave.places)),
        "crumbs": [(_("Cân đo"), None)],
    }
    return render(request, "register/weighdays.html", context)
