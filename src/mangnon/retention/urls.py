"""The addresses of keeping and forgetting, under ``/desk/luu-giu/``."""

from django.urls import URLPattern, path

from mangnon.retention import views

app_name = "retention"
urlpatterns: list[URLPattern] = [
    path("", views.due, name="due"),
    path("ban-sao/<uuid:uuid>/", views.copy, name="copy"),
]
