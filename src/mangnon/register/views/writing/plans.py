"""A support plan of a child in special circumstances: approved, with what it promises; closed."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mangnon.register import actions
from mangnon.register.access import record_within
from mangnon.register.forms.plans import ClosePlanForm, PlanForm
from mangnon.register.models import Plan
from mangnon.register.views.writing.base import ChildPage
from mangnon.ui.forms import Form


class Approve(ChildPage):
    """Write an approved plan with its services; the answers are shown once more first."""

    form_class = PlanForm
    title = _("Ghi kế hoạch hỗ trợ, can thiệp")
    lead = _("Kế hoạch đã được phê duyệt: có những dịch vụ nào, hạn của từng dịch vụ.")
    template = "register/plan_act.html"
    checks = True

    def act(self, form: Form) -> str:
        assert isinstance(form, PlanForm)
        actions.approve_plan(
            self.child,
            approved_on=form.cleaned_data["approved_on"],
            services=form.services(),
            warrant=self.request.leave.warrant(),
        )
        return self.back()


class Close(ChildPage):
    """Close a plan; the answers are shown once more first, since it is not opened again."""

    form_class = ClosePlanForm
    title = _("Đóng kế hoạch hỗ trợ, can thiệp")
    template = "register/close_plan_act.html"
    checks = True
    plan: Plan

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.plan = record_within(self.child.plans.all(), kwargs["plan"], self.child)

    def context(self) -> dict[str, Any]:
        waiting = self.plan.services.filter(delivered_on__isnull=True).select_related("kind")
        return {**super().context(), "plan": self.plan, "waiting": waiting.order_by("due_on")}

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.close_plan(self.plan, **form.cleaned_data, warrant=warrant)
        return self.back()
