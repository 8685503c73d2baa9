"""Special circumstances that begin and end, and the assistance given."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mangnon.register import actions
from mangnon.register.access import record_within
from mangnon.register.forms.support import AssistForm, BeginForm, EndForm, ReintegrationForm
from mangnon.register.models import Circumstance, PlannedService
from mangnon.register.views.writing.base import ChildPage
from mangnon.ui.forms import DayField, Form


class Begin(ChildPage):
    """A child enters a group of special circumstances."""

    form_class = BeginForm
    title = _("Ghi hoàn cảnh đặc biệt")

    def act(self, form: Form) -> str:
        assert isinstance(form, BeginForm)
        told = form.cleaned_data
        actions.begin_circumstance(
            self.child,
            group=told["group"],
            valid_from=told["valid_from"],
            identified_on=told["identified_on"],
            evidence=form.told_evidence(),
            warrant=self.request.leave.warrant(),
        )
        return self.back()


class End(ChildPage):
    """A spell of special circumstances ends."""

    form_class = EndForm
    title = _("Ghi kết thúc hoàn cảnh đặc biệt")
    spell: Circumstance

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        known = self.child.circumstances.select_related("group")
        self.spell = record_within(known, kwargs["spell"], self.child)

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.end_circumstance(self.spell, **form.cleaned_data, warrant=warrant)
        return self.back()


class Assist(ChildPage):
    """A child received something."""

    form_class = AssistForm
    title = _("Ghi trợ giúp đã nhận")

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.give_assistance(self.child, **form.cleaned_data, warrant=warrant)
        return self.back()


class Reintegrate(ChildPage):
    """How a child stands against the four conditions of reintegration."""

    form_class = ReintegrationForm
    title = _("Ghi kết quả hòa nhập")

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.record_reintegration(self.child, **form.cleaned_data, warrant=warrant)
        return self.back()


class DeliveryForm(Form):
    """The day a planned service was delivered."""

    delivered_on = DayField(label=_("Ngày thực hiện"))


class Deliver(ChildPage):
    """A service that a plan promised was delivered."""

    form_class = DeliveryForm
    title = _("Ghi dịch vụ đã thực hiện")
    service: PlannedService

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        planned = PlannedService.objects.filter(plan__child=self.child)
        known = planned.select_related("plan", "kind")
        self.service = record_within(known, kwargs["service"], self.child)

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.deliver_service(self.service, **form.cleaned_data, warrant=warrant)
        return self.back()
