"""The plan's five tasks with their measures and money, and one measure."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest, private
from mangnon.access.scope import lies_within
from mangnon.access.wording import place_name
from mangnon.efforts import actions
from mangnon.efforts.forms.records import BudgetForm, MeasureForm
from mangnon.efforts.models import BudgetLine, Measure
from mangnon.efforts.money import budget_chart, budget_table, dong
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
from mangnon.programme.models import Task
from mangnon.ui.forms import Form
from mangnon.ui.parts import Cell, Column, Link, Section, Table
from mangnon.ui.templatetags.mangnon_ui import named, page_language


@private("efforts.see")
def page(request: DeskRequest) -> HttpResponse:
    """Show the tasks, each with its measures and money; then the money of all."""
    lines = list(BudgetLine.objects.select_related("measure").filter(
        lies_within(request.leave.places, "measure__place")
    ))  # fmt: skip
    measures = _measures(request)
    rows = [_task_row(task, list(measures), lines) for task in Task.objects.order_by("position")]
    columns = [Column(_("Nhiệm vụ, giải pháp")), Column(_("Biện pháp"), numeric=True)]
    money = (_("Dự toán"), _("Đã cấp"), _("Đã chi"))
    columns += [Column(_("%(what)s, đồng") % {"what": one}, numeric=True) for one in money]
    note = _("Nguồn chỉ nêu tên 5 nhiệm vụ; danh sách có thể chưa đầy đủ. Biện pháp, kinh phí do "
             "các cơ quan ghi.")  # fmt: skip
    tasks = Table("tasks", _("5 nhiệm vụ, giải pháp của kế hoạch"), columns, rows, note)
    context = {
        **frame("tasks"),
        "title": _("Nhiệm vụ, giải pháp"),
        "simulated": any(one.simulated for one in measures),
        "ways": way(request, _("Ghi một biện pháp"), "add_measure"),
        "parts": [Section(table=tasks), *_money(lines)],
    }
    return render(request, "ui/sections.html", context)


@private("efforts.see")
def task(request: DeskRequest, code: str) -> HttpResponse:
    """Show one task: its measures within reach, and their money."""
    found = Task.objects.filter(code=code).first()
    if found is None:
        raise NotHere
    measures = list(_measures(request).filter(task=found))
    lines = list(BudgetLine.objects.filter(measure__in=measures))
    context = {
        **frame(""),
        "title": _title(found),
        "simulated": any(one.simulated for one in measures),
        "crumbs": crumbs("tasks", _("Nhiệm vụ, giải pháp"), _title(found)),
        "ways": way(request, _("Ghi một biện pháp"), "add_measure"),
        "parts": [_listed(measures), *_money(lines)],
    }
    return render(request, "ui/sections.html", context)


@private("efforts.see")
def measure(request: DeskRequest, uuid: Any) -> HttpResponse:
    """Show a measure with its money."""
    found = _measures(request).filter(uuid=uuid).first()
    if found is None:
        raise NotHere
    ways = [Link(_("Ghi kinh phí"), reverse("efforts:set_budget", args=[found.uuid]))]
    context = {
        **frame(""),
        "title": found.title,
        "simulated": found.simulated,
        "crumbs": crumbs("tasks", _("Nhiệm vụ, giải pháp"), found.title),
        "ways": ways if covers(request, found.place_id) else [],
        "facts": [
            (_("Nhiệm vụ của kế hoạch"), _title(found.task)),
            (_("Địa bàn"), place_name(found.place)),
            (_("Cơ quan phụ trách"), named(found.office)),
            (_("Thời gian"), _span(found)),
            (_("Kết quả cần đạt"), found.result or _("chưa ghi")),
        ],
        "parts": _money(list(found.budget.all())),
    }
    return render(request, "ui/sections.html", context)


def _measures(request: DeskRequest) -> QuerySet[Measure]:
    rows = Measure.objects.filter(lies_within(request.leave.places, "place"))
    return rows.select_related("place", "office", "task")


def _title(one: Task) -> str:
    return one.title_en if page_language() == "en" else one.title_vi


def _span(one: Measure) -> str:
    return f"{one.from_year} – {one.to_year or _('nay')}"


def _task_row(one: Task, measures: list[Measure], lines: list[BudgetLine]) -> list[Cell]:
    own = [each for each in lines if each.measure.task_id == one.pk]
    sums = (sum(getattr(each, name) for each in own) for name in ("planned", "given", "spent"))
    count = sum(each.task_id == one.pk for each in measures)
    return [
        Cell(f"{one.position}. {_title(one)}", reverse("efforts:task", args=[one.code])),
        Cell(str(count)),
        *(Cell(dong(each)) for each in sums),
    ]


def _listed(measures: list[Measure]) -> Section:
    rows = [
        [
            Cell(each.title, reverse("efforts:measure", args=[each.uuid])),
            Cell(place_name(each.place)),
            Cell(named(each.office)),
            Cell(_span(each)),
            Cell(simulated(each)),
        ]
        for each in measures[:MOST]
    ]
    titles = [_("Biện pháp"), _("Địa bàn"), _("Cơ quan phụ trách"), _("Thời gian"), _("Ghi chú")]
    none = _("Chưa ghi biện pháp nào: nguồn chỉ nêu tên nhiệm vụ.")
    listed = table("measures", _("Các biện pháp"), titles, rows)
    return Section(table=listed, words="" if listed else none)


def _money(lines: list[BudgetLine]) -> list[Section]:
    if not lines:
        return [Section(_("Kinh phí"), _("Chưa ghi kinh phí."))]
    return [Section(chart=budget_chart(lines), table=budget_table(lines))]


class AddMeasure(Writing):
    """Write down a measure."""

    form_class = MeasureForm
    title = gettext_lazy("Ghi một biện pháp")
    page = "tasks"

    def act(self, form: Form) -> str:
        made = actions.add_measure(**form.cleaned_data, warrant=self.request.leave.warrant())
        return reverse("efforts:measure", args=[made.uuid])


class SetBudget(OnThing):
    """Write the money of a year from a source."""

    form_class = BudgetForm
    title = gettext_lazy("Ghi kinh phí")
    lead = gettext_lazy("Số ghi ở đây thay cho số đã ghi của cùng năm và nguồn.")
    model = Measure
    page = "measure"

    def act(self, form: Form) -> str:
        actions.set_budget(self.thing, **form.cleaned_data, warrant=self.request.leave.warrant())
        return self.back()
