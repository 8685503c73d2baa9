"""Whether a reintegration still holds: written at the follow-up, corrected, followed up again."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mangnon.register import actions
from mangnon.register.access import record_within
from mangnon.register.actions.checks import locked
from mangnon.register.forms.plans import FollowUpForm
from mangnon.register.models import Reintegration
from mangnon.register.views.writing.base import ChildEditPage
from mangnon.text.dates import format_date
from mangnon.ui.forms import Form


class FollowUp(ChildEditPage):
    """Write how one outcome of the child stood at the follow-up."""

    form_class = FollowUpForm
    title = _("Theo dõi lại kết quả hòa nhập")
    template = "register/follow_up_act.html"
    outcome: Reintegration

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        known = self.child.reintegrations.all()
        self.outcome = record_within(known, kwargs["outcome"], self.child)

    def current(self) -> dict[str, str]:
        day, holds = self.outcome.followed_up_on, self.outcome.still_holds
        return {
            "followed_up_on": format_date(day, "vi") if day else "",
            "still_holds": "" if holds is None else "yes" if holds else "no",
        }

    def context(self) -> dict[str, Any]:
        return {**super().context(), "outcome": self.outcome}

    def lock(self) -> None:
        self.child = locked(self.child)
        self.outcome = self.child.reintegrations.get(pk=self.outcome.pk)

    def act(self, form: Form) -> str:
        actions.follow_up(
            self.outcome,
            followed_up_on=form.cleaned_data["followed_up_on"],
            still_holds=form.cleaned_data["still_holds"] == "yes",
            let_go=self.sealed_let_go(),
            warrant=self.request.leave.warrant(),
        )
        return self.back()
