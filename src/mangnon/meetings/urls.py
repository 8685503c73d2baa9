"""The addresses of meetings at the desk, under ``/desk/hoi-nghi/``."""

from django.urls import URLPattern, path

from mangnon.meetings.views import after, announcing, calendar, covering, proving, reading

app_name = "meetings"
_ONE, _PROOF = "<uuid:uuid>/", "<uuid:uuid>/minh-chung/<uuid:proof>/"
urlpatterns: list[URLPattern] = [
    path("", reading.listed, name="list"),
    path("ghi/", announcing.announce, name="announce"),
    path("lich/", calendar.own, name="calendar"),
    path("lich/<str:told>.ics", calendar.feed, name="feed"),
    path("muc-phu/", covering.listed, name="coverage"),
    path("muc-phu/<str:code>/", covering.one, name="coverage_of"),
    path(_ONE, reading.one, name="meeting"),
    path(f"{_ONE}sua/", announcing.change, name="change"),
    path(f"{_ONE}huy/", announcing.cancel, name="cancel"),
    path(f"{_ONE}nguoi-du/", after.attendance, name="attendance"),
    path(f"{_ONE}ket-luan/", after.conclude, name="conclude"),
    path(f"{_ONE}bao-cao-vien/", after.add_speaker, name="add_speaker"),
    path(f"{_ONE}van-ban/", after.add_document, name="add_document"),
    path(f"{_ONE}tep/", after.add_files, name="add_files"),
    path(f"{_ONE}tep/<uuid:file>/", proving.file, name="file"),
    path(f"{_ONE}minh-chung/", proving.prove, name="prove"),
    path(f"{_PROOF}go/", proving.take_back, name="take_back"),
    path(f"{_PROOF}ke-hoach/", proving.plan, name="plan"),
]
