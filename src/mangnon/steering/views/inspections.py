"""Inspections: the list, one with its findings and where their duties stand, and the acts."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import lies_within
from mangnon.access.sending import ActPage
from mangnon.access.wording import place_name
from mangnon.duties.models import Assignment
from mangnon.duties.states import State
from mangnon.steering import actions
from mangnon.steering.forms.records import CloseForm, FindingForm, HandForm, InspectionForm
from mangnon.steering.models import Finding, Inspection
from mangnon.steering.views.common import (
    GIVE,
    OnThing,
    covers,
    crumbs,
    decided,
    frame,
    may,
    simulated,
    table,
)
from mangnon.ui.forms import Form
from mangnon.ui.paging import turned
from mangnon.ui.parts import Cell, Link, Section
from mangnon.ui.templatetags.mangnon_ui import day, named


@private("steering.see")
def page(request: DeskRequest) -> HttpResponse:
    """Show the inspections within reach, the newest first."""
    found = (
        _within(request)
        .annotate(
            found=Count("findings"),
            handed=Count("findings", filter=Q(findings__duty__isnull=False)),
        )
        .order_by("-begun_on", "-pk")
    )
    turn = turned(request, found, "trang")
    rows = [
        [
            Cell(str(each), reverse("steering:inspection", args=[each.uuid])),
            Cell(place_name(each.place)),
            Cell(named(each.by)),
            Cell(_span(each)),
            Cell(f"{each.handed}/{each.found}"),
            Cell(simulated(each)),
        ]
        for each in turn.rows
    ]
    titles = [
        *(_("Nội dung"), _("Nơi được kiểm tra"), _("Cơ quan kiểm tra"), _("Thời gian")),
        *(_("Phát hiện đã thành nhiệm vụ"), _("Ghi chú")),
    ]
    listed = table("inspections", _("Các cuộc kiểm tra"), titles, rows)
    context = {
        **frame("inspections"),
        "title": _("Kiểm tra"),
        "lead": _(
            "Nội dung phát hiện được giao thành nhiệm vụ, có thời hạn và nơi chịu trách nhiệm."
        ),
        "ways": [Link(_("Ghi một cuộc kiểm tra"), reverse("steering:inspect"))]
        if may(request)
        else [],
        "parts": [
            Section(
                table=listed, turn=turn, words="" if listed else _("Chưa có cuộc kiểm tra nào.")
            )
        ],
    }
    return render(request, "ui/sections.html", context)


@private("steering.see")
def one(request: DeskRequest, uuid: Any) -> HttpResponse:
    """Show an inspection."""
    found = _within(request).filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    context = {
        **frame("inspections"),
        "title": found.subject,
        "simulated": found.simulated,
        "crumbs": crumbs("inspections", _("Kiểm tra"), found.subject),
        "ways": _ways(request, found),
        "facts": _facts(found),
        "parts": [*_findings(request, found), Section(_("Kết luận"), _conclusion(found))],
    }
    return render(request, "ui/sections.html", context)


def _within(request: DeskRequest) -> QuerySet[Inspection]:
    rows = Inspection.objects.select_related("place", "by", "office")
    return rows.filter(lies_within(request.leave.places, "place", "by__place"))


def _span(one: Inspection) -> str:
    return f"{day(one.begun_on)} – {day(one.ended_on) if one.ended_on else _('đang kiểm tra')}"


def _conclusion(one: Inspection) -> str:
    return one.conclusion or _("Chưa có kết luận.")


def _facts(one: Inspection) -> list[tuple[str, str]]:
    return [
        (_("Cơ quan kiểm tra"), named(one.by)),
        (_("Nơi được kiểm tra"), place_name(one.place)),
        (_("Cơ quan được kiểm tra"), named(one.office) if one.office else _("cả địa bàn")),
        (_("Quyết định"), decided(one.decision, one.decided_on)),
        (_("Thời gian"), _span(one)),
    ]


def _ways(request: DeskRequest, one: Inspection) -> list[Link]:
    if one.conclusion or not covers(request, one.by.place_id):
        return []
    return [
        Link(_("Thêm phát hiện"), reverse("steering:find", args=[one.uuid])),
        Link(_("Ghi kết luận"), reverse("steering:close_inspection", args=[one.uuid])),
    ]


def _findings(request: DeskRequest, one: Inspection) -> Iterable[Section]:
    """Show what was found, each with its duty and where that stands; three queries for all."""
    found = list(one.findings.select_related("duty"))
    held: dict[int, list[Assignment]] = {}
    rows = Assignment.objects.filter(handing__duty__in=[each.duty_id for each in found])
    for each in rows.select_related("handing", "office", "place").exclude(state=State.JOINED):
        held.setdefault(each.handing.duty_id, []).append(each)
    hands = covers(request, one.by.place_id, GIVE)
    for number, each in enumerate(found, start=1):
        facts = [(_("Kiến nghị"), each.recommendation)] if each.recommendation else []
        facts += [(_("Nhiệm vụ"), each.duty.title_vi)] if each.duty else []
        facts += [_stands(one_held) for one_held in held.get(each.duty_id or 0, [])]
        to_hand = hands and each.duty is None
        ways = [Link(_("Giao thành nhiệm vụ"), reverse("steering:hand_finding", args=[each.uuid]))]
        title = _("Phát hiện %(number)s") % {"number": number}
        yield Section(title, each.words, facts, ways=ways if to_hand else ())
    if not found:
        yield Section(_("Phát hiện"), _("Chưa ghi phát hiện nào."))


def _stands(held: Assignment) -> tuple[str, str]:
    """Say who holds the duty, where it stands and by when it is due."""
    holder = named(held.office) if held.office else place_name(held.place)
    said = {"state": held.get_state_display(), "due": day(held.due_on)}
    return holder, _("%(state)s; hạn %(due)s") % said


class Inspect(ActPage):
    """Write down an inspection."""

    form_class = InspectionForm
    title = gettext_lazy("Ghi một cuộc kiểm tra")

    def form_words(self) -> dict[str, Any]:
        return {"places": self.request.leave.places}

    def context(self) -> dict[str, Any]:
        return {"back": reverse("steering:inspections")}

    def act(self, form: Form) -> str:
        made = actions.inspect(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("steering:inspection", args=[made.uuid])


class _OnInspection(OnThing):
    model = Inspection
    related = ("by",)
    page = "inspection"

    def place_of(self, thing: Any) -> int:
        return int(thing.by.place_id)


class Find(_OnInspection):
    """Add a finding."""

    form_class = FindingForm
    title = gettext_lazy("Thêm phát hiện")

    def act(self, form: Form) -> str:
        actions.find(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        messages.success(self.request, str(_("Đã ghi.")))
        return self.back()


class Close(_OnInspection):
    """Write the conclusion."""

    form_class = CloseForm
    title = gettext_lazy("Ghi kết luận")

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.close_inspection(self.thing, **form.cleaned_data, warrant=warrant)
        return self.back()


class Hand(OnThing):
    """Make a finding a duty."""

    form_class = HandForm
    title = gettext_lazy("Giao thành nhiệm vụ")
    button = gettext_lazy("Giao nhiệm vụ")
    checks = True
    model = Finding
    related = ("inspection__by__place", "inspection__office", "inspection__place")

    def place_of(self, thing: Any) -> int:
        return int(thing.inspection.by.place_id)

    def initial(self) -> dict[str, Any]:
        return {"title": self.thing.recommendation[:300]}

    def back(self) -> str:
        return reverse("steering:inspection", args=[self.thing.inspection.uuid])

    def act(self, form: Form) -> str:
        assert isinstance(form, HandForm)
        told = form.cleaned_data
        actions.hand_finding(
            self.thing, document=told["document"], title=told["title"], deadline=form.deadline(),
            offices=[told["office"]] if told["office"] else [],
            warrant=self.request.leave.warrant(),
        )  # fmt: skip
        messages.success(self.request, str(_("Đã giao thành nhiệm vụ.")))
        return self.back()
