"""Striking or correcting a weighing on record."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from mangnon.register import actions
from mangnon.register.access import record_within
from mangnon.register.errors import WrongMeasure
from mangnon.register.forms.care import StrikeForm
from mangnon.register.forms.weighing import WeighingForm
from mangnon.register.models import Measurement
from mangnon.register.views.writing.base import ChildPage
from mangnon.ui.forms import Form


class WeighingPage(ChildPage):
    """An act on one weighing of the child of the address."""

    template = "register/weighing_act.html"
    weighing: Measurement

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.weighing = record_within(self.child.measurements.all(), kwargs["weighing"], self.child)

    def context(self) -> dict[str, Any]:
        return {
            **super().context(),
            "weighing": self.weighing,
            "weighing_token": self.kwargs["weighing"],
        }


class Strike(WeighingPage):
    """Take a wrong weighing out of the register."""

    form_class = StrikeForm
    title = _("Xóa số đo ghi sai")
    button = _("Xóa khỏi sổ")

    def act(self, form: Form) -> str:
        warrant = self.request.leave.warrant()
        actions.strike_measurement(self.weighing, **form.cleaned_data, warrant=warrant)
        return self.back()


class CorrectWeighing(WeighingPage):
    """Correct a weighing; what is unlikely is asked once more."""

    form_class = WeighingForm
    title = _("Sửa số đo")

    def initial(self) -> dict[str, Any]:
        names = ("measured_on", "weight_kg", "length_cm", "position", "oedema")
        return {name: getattr(self.weighing, name) for name in names}

    def act(self, form: Form) -> str:
        assert isinstance(form, WeighingForm)
        try:
            actions.correct_measurement(
                self.weighing, **form.cleaned_data, warrant=self.request.leave.warrant()
            )
        except WrongMeasure:
            form.ask_whether_sure()
            raise
        return self.back()
