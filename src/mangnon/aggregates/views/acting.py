"""Acting: send a report, approve or return it, lock it, restate a figure of it."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.errors import NotHere
from mangnon.access.scope import place_within
from mangnon.access.sending import ActPage
from mangnon.aggregates import actions
from mangnon.aggregates.errors import Outdated
from mangnon.aggregates.forms import RestateForm, StepForm
from mangnon.aggregates.models import Figure, Report, ReportForm
from mangnon.aggregates.periods import approver_of
from mangnon.aggregates.queries import approved_of, form_of, lines_of, report_at
from mangnon.aggregates.states import TRANSITIONS, Side, Transition
from mangnon.aggregates.templatetags.aggregates_words import told
from mangnon.aggregates.views.grid import owed_at
from mangnon.aggregates.views.reading import period_of
from mangnon.text.numbers import format_number
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import page_language


class ReportPage(ActPage):
    """An act on the report of the address, where something was begun."""

    template = "aggregates/act.html"
    report: Report

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        form, place = (
            form_of(kwargs["form"]),
            place_within(self.request.leave.places, kwargs["place"]),
        )
        report = report_at(form, place, owed_at(form, place, kwargs["start"]).start)
        if report is None:
            raise NotHere
        self.report = report

    def context(self) -> dict[str, Any]:
        return {**super().context(), "report": self.report, "back": self.back()}

    def back(self) -> str:
        """Return where the act leads when it is done, or given up."""
        one = self.report
        args = [one.form.code, one.period_start.isoformat(), one.place.key]
        return reverse("aggregates:report", args=args)


class Step(ReportPage):
    """Take a step of the table, where its side is the person's."""

    form_class = StepForm
    side: Side
    step: Transition

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        step = TRANSITIONS.get(kwargs.get("act", self.default))
        if step is None or step.side != self.side or self._where() not in self.request.leave.places:
            raise NotHere
        self.step, self.title, self.button = step, step.name, step.name

    default = ""

    def _where(self) -> int:
        return self.report.place_id

    def form_words(self) -> dict[str, Any]:
        return {"step": self.step}

    def initial(self) -> dict[str, Any]:
        return {"version": self.report.version}

    def context(self) -> dict[str, Any]:
        lines = lines_of(self.report.form, self.report.place, self.report.period_start)
        return {**super().context(), "lines": lines}

    def act(self, form: Form) -> str:
        sent = form.cleaned_data
        try:
            actions.take(
                self.report, self.step.act, words=sent["words"], seen=sent["version"],
                warrant=self.request.leave.warrant(),
            )  # fmt: skip
        except Outdated:
            self.report.refresh_from_db()
            form.data = form.data.copy()
            form.data["version"] = str(self.report.version)
            raise
        messages.success(self.request, _("Đã ghi: %(step)s.") % {"step": self.step.name})
        return self.back()


class Submit(Step):
    """Send the report to whoever approves it."""

    side, default = Side.FILLER, "submit"


class Answer(Step):
    """Approve, return, or take an approval back."""

    side = Side.APPROVER

    def _where(self) -> int:
        return approver_of(self.report.place_id)


class Lock(Step):
    """Lock what was approved: from then on a restatement alone changes it."""

    side, default = Side.KEEPER, "lock"

    def _where(self) -> int:
        return approver_of(self.report.place_id)


class LockPeriod(ActPage):
    """Lock all that is approved of a period, at once."""

    form_class = Form
    title = gettext_lazy("Khóa mọi báo cáo đã phê duyệt của kỳ")
    lead = gettext_lazy("Sau khi khóa, số liệu chỉ thay đổi bằng đính chính, có ngày và lý do.")
    button = gettext_lazy("Khóa số liệu")
    template = "aggregates/lock_all.html"
    asked: ReportForm
    start: date

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.asked = form_of(kwargs["form"])
        self.start = period_of(self.asked, kwargs["start"]).start

    def context(self) -> dict[str, Any]:
        waiting = approved_of(self.asked, self.start, self.request.leave.places)
        return {**super().context(), "waiting": waiting, "back": self.back()}

    def back(self) -> str:
        """Return the page of the period."""
        return reverse("aggregates:period", args=[self.asked.code, self.start.isoformat()])

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        count = actions.lock_together(self.asked, self.start, warrant=warrant)
        messages.success(self.request, _("Đã khóa %(count)s báo cáo.") % {"count": count})
        return self.back()


class Restate(ReportPage):
    """Correct one locked figure; the old one stays beside it."""

    form_class = RestateForm
    title = gettext_lazy("Đính chính số liệu đã khóa")
    lead = gettext_lazy("Số cũ vẫn được giữ và hiện bên cạnh số mới, kèm tên bạn, ngày và lý do.")
    button = gettext_lazy("Ghi đính chính")
    figure: Figure

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        figures = Figure.objects.filter(report=self.report).select_related("item__indicator")
        found = figures.filter(item__indicator__code=kwargs["indicator"]).first()
        if found is None or approver_of(self.report.place_id) not in self.request.leave.places:
            raise NotHere
        self.figure = found

    def form_words(self) -> dict[str, Any]:
        item = self.figure.item
        return {"part": told(item, "numerator"), "whole": told(item, "denominator")}

    def initial(self) -> dict[str, Any]:
        held = {"numerator": self.figure.numerator, "denominator": self.figure.denominator}
        return {name: format_number(value or 0, 0, page_language()) for name, value in held.items()}

    def act(self, form: Form) -> str:
        actions.restate(
            self.report, self.figure.item.indicator.code, warrant=self.request.leave.warrant(),
            **form.cleaned_data,
        )  # fmt: skip
        messages.success(self.request, _("Đã ghi đính chính."))
        return self.back()
