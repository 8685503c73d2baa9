"""The addresses of the private house. Each page declares the right by which it is reached."""

from django.urls import URLPattern, URLResolver, include, path

from mangnon.desk.views import home, trail

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.page, name="desk"),
    path("nhat-ky/", trail.page, name="trail"),
    path("tre-em/", include("mangnon.register.urls")),
    path("tai-khoan/", include("mangnon.access.urls")),
]
