"""Campaigns: over which channels, whom they reached, with what effect."""

from typing import Any

from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.wording import place_name
from mangnon.efforts import actions
from mangnon.efforts.forms.records import CampaignForm, ChannelForm, EffectForm
from mangnon.efforts.models import Campaign
from mangnon.efforts.money import dong
from mangnon.efforts.views.common import (
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
    """Show the campaigns, the newest first."""
    found = Campaign.objects.select_related("place", "office").annotate(
        reached=Sum("channels__reached")
    )
    turn = turned(request, found.order_by("-starts_on", "-pk"), "trang")
    rows = [
        [
            Cell(each.title, reverse("efforts:campaign", args=[each.uuid])),
            Cell(place_name(each.place)),
            Cell(_span(each)),
            Cell("–" if each.reached is None else dong(each.reached)),
            Cell(simulated(each)),
        ]
        for each in turn.rows
    ]
    titles = [_("Đợt truyền thông"), _("Địa bàn"), _("Thời gian"), _("Lượt tiếp cận"), _("Ghi chú")]
    listed = table("campaigns", _("Các đợt truyền thông"), titles, rows, numeric=1)
    context = {
        **frame("campaigns"),
        "title": _("Truyền thông"),
        "ways": way(request, _("Ghi một đợt truyền thông"), "begin_campaign"),
        "parts": [Section(table=listed, turn=turn, words="" if listed else _("Chưa có đợt nào."))],
    }
    return render(request, "ui/sections.html", context)


@private("efforts.see")
def one(request: DeskRequest, uuid: Any) -> HttpResponse:
    """Show a campaign by channel."""
    found = Campaign.objects.select_related("place", "office").filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    rows = [
        [
            Cell(str(each.get_kind_display())),
            Cell(dong(each.times)),
            Cell(_("không thống kê") if each.reached is None else dong(each.reached)),
            Cell(""),
        ]
        for each in found.channels.all()
    ]
    titles = [_("Kênh"), _("Số lần, số bản"), _("Lượt người tiếp cận"), _("Ghi chú")]
    channels = table("channels", _("Các kênh"), titles, rows, numeric=2)
    effect = found.effect or _("Chưa ghi hiệu quả.")
    context = {
        **frame("campaigns"),
        "title": found.title,
        "simulated": found.simulated,
        "crumbs": crumbs("campaigns", _("Truyền thông"), found.title),
        "ways": _ways(request, found),
        "facts": [
            (_("Địa bàn"), place_name(found.place)),
            (_("Cơ quan tổ chức"), named(found.office)),
            (_("Thời gian"), _span(found)),
            (_("Cách đo hiệu quả"), found.measured_by or _("chưa ghi")),
        ],
        "parts": [
            Section(table=channels, words="" if channels else _("Chưa ghi kênh nào.")),
            Section(_("Hiệu quả"), effect),
        ],
    }
    return render(request, "ui/sections.html", context)


def _span(one: Campaign) -> str:
    return f"{day(one.starts_on)} – {day(one.ends_on)}"


def _ways(request: DeskRequest, one: Campaign) -> list[Link]:
    if not covers(request, one.place_id):
        return []
    return [
        Link(_("Thêm kênh"), reverse("efforts:add_channel", args=[one.uuid])),
        Link(_("Ghi hiệu quả"), reverse("efforts:say_effect", args=[one.uuid])),
    ]


class Begin(Writing):
    """Write down a campaign."""

    form_class = CampaignForm
    title = gettext_lazy("Ghi một đợt truyền thông")
    page = "campaigns"

    def act(self, form: Form) -> str:
        made = actions.begin_campaign(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("efforts:campaign", args=[made.uuid])


class AddChannel(OnThing):
    """Add a channel."""

    form_class = ChannelForm
    title = gettext_lazy("Thêm kênh")
    model = Campaign
    page = "campaign"

    def act(self, form: Form) -> str:
        actions.add_channel(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()


class SayEffect(OnThing):
    """Write what it changed."""

    form_class = EffectForm
    title = gettext_lazy("Ghi hiệu quả")
    model = Campaign
    page = "campaign"

    def initial(self) -> dict[str, Any]:
        return {"effect": self.thing.effect, "measured_by": self.thing.measured_by}

    def act(self, form: Form) -> str:
        actions.say_effect(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()
