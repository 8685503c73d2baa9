"""The addresses of the pages that act, each with the right by which it is reached."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.register.views.writing import identity, living, plans, support, weighing


def _act(route: str, page: type[ActPage], act: str, name: str) -> URLPattern:
    return path(route, private(act)(page.as_view()), name=name)


_CHILD = "<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    _act("them/", identity.Enter, "register.write", "enter"),
    _act("sinh/", living.Bear, "register.vital", "birth"),
    _act(f"{_CHILD}sua/", identity.Correct, "register.write", "correct"),
    _act(f"{_CHILD}can-do/", weighing.Weigh, "register.measure", "weigh"),
    _act(f"{_CHILD}chuyen/", living.Move, "register.write", "move"),
    _act(f"{_CHILD}mat/", living.Die, "register.vital", "death"),
    _act(f"{_CHILD}hoan-canh/", support.Begin, "register.support", "begin_circumstance"),
    _act(f"{_CHILD}hoan-canh/<uuid:spell>/het/", support.End, "register.support",
         "end_circumstance"),
    _act(f"{_CHILD}tro-giup/", support.Assist, "register.support", "assist"),
    _act(f"{_CHILD}hoa-nhap/", support.Reintegrate, "register.support", "reintegrate"),
    _act(f"{_CHILD}ke-hoach/", plans.Approve, "register.support", "approve_plan"),
    _act(f"{_CHILD}ke-hoach/<uuid:plan>/dong/", plans.Close, "register.support", "close_plan"),
    _act(f"{_CHILD}dich-vu/<uuid:service>/", support.Deliver, "register.support", "deliver"),
]  # fmt: skip
