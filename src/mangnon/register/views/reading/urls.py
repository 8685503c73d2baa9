"""The addresses of the pages that show."""

from django.urls import URLPattern, path

from mangnon.register.views.reading import listing, searching

urlpatterns: list[URLPattern] = [
    path("", listing.page, name="list"),
    path("tim/", searching.page, name="search"),
]
