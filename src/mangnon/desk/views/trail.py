"""The auditor's pages."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render

from mangnon.access.routes import DeskRequest, private
from mangnon.audit.actions import read
from mangnon.audit.queries import last_sealed
from mangnon.desk.telling import lines
from mangnon.desk.trail import TrailForm, entries, noted, turned

UNPROCESSABLE = 422


@private("audit.read")
def page(request: DeskRequest) -> HttpResponse:
    """Show a page of the trail; reading it is itself an entry."""
    form = TrailForm(request.GET.dict())
    context: dict[str, Any] = {"form": form}
    if not form.is_valid():
        return render(request, "desk/trail.html", context, status=UNPROCESSABLE)
    asked = form.asked()
    found = entries(request.leave, form.cleaned_data)
    some, after = turned(found, request.GET.get("sau", ""), reader=request.user.pk)
    context["lines"] = lines(some)
    context["sealed"] = last_sealed()
    context["next"] = urlencode({**asked, "sau": after}) if after else ""
    kept = noted(form.cleaned_data)
    read(request.leave.warrant(), "audit.read", subjects=[], data={"filters": kept})
    return render(request, "desk/trail.html", context)
