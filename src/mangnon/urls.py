"""The two houses: the private one under ``/desk/``, the public one everywhere else."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from mangnon.access.middleware import is_private
from mangnon.desk import failures as desk_failures
from mangnon.portal import failures

urlpatterns = [
    path("desk/", include("mangnon.desk.urls")),
    path("", include("mangnon.portal.site")),
]


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer in the house that was asked."""
    if is_private(request):
        return desk_failures.not_found(request)
    return failures.not_found(request, exception)


def handler500(request: HttpRequest) -> HttpResponse:
    """Answer in the house that was asked."""
    return (desk_failures if is_private(request) else failures).broken(request)


handler400 = "mangnon.portal.failures.bad_request"
