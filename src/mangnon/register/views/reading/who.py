"""Who can see this child, and why; and who did."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from mangnon.access.routes import DeskRequest, private
from mangnon.register.access import child_within
from mangnon.register.actions.changes import subject_of
from mangnon.register.queries import file_kept_at
from mangnon.register.showing.purposes import PURPOSES
from mangnon.register.showing.seers import readings, seers
from mangnon.register.views.reading.rights import also


@private("register.read")
def page(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Show who may open the file; who holds the right to reveal sees who looked, too."""
    child = child_within(request.leave, uuid)
    place = file_kept_at(child)
    context: dict[str, Any] = {"child": child, "seers": seers(place)}
    if also(request, "register.reveal").covers([place]):
        purposes = {code: str(words) for code, words in PURPOSES.items()}
        context["readings"], context["more"] = readings(subject_of(child), purposes)
    return render(request, "register/who.html", context)
