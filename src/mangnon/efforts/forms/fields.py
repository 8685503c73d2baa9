"""Money as people write it, and years."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.text.numbers import format_number
from mangnon.ui.templatetags.mangnon_ui import page_language

_PLAIN = re.compile(r"-?\d+\Z")
_GROUPED = re.compile(r"-?\d{1,3}([.,\s\u00a0])\d{3}(?:\1\d{3})*\Z")


class MoneyField(forms.CharField):
    """Whole đồng: 1500000, 1.500.000 or 1,500,000; gives an int."""

    def __init__(self, **words: Any) -> None:
        words.setdefault("help_text", gettext_lazy("Số đồng, không có phần lẻ. Ví dụ: 1.500.000."))
        words.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "size": 18}))
        words.setdefault("max_length", 30)
        super().__init__(**words)

    def clean(self, value: Any) -> Any:
        text = super().clean(value).strip().removesuffix("đ").removesuffix("đồng").strip()
        if not text:
            return None
        if not (_PLAIN.match(text) or _GROUPED.match(text)):
            raise ValidationError(_("Hãy ghi số đồng, ví dụ 1.500.000."))
        return int(re.sub(r"[^\d-]", "", text))

    def prepare_value(self, value: Any) -> Any:
        return format_number(value, 0, page_language()) if isinstance(value, int) else value


def year_field(**words: Any) -> forms.IntegerField:
    """Return a field for a year."""
    return forms.IntegerField(
        min_value=1990, max_value=2100, widget=forms.TextInput(attrs={"size": 6}), **words
    )


def count_field(**words: Any) -> forms.IntegerField:
    """Return a field for how many."""
    words.setdefault("min_value", 0)
    box = forms.TextInput(attrs={"inputmode": "numeric", "size": 10})
    return forms.IntegerField(max_value=100_000_000, widget=box, **words)
