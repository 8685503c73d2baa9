"""The addresses of those who lead, under ``/desk/chi-dao/``."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.steering.views import committees, inspections, lines, offices, results


def _act(route: str, page: type[ActPage], name: str, right: str = "steering.write") -> URLPattern:
    return path(route, private(right)(page.as_view()), name=name)


app_name = "steering"
urlpatterns: list[URLPattern] = [
    path("", lines.page, name="lines"),
    _act("co-quan/them/", offices.OpenOffice, "open_office"),
    path("co-quan/<slug:code>/", lines.office, name="office"),
    _act("co-quan/<slug:code>/thay-doi/", offices.ChangeOffice, "change_office"),
    _act("co-quan/<slug:code>/ket-thuc/", offices.CloseOffice, "close_office"),
    path("ban-chi-dao/", committees.page, name="committees"),
    _act("ban-chi-dao/them/", committees.SetUp, "set_up"),
    path("ban-chi-dao/<uuid:uuid>/", committees.one, name="committee"),
    _act("ban-chi-dao/<uuid:uuid>/thanh-vien/", committees.Seat, "seat"),
    _act("ban-chi-dao/<uuid:uuid>/ket-thuc/", committees.End, "end_committee"),
    path("kiem-tra/", inspections.page, name="inspections"),
    _act("kiem-tra/them/", inspections.Inspect, "inspect"),
    path("kiem-tra/<uuid:uuid>/", inspections.one, name="inspection"),
    _act("kiem-tra/<uuid:uuid>/phat-hien/", inspections.Find, "find"),
    _act("kiem-tra/<uuid:uuid>/ket-luan/", inspections.Close, "close_inspection"),
    _act("phat-hien/<uuid:uuid>/giao/", inspections.Hand, "hand_finding", "duties.give"),
    path("so-ket-tong-ket/", results.reviews, name="reviews"),
    _act("so-ket-tong-ket/them/", results.WriteReview, "review"),
    path("khen-thuong/", results.commendations, name="commendations"),
    _act("khen-thuong/them/", results.Commend, "commend"),
]
