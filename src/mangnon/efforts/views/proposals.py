"""Policy proposals: where each stands, and its steps."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.efforts import actions
from mangnon.efforts.forms.records import ProposalForm, StepForm
from mangnon.efforts.models import Proposal
from mangnon.efforts.states import TRANSITIONS, Stage
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
    """Show the proposals with their stage."""
    turn = turned(request, Proposal.objects.select_related("office"), "trang")
    rows = [
        [
            Cell(each.title, reverse("efforts:proposal", args=[each.uuid])),
            Cell(named(each.office)),
            Cell(day(each.begun_on)),
            Cell(str(each.get_stage_display())),
            Cell(simulated(each)),
        ]
        for each in turn.rows
    ]
    titles = [_("Đề xuất"), _("Cơ quan đề xuất"), _("Từ ngày"), _("Đang ở bước"), _("Ghi chú")]
    listed = table("proposals", _("Các đề xuất chính sách"), titles, rows)
    context = {
        **frame("proposals"),
        "title": _("Đề xuất chính sách"),
        "lead": _("Từ nghiên cứu, dự thảo, lấy ý kiến, trình, đến nghị quyết và có hiệu lực."),
        "ways": way(request, _("Ghi một đề xuất"), "propose"),
        "parts": [
            Section(table=listed, turn=turn, words="" if listed else _("Chưa có đề xuất nào."))
        ],
    }
    return render(request, "ui/sections.html", context)


@private("efforts.see")
def one(request: DeskRequest, uuid: Any) -> HttpResponse:
    """Show a proposal and its history."""
    found = Proposal.objects.select_related("office", "document").filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    ways = [Link(_("Bước tiếp theo"), reverse("efforts:take", args=[found.uuid]))]
    context = {
        **frame("proposals"),
        "title": found.title,
        "simulated": found.simulated,
        "crumbs": crumbs("proposals", _("Đề xuất chính sách"), found.title),
        "ways": ways if _goes_on(found) and covers(request, found.place_id) else [],
        "facts": [
            (_("Cơ quan đề xuất"), named(found.office)),
            (_("Từ ngày"), day(found.begun_on)),
            (_("Đang ở bước"), str(found.get_stage_display())),
            (_("Nghị quyết"), str(found.document or "") or found.number or _("chưa có")),
        ],
        "parts": [
            Section(_("Nội dung"), found.about or _("Chưa ghi nội dung.")),
            _history(found),
        ],
    }
    return render(request, "ui/sections.html", context)


def _goes_on(one: Proposal) -> bool:
    return any(one.stage in step.before for step in TRANSITIONS.values())


def _history(one: Proposal) -> Section:
    rows = [
        [
            Cell(day(step.day)),
            Cell(str(TRANSITIONS[step.act].name)),
            Cell(str(Stage(step.after).label)),
            Cell(step.words),
            Cell(step.by.name),
        ]
        for step in one.steps.select_related("by")
    ]
    titles = [_("Ngày"), _("Bước"), _("Thành"), _("Nội dung, lý do"), _("Người ghi")]
    listed = table("steps", _("Các bước đã qua"), titles, rows)
    return Section(table=listed, words="" if listed else _("Chưa qua bước nào."))


class Propose(Writing):
    """Write down a proposal."""

    form_class = ProposalForm
    title = gettext_lazy("Ghi một đề xuất")
    page = "proposals"

    def act(self, form: Form) -> str:
        made = actions.propose(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("efforts:proposal", args=[made.uuid])


class Take(OnThing):
    """Take the next step."""

    form_class = StepForm
    title = gettext_lazy("Bước tiếp theo")
    model = Proposal
    page = "proposal"

    def initial(self) -> dict[str, Any]:
        return {"seen": self.thing.version}

    def form_words(self) -> dict[str, Any]:
        return {"stage": self.thing.stage}

    def act(self, form: Form) -> str:
        actions.take(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()
