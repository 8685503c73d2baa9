"""The addresses of the pages that show."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
