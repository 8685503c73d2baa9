"""The addresses of facilities at the desk, under ``/desk/co-so/``."""

from django.urls import URLPattern

app_name = "facilities"
urlpatterns: list[URLPattern] = []
