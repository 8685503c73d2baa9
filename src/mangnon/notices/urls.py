"""The addresses of reminders at the desk, under ``/desk/nhac-viec/``."""

from django.urls import URLPattern, path

from mangnon.notices.views import choosing, listing

app_name = "notices"
urlpatterns: list[URLPattern] = [
    path("", listing.page, name="list"),
    path("tuy-chon/", choosing.page, name="choose"),
    path("thoi/<str:token>/", choosing.stop_by_link, name="stop"),
]
