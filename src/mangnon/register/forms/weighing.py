"""One weighing of one child."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.register.models import Measurement
from mangnon.ui.forms import DayField, DecimalField, Form


class WeighingForm(Form):
    """Weight, height and how it was measured."""

    measured_on = DayField(label=_("Ngày cân, đo"))
    weight_kg = DecimalField(
        label=_("Cân nặng (kg)"), least=0.5, most=150, unit="kg", required=False,
        help_text=_("Ví dụ: 12,4"),
    )  # fmt: skip
    length_cm = DecimalField(
        label=_("Chiều dài hoặc chiều cao (cm)"), least=20, most=210, unit="cm", required=False,
        help_text=_("Ví dụ: 87,5"),
    )  # fmt: skip
    position = forms.ChoiceField(
        label=_("Tư thế đo"),
        choices=[*Measurement.Position.choices, ("", _("Không rõ"))],
        required=False,
        widget=forms.RadioSelect,
    )
    oedema = forms.BooleanField(label=_("Phù hai bàn chân"), required=False)
    confirmed = forms.BooleanField(
        label=_("Tôi đã đo lại và số đo đúng như vậy"), required=False, widget=forms.HiddenInput
    )

    def ask_whether_sure(self) -> None:
        """Show the tick that says that an unlikely figure was measured again."""
        self.fields["confirmed"].widget = forms.CheckboxInput()

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not self.errors and told.get("weight_kg") is None and told.get("length_cm") is None:
            self.add_error("weight_kg", _("Hãy ghi cân nặng, hoặc chiều cao, hoặc cả hai."))
        return told
