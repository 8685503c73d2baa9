"""The addresses of the private house. Each page declares the right by which it is reached."""

from django.urls import URLPattern, URLResolver, include, path

from mangnon.access.urls import people_pages
from mangnon.desk.views import home, trail

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.page, name="desk"),
    path("cms/", include("mangnon.pages.cms_urls")),
    path("nhat-ky/", trail.page, name="trail"),
    path("bao-cao/", include("mangnon.reports.urls")),
    path("luot-xem/", include("mangnon.visits.urls")),
    path("tre-em/", include("mangnon.register.urls")),
    path("nhiem-vu/", include("mangnon.duties.urls")),
    path("tai-khoan/", include("mangnon.access.urls")),
    path("moi-nguoi/", include(people_pages)),
]
