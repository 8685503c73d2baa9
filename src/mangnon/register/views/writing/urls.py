"""The addresses of the pages that act."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
