"""The addresses of the pages that show."""

from django.urls import URLPattern, path

from mangnon.register.views.reading import file, listing, searching

urlpatterns: list[URLPattern] = [
    path("", listing.page, name="list"),
    path("tim/", searching.page, name="search"),
    path("<uuid:uuid>/", file.page, name="file"),
    path("<uuid:uuid>/hien/", file.reveal, name="reveal"),
]
