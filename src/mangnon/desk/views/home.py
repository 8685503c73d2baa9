"""The first page after signing in."""

from django.http import HttpResponse
from django.shortcuts import render

from mangnon.access.rights import OWN
from mangnon.access.routes import DeskRequest, private


@private(OWN)
def page(request: DeskRequest) -> HttpResponse:
    """Show what the person can do here."""
    return render(request, "desk/home.html")
