"""A support plan of a child in special circumstances: approved, with what it promises."""

from django.utils.translation import gettext_lazy as _

from mangnon.register import actions
from mangnon.register.forms.plans import PlanForm
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
