"""The addresses of duties at the desk, under ``/desk/nhiem-vu/``."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.duties.views import acting, cascade, reading


def _act(route: str, page: type[ActPage], act: str, name: str) -> URLPattern:
    return path(route, private(act)(page.as_view()), name=name)


app_name = "duties"
_ONE = "viec/<uuid:uuid>/"
urlpatterns: list[URLPattern] = [
    path("", cascade.every, name="all"),
    path("cua-toi/", reading.mine, name="mine"),
    path("cho-tra-loi/", reading.answers, name="answers"),
    path("cham/", cascade.overdue, name="late"),
    path("lich/", cascade.calendar, name="calendar"),
    _act("lich/ghi/", acting.Announce, "duties.calendar", "announce"),
    _act("ghi/", acting.PutDuty, "duties.give", "put"),
    path(_ONE, reading.assignment, name="assignment"),
    path(f"{_ONE}minh-chung/<uuid:file>/", reading.evidence, name="evidence"),
    _act(f"{_ONE}lam/<slug:act>/", acting.Step, "duties.do", "step"),
    _act(f"{_ONE}tra-loi/<slug:act>/", acting.Answer, "duties.give", "answer"),
    _act(f"{_ONE}xin-gia-han/", acting.AskTime, "duties.do", "ask_time"),
    _act(f"{_ONE}gia-han/", acting.AnswerTime, "duties.give", "answer_time"),
    _act(f"{_ONE}giao-tiep/", acting.HandFurther, "duties.give", "hand_further"),
    path("<slug:code>/", cascade.duty, name="duty"),
    _act("<slug:code>/giao/", acting.Hand, "duties.give", "hand"),
]
