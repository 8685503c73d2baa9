"""Recording one weighing of one child."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.register import actions
from mangnon.register.errors import WrongMeasure
from mangnon.register.forms.weighing import WeighingForm
from mangnon.register.views.writing.base import ChildPage
from mangnon.ui.forms import Form


class Weigh(ChildPage):
    """Weigh and measure; what is unlikely is asked once more, never written silently."""

    form_class = WeighingForm
    title = _("Ghi cân, đo")

    def initial(self) -> dict[str, Any]:
        under_two = (clock.today() - self.child.birth_date).days < 730
        return {"measured_on": clock.today(), "position": "l" if under_two else "h"}

    def act(self, form: Form) -> str:
        assert isinstance(form, WeighingForm)
        try:
            actions.record_measurement(
                self.child, **form.cleaned_data, warrant=self.request.leave.warrant()
            )
        except WrongMeasure:
            form.ask_whether_sure()
            raise
        return self.back()
