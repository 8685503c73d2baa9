"""What a step of a report asks for, and what a restatement does."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from mangnon.aggregates.judging import number_typed
from mangnon.aggregates.states import Transition
from mangnon.ui.forms import Form
from mangnon.ui.templatetags.mangnon_ui import page_language

_NO_NAMES = _("Không ghi họ tên trẻ em: ai xem báo cáo này cũng đọc được.")
LONGEST = 2_000


def _words(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONGEST, help_text=_NO_NAMES,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip


class StepForm(Form):
    """The words of a step, where it needs or takes any."""

    words = _words(_("Lý do, ý kiến"))
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, step: Transition, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["words"].required = step.needs_words
        if step.needs_words:
            self.fields["words"].label = _("Lý do và số liệu cần sửa")


class CountField(forms.CharField):
    """A count as people write it: 1.234 or 1234."""

    def __init__(self, **words: Any) -> None:
        words.setdefault("max_length", 24)
        words.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "size": 10}))
        super().__init__(**words)

    def clean(self, value: Any) -> Any:
        number, wrong = number_typed(super().clean(value))
        if wrong is not None:
            raise ValidationError(wrong.in_language(page_language()))
        return number


class RestateForm(Form):
    """The new numbers, and why."""

    numerator = CountField()
    denominator = CountField()
    words = _words(_("Lý do, căn cứ đính chính"))

    def __init__(self, *args: Any, part: str, whole: str, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["numerator"].label, self.fields["denominator"].label = part, whole
