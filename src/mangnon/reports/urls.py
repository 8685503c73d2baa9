"""The reports' addresses at the desk, under ``/desk/bao-cao/``."""

from django.urls import path

from mangnon.reports.views import acts, leader, reading

app_name = "reports"
urlpatterns = [
    path("", reading.listing, name="list"),
    path("tong-quan/", leader.page, name="leader"),
    path("lap/", acts.begin_page, name="begin"),
    path("<uuid:uuid>/", reading.page, name="report"),
    path("<uuid:uuid>/soan/", acts.write_page, name="write"),
    path("<uuid:uuid>/ky/", acts.sign_page, name="sign"),
    path("<uuid:uuid>/tep.<str:kind>", reading.file, name="file"),
]
