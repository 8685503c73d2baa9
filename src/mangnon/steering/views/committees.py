"""Steering committees by level: the list, one, and the acts on them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.sending import ActPage
from mangnon.access.wording import place_name
from mangnon.places.models import Kind
from mangnon.steering import actions
from mangnon.steering.forms.records import CommitteeForm, EndForm, SeatForm
from mangnon.steering.models import Committee, Member
from mangnon.steering.views.common import (
    OnThing,
    covers,
    crumbs,
    decided,
    frame,
    may,
    simulated,
    table,
)
from mangnon.steering.views.lines import office_url
from mangnon.ui.forms import Form
from mangnon.ui.parts import Cell, Link, Section
from mangnon.ui.templatetags.mangnon_ui import day, named

MOST = 300
_ROLES = list(Member.Role)


@private("steering.see")
def page(request: DeskRequest) -> HttpResponse:
    """Show the committees, level by level."""
    found = list(Committee.objects.select_related("place").prefetch_related("members")[:MOST])
    parts = [Section(table=_level(found, kind, title)) for kind, title in _levels()]
    ways = [Link(_("Ghi một ban chỉ đạo"), reverse("steering:set_up"))] if may(request) else []
    context = {
        **frame("committees"),
        "title": _("Ban chỉ đạo các cấp"),
        "lead": _("Mỗi ban theo một quyết định; thành viên ghi theo cơ quan và chức danh."),
        "ways": ways,
        "parts": [one for one in parts if one.table] or [Section(words=_("Chưa có ban nào."))],
    }
    return render(request, "ui/sections.html", context)


@private("steering.see")
def one(request: DeskRequest, uuid: Any) -> HttpResponse:
    """Show a committee with its seats, the head first."""
    found = Committee.objects.select_related("place").filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    context = {
        **frame("committees"),
        "title": found.name,
        "simulated": found.simulated,
        "crumbs": crumbs("committees", _("Ban chỉ đạo các cấp"), found.name),
        "ways": _ways(request, found),
        "facts": [
            (_("Địa bàn"), place_name(found.place)),
            (_("Quyết định"), decided(found.decision, found.decided_on)),
            (_("Hoạt động từ ngày"), day(found.valid_from)),
            (_("Thôi hoạt động từ ngày"), _ended(found)),
        ],
        "parts": [_seats(found)],
    }
    return render(request, "ui/sections.html", context)


def _levels() -> list[tuple[tuple[str, ...], str]]:
    return [
        ((Kind.PROGRAMME_AREA, Kind.PROVINCE), _("Cấp tỉnh")),
        ((Kind.DISTRICT,), _("Cấp huyện")),
        ((Kind.COMMUNE, Kind.VILLAGE), _("Cấp xã")),
    ]


def _level(found: list[Committee], kinds: tuple[str, ...], title: str) -> Any:
    rows = [
        [
            Cell(each.name, reverse("steering:committee", args=[each.uuid])),
            Cell(place_name(each.place)),
            Cell(decided(each.decision, each.decided_on)),
            Cell(_span(each)),
            Cell(str(len(each.members.all()))),
            Cell(simulated(each)),
        ]
        for each in found
        if each.place.kind in kinds
    ]
    titles = [_("Ban chỉ đạo"), _("Địa bàn"), _("Quyết định"), _("Thời gian"), _("Thành viên")]
    return table(f"level-{kinds[0]}", title, [*titles, _("Ghi chú")], rows)


def _span(one: Committee) -> str:
    return f"{day(one.valid_from)} – {day(one.valid_to) if one.valid_to else _('nay')}"


def _ended(one: Committee) -> str:
    return _("chưa") if one.valid_to is None else f"{day(one.valid_to)} ({one.ended_by})"


def _ways(request: DeskRequest, one: Committee) -> list[Link]:
    if not covers(request, one.place_id):
        return []
    ways = [Link(_("Thêm thành viên"), reverse("steering:seat", args=[one.uuid]))]
    if one.valid_to is None:
        ways.append(
            Link(_("Ghi ban thôi hoạt động"), reverse("steering:end_committee", args=[one.uuid]))
        )
    return ways


def _seats(one: Committee) -> Section:
    members = sorted(
        one.members.select_related("office"), key=lambda seat: (_ROLES.index(seat.role), seat.pk)
    )
    rows = [
        [
            Cell(str(seat.get_role_display())),
            Cell(seat.post),
            Cell(named(seat.office), office_url(seat.office)),
        ]
        for seat in members
    ]
    titles = [_("Vai trò"), _("Chức danh"), _("Cơ quan")]
    seats = table("seats", _("Thành viên"), titles, rows)
    return Section(table=seats, words="" if seats else _("Chưa ghi thành viên nào."))


class SetUp(ActPage):
    """Write down a committee."""

    form_class = CommitteeForm
    title = gettext_lazy("Ghi một ban chỉ đạo")
    lead = gettext_lazy("Ban trước của địa bàn, nếu có, thôi hoạt động từ ngày ban mới bắt đầu.")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {"back": reverse("steering:committees")}

    def act(self, form: Form) -> str:
        made = actions.set_up(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("steering:committee", args=[made.uuid])


class _OnCommittee(OnThing):
    model = Committee
    page = "committee"


class Seat(_OnCommittee):
    """Add a seat."""

    form_class = SeatForm
    title = gettext_lazy("Thêm thành viên")

    def act(self, form: Form) -> str:
        actions.seat(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        messages.success(self.request, str(_("Đã ghi.")))
        return self.back()


class End(_OnCommittee):
    """End it."""

    form_class = EndForm
    title = gettext_lazy("Ghi ban thôi hoạt động")
    checks = True

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.end_committee(self.thing, **form.cleaned_data, warrant=warrant)
        return self.back()
