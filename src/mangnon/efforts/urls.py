"""The addresses of tasks and solutions, under ``/desk/nhiem-vu-giai-phap/``."""

from django.urls import URLPattern, path

from mangnon.access.routes import private
from mangnon.access.sending import ActPage
from mangnon.efforts.views import campaigns, fund, pilots, proposals, tasks


def _act(route: str, page: type[ActPage], name: str, right: str = "efforts.write") -> URLPattern:
    return path(route, private(right)(page.as_view()), name=name)


app_name = "efforts"
urlpatterns: list[URLPattern] = [
    path("", tasks.page, name="tasks"),
    path("nhiem-vu/<slug:code>/", tasks.task, name="task"),
    _act("bien-phap/them/", tasks.AddMeasure, "add_measure"),
    path("bien-phap/<uuid:uuid>/", tasks.measure, name="measure"),
    _act("bien-phap/<uuid:uuid>/kinh-phi/", tasks.SetBudget, "set_budget"),
    path("mo-hinh/", pilots.page, name="pilots"),
    _act("mo-hinh/them/", pilots.AddPilot, "add_pilot"),
    path("mo-hinh/<uuid:uuid>/", pilots.one, name="pilot"),
    _act("mo-hinh/<uuid:uuid>/noi/", pilots.AddSite, "add_site"),
    _act("mo-hinh/noi/<uuid:uuid>/ket-thuc/", pilots.EndSite, "end_site"),
    path("truyen-thong/", campaigns.page, name="campaigns"),
    _act("truyen-thong/them/", campaigns.Begin, "begin_campaign"),
    path("truyen-thong/<uuid:uuid>/", campaigns.one, name="campaign"),
    _act("truyen-thong/<uuid:uuid>/kenh/", campaigns.AddChannel, "add_channel"),
    _act("truyen-thong/<uuid:uuid>/hieu-qua/", campaigns.SayEffect, "say_effect"),
    path("de-xuat/", proposals.page, name="proposals"),
    _act("de-xuat/them/", proposals.Propose, "propose"),
    path("de-xuat/<uuid:uuid>/", proposals.one, name="proposal"),
    _act("de-xuat/<uuid:uuid>/buoc/", proposals.Take, "take"),
    path("dong-gop/", fund.partners, name="partners"),
    _act("dong-gop/them/", fund.AddPartner, "add_partner"),
    path("dong-gop/<uuid:uuid>/", fund.partner, name="partner"),
    _act("dong-gop/<uuid:uuid>/cam-ket/", fund.Promise, "pledge"),
    path("quy/", fund.fund, name="fund"),
    _act("quy/thu/", fund.Receive, "receive", "efforts.fund"),
    _act("quy/chi/", fund.Give, "give", "efforts.fund"),
    _act("quy/cong-khai/", fund.Publish, "publish", "efforts.publish"),
]
