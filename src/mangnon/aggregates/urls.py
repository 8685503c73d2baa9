"""The addresses of reports of totals at the desk, under ``/desk/so-tong-hop/``."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.aggregates.views import acting, grid, reading

app_name = "aggregates"
_PERIOD = "<slug:form>/<str:start>/"
_ONE = f"{_PERIOD}<str:place>/"
urlpatterns: list[URLPattern] = [
    path("", reading.every, name="all"),
    path(_PERIOD, reading.period, name="period"),
    path(f"{_PERIOD}doi-chieu/", reading.compare, name="compare"),
    path(
        f"{_PERIOD}khoa/", private("aggregates.keep")(acting.LockPeriod.as_view()), name="lock_all"
    ),
    path(_ONE, grid.page, name="report"),
    path(f"{_ONE}nop/", private("aggregates.fill")(acting.Submit.as_view()), name="submit"),
    path(
        f"{_ONE}tra-loi/<slug:act>/",
        private("aggregates.approve")(acting.Answer.as_view()),
        name="answer",
    ),
    path(f"{_ONE}khoa/", private("aggregates.keep")(acting.Lock.as_view()), name="lock"),
    path(
        f"{_ONE}dinh-chinh/<slug:indicator>/",
        private("aggregates.keep")(acting.Restate.as_view()),
        name="restate",
    ),
]
