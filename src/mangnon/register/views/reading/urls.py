"""The addresses of the pages that show."""

from django.urls import URLPattern, path

from mangnon.register.views.reading import exporting, file, kept, listing, searching, waiting, who

urlpatterns: list[URLPattern] = [
    path("", listing.page, name="list"),
    path("tim/", searching.page, name="search"),
    path("xuat/", exporting.page, name="export"),
    path("bo-loc/", kept.keep, name="keep_view"),
    path("bo-loc/<uuid:uuid>/bo/", kept.drop, name="drop_view"),
    path("den-han/", waiting.due, name="due_services"),
    path("chua-co-giay-to/", waiting.unfounded, name="without_evidence"),
    path("cho-theo-doi/", waiting.follow_ups, name="follow_ups"),
    path("<uuid:uuid>/", file.page, name="file"),
    path("<uuid:uuid>/hien/", file.reveal, name="reveal"),
    path("<uuid:uuid>/ai-xem-duoc/", who.page, name="who"),
]
