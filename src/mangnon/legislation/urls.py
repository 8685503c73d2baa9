"""The addresses of the library at the desk, under ``/desk/thu-vien/``."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.legislation.views import answering, bringing, editing, reading, texts


def _act(route: str, page: type[ActPage], name: str) -> URLPattern:
    return path(route, private("legislation.edit")(page.as_view()), name=name)


app_name = "legislation"
_ONE = "van-ban/<slug:code>/"
_TIE = f"{_ONE}quan-he/<str:key>/"
_FILE = f"{_ONE}tep/<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    path("", reading.every, name="list"),
    _act("them/", editing.Add, "add"),
    _act("nhap/", bringing.Bring, "bring"),
    path("nhap/mau.csv", bringing.template, name="bring_template"),
    path("bao-sai/", reading.problems, name="problems"),
    _act("bao-sai/<uuid:uuid>/", answering.Close, "close_problem"),
    path(_ONE, reading.one, name="one"),
    _act(f"{_ONE}sua/", editing.Correct, "correct"),
    _act(f"{_ONE}quan-he/", editing.Relate, "relate"),
    _act(_TIE, editing.CorrectRelation, "correct_relation"),
    _act(f"{_TIE}bo/", editing.DropRelation, "drop_relation"),
    _act(f"{_ONE}loi-van/", texts.BringText, "bring_text"),
    path(_FILE, texts.brought_file, name="file"),
    _act(f"{_FILE}xem/", texts.Look, "look"),
    _act(f"{_FILE}bo/", texts.DropOriginal, "drop_original"),
]
