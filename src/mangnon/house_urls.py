"""The addresses as the editors' house names them: a picture or a file leads to the house's own,
which asks who is there; the public one answers only for what the public may see.

Of two addresses of one name the last is named; none of these is found by way of this list.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import include, path

from mangnon import urls
from mangnon.access.errors import NotHere
from mangnon.pages.middleware import HOUSE

handler400, handler404, handler500 = urls.handler400, urls.handler404, urls.handler500


def _named_only(request: HttpRequest, **_: object) -> HttpResponseBase:
    """Answer nothing: the house's own address, named alike, is found before."""
    raise NotHere


_HERE = f"{HOUSE[1:]}tep/"
urlpatterns = [
    path("", include("mangnon.urls")),
    path(f"{_HERE}images/<str:name>", _named_only, name="picture"),
    path(f"{_HERE}tai-lieu/<int:number>/<str:name>", _named_only, name="wagtaildocs_serve"),
]
