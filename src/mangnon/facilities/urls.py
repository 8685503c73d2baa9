"""The addresses of facilities at the desk, under ``/desk/co-so/``."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.facilities.views import acting, judging, reading


def _act(route: str, page: type[ActPage], name: str) -> URLPattern:
    return path(route, private("facilities.write")(page.as_view()), name=name)


app_name = "facilities"
_ONE = "cs/<str:code>/"
_POST = f"{_ONE}vi-tri/<str:staff>/"
_COMMUNE = "xa/<str:place>/"
urlpatterns: list[URLPattern] = [
    path("", reading.listed, name="list"),
    path("sap-het-han/", reading.expiring, name="expiring"),
    path("minh-chung/<uuid:proof>/", reading.proof, name="proof"),
    _act("them/", acting.Open, "open"),
    path(_COMMUNE, reading.commune, name="commune"),
    _act(f"{_COMMUNE}cong-nhan/", judging.RecogniseCommune, "recognise_commune"),
    _act(f"{_COMMUNE}danh-gia/<slug:standard>/", judging.AssessCommune, "assess_commune"),
    path(_ONE, reading.one, name="one"),
    _act(f"{_ONE}dong/", acting.Close, "close"),
    _act(f"{_ONE}chuyen/", acting.Move, "move"),
    _act(f"{_ONE}nhan-viec/", acting.Hire, "hire"),
    _act(f"{_ONE}danh-cho-tre/", acting.Offer, "offer"),
    _act(f"{_ONE}cong-nhan/", judging.RecogniseSchool, "recognise_school"),
    _act(f"{_ONE}danh-gia/<slug:standard>/", judging.AssessSchool, "assess_school"),
    _act(f"{_POST}thoi/", acting.LeavePost, "leave_post"),
    _act(f"{_POST}nghi/", acting.GoAway, "go_away"),
]
