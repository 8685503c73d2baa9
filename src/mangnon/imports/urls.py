"""The addresses of spreadsheets at the desk, under ``/desk/nhap-bang-tinh/``."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.imports.views import acting, reading

_RIGHT = "imports.bring"


def _act(route: str, page: type[ActPage], name: str) -> URLPattern:
    return path(route, private(_RIGHT)(page.as_view()), name=name)


app_name = "imports"
_ONE = "tep/<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    path("", reading.every, name="list"),
    _act("dua-len/", acting.Bring, "bring"),
    path("mau/<slug:code>/", reading.template, name="template"),
    path(_ONE, reading.one, name="import"),
    _act(f"{_ONE}cot/", acting.Columns, "columns"),
    _act(f"{_ONE}nhan/", acting.Accept, "accept"),
    _act(f"{_ONE}rut-lai/", acting.TakeBack, "take_back"),
    _act(f"{_ONE}doi-chieu-lai/", acting.Again, "again"),
    _act(f"{_ONE}bo/", acting.Drop, "drop"),
    path(f"{_ONE}loi/", reading.faults, name="faults"),
]
