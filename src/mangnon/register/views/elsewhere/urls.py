"""The addresses of children from elsewhere and of split communes."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.register.views.elsewhere import answering, asking, heirs


def _act(route: str, page: type[ActPage], act: str, name: str) -> URLPattern:
    return path(route, private(act)(page.as_view()), name=name)


urlpatterns: list[URLPattern] = [
    _act("hoi/", asking.Ask, "register.ask", "ask"),
    _act("tiep-nhan/", asking.Receive, "register.ask", "receive"),
    _act("hoi/<uuid:uuid>/", asking.Asked, "register.ask", "asked"),
    _act("hoi/rut-lai/<uuid:uuid>/", asking.Withdraw, "register.ask", "withdraw"),
    path("yeu-cau/", answering.page, name="transfers"),
    _act("yeu-cau/<uuid:uuid>/", answering.Release, "register.release", "release"),
    path("chia-tach/", heirs.page, name="heirs"),
    _act("chia-tach/<slug:code>@<str:since>/", heirs.Assign, "register.write", "assign"),
]
