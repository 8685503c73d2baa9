"""The addresses of doubles, under ``/desk/trung-ho-so/``."""

from django.urls import URLPattern, path

from mangnon.linkage import views

app_name = "linkage"
urlpatterns: list[URLPattern] = [
    path("", views.page, name="list"),
    path("<uuid:uuid>/", views.pair, name="pair"),
    path("<uuid:uuid>/thao/", views.take_back, name="undo"),
]
