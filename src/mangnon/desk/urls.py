"""The addresses of the private house. Each page declares the right by which it is reached."""

from django.urls import URLPattern, URLResolver, include, path

from mangnon.access.urls import people_pages
from mangnon.desk.views import home, trail

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.page, name="desk"),
    path("cms/", include("mangnon.pages.cms_urls")),
    path("nhat-ky/", trail.page, name="trail"),
    path("nhac-viec/", include("mangnon.notices.urls")),
    path("bao-cao/", include("mangnon.reports.urls")),
    path("luot-xem/", include("mangnon.visits.urls")),
    path("tre-em/", include("mangnon.register.urls")),
    path("nhap-bang-tinh/", include("mangnon.imports.urls")),
    path("chi-dao/", include("mangnon.steering.urls")),
    path("nhiem-vu-giai-phap/", include("mangnon.efforts.urls")),
    path("nhiem-vu/", include("mangnon.duties.urls")),
    path("so-tong-hop/", include("mangnon.aggregates.urls")),
    path("co-so/", include("mangnon.facilities.urls")),
    path("thu-vien/", include("mangnon.legislation.urls")),
    path("hoi-nghi/", include("mangnon.meetings.urls")),
    path("luu-giu/", include("mangnon.retention.urls")),
    path("trung-ho-so/", include("mangnon.linkage.urls")),
    path("tai-khoan/", include("mangnon.access.urls")),
    path("moi-nguoi/", include(people_pages)),
]
