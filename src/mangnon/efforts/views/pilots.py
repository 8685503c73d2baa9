"""Models: what they are, and the places on which they run."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.wording import place_name
from mangnon.efforts import actions
from mangnon.efforts.forms.records import EndSiteForm, PilotForm, SiteForm
from mangnon.efforts.models import Pilot, Site
from mangnon.efforts.views.common import (
    MOST,
    OnThing,
    Writing,
    covers,
    crumbs,
    frame,
    simulated,
    table,
    way,
)
from mangnon.ui.forms import Form
from mangnon.ui.paging import turned
from mangnon.ui.parts import Cell, Link, Section
from mangnon.ui.templatetags.mangnon_ui import day, named


@private("efforts.see")
def page(request: DeskRequest) -> HttpResponse:
    """Show the models, with how many places run them."""
    running = Q(sites__until__isnull=True)
    found = Pilot.objects.select_related("office").annotate(
        piloted=Count("sites", filter=running & Q(sites__stage=Site.Stage.PILOTED)),
        replicated=Count("sites", filter=running & Q(sites__stage=Site.Stage.REPLICATED)),
    )
    turn = turned(request, found.order_by("begun_on", "pk"), "trang")
    rows = [
        [
            Cell(each.name, reverse("efforts:pilot", args=[each.uuid])),
            Cell(str(each.get_kind_display())),
            Cell(named(each.office)),
            Cell(day(each.begun_on)),
            Cell(str(each.piloted)),
            Cell(str(each.replicated)),
            Cell(simulated(each)),
        ]
        for each in turn.rows
    ]
    titles = [_("Mô hình"), _("Loại"), _("Cơ quan phụ trách"), _("Từ ngày")]
    titles += [_("Nơi đang thí điểm"), _("Nơi đã nhân rộng"), _("Ghi chú")]
    listed = table("pilots", _("Các mô hình"), titles, rows, numeric=2)
    context = {
        **frame("pilots"),
        "title": _("Mô hình"),
        "ways": way(request, _("Ghi một mô hình"), "add_pilot"),
        "parts": [
            Section(table=listed, turn=turn, words="" if listed else _("Chưa có mô hình nào."))
        ],
    }
    return render(request, "ui/sections.html", context)


@private("efforts.see")
def one(request: DeskRequest, uuid: Any) -> HttpResponse:
    """Show a model and every place that runs or ran it."""
    found = Pilot.objects.select_related("office").filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    context = {
        **frame("pilots"),
        "title": found.name,
        "simulated": found.simulated,
        "crumbs": crumbs("pilots", _("Mô hình"), found.name),
        "ways": _ways(request, found),
        "facts": [
            (_("Loại"), str(found.get_kind_display())),
            (_("Cơ quan phụ trách"), named(found.office)),
            (_("Từ ngày"), day(found.begun_on)),
            (_("Nội dung mô hình"), found.about or _("chưa ghi")),
        ],
        "parts": _sites(request, found),
    }
    return render(request, "ui/sections.html", context)


def _ways(request: DeskRequest, one: Pilot) -> list[Link]:
    label = _("Thêm nơi thực hiện")
    found = way(request, label, "pilots")
    return [Link(label, reverse("efforts:add_site", args=[one.uuid]))] if found else []


def _sites(request: DeskRequest, one: Pilot) -> list[Section]:
    found = list(one.sites.select_related("place", "first_place"))
    rows = [
        [
            Cell(place_name(each.place), _end_url(request, each)),
            Cell(str(each.get_stage_display())),
            Cell(_since(each)),
            Cell(each.run_by),
            Cell(each.result or _("chưa có")),
            Cell(simulated(each)),
        ]
        for each in found[:MOST]
    ]
    titles = [_("Nơi thực hiện"), _("Bước"), _("Thời gian"), _("Đơn vị thực hiện"), _("Kết quả")]
    listed = table("sites", _("Địa bàn, thời gian thực hiện"), [*titles, _("Ghi chú")], rows)
    return [Section(table=listed, words="" if listed else _("Chưa nơi nào thực hiện."))]


def _since(one: Site) -> str:
    said = f"{day(one.since)} – {day(one.until) if one.until else _('nay')}"
    moved = one.first_place_id != one.place_id
    return f"{said} ({place_name(one.first_place)})" if moved else said


def _end_url(request: DeskRequest, one: Site) -> str:
    """Lead to the form that ends it, where that is the reader's to do."""
    if one.until is not None or not covers(request, one.place_id):
        return ""
    return reverse("efforts:end_site", args=[one.uuid])


class AddPilot(Writing):
    """Write down a model."""

    form_class = PilotForm
    title = gettext_lazy("Ghi một mô hình")
    page = "pilots"

    def act(self, form: Form) -> str:
        made = actions.add_pilot(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("efforts:pilot", args=[made.uuid])


class AddSite(OnThing):
    """Write down where a model runs: anywhere within one's own reach."""

    form_class = SiteForm
    title = gettext_lazy("Thêm nơi thực hiện")
    model = Pilot
    page = "pilot"

    def _reached(self, thing: Any) -> bool:
        return True

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def act(self, form: Form) -> str:
        actions.add_site(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()


class EndSite(OnThing):
    """End a model at a place."""

    form_class = EndSiteForm
    title = gettext_lazy("Kết thúc mô hình")
    model = Site
    related = ("place", "pilot")

    def context(self) -> dict[str, Any]:
        said = f"{self.title}: {self.thing.pilot.name}, {place_name(self.thing.place)}"
        return {"title": said, "back": self.back()}

    def back(self) -> str:
        return reverse("efforts:pilot", args=[self.thing.pilot.uuid])

    def act(self, form: Form) -> str:
        actions.end_site(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()
