"""Fields that read what people write: days day first, numbers with a decimal comma."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.text.dates import KnownDate, NotADateError, format_date, parse_date
from mangnon.text.numbers import NotANumberError, format_number, parse_number
from mangnon.ui.templatetags.mangnon_ui import page_language

_DAY_HINT = gettext_lazy("Ngày trước, tháng sau. Ví dụ: 15/03/2019.")
_KNOWN_HINT = gettext_lazy("Ví dụ: 15/03/2019. Nếu chỉ biết tháng hoặc năm: 03/2019, 2019.")


class KnownDayField(forms.CharField):
    """A day as far as it is known; gives a ``KnownDate``: to the day, the month or the year."""

    whole = False  # whether only a day will do

    def __init__(self, **words: Any) -> None:
        words.setdefault("help_text", _KNOWN_HINT)
        words.setdefault("max_length", 40)
        words.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric", "size": 12}))
        super().__init__(**words)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            return parse_date(text, whole=self.whole)
        except NotADateError as error:
            raise ValidationError(error.sentence.in_language(page_language())) from None

    def prepare_value(self, value: Any) -> Any:
        return format_date(value, "vi") if isinstance(value, date | KnownDate) else value


class DayField(KnownDayField):
    """A day that must be known to the day; gives a ``date``."""

    whole = True

    def __init__(self, **words: Any) -> None:
        words.setdefault("help_text", _DAY_HINT)
        super().__init__(**words)

    def clean(self, value: Any) -> Any:
        known = super().clean(value)
        return None if known is None else known.first


class DecimalField(forms.CharField):
    """A number as people write it: 7,4 or 7.4; gives a float."""

    def __init__(self, *, least: float, most: float, unit: str = "", **words: Any) -> None:
        self.least, self.most, self.unit = least, most, unit
        words.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "size": 6}))
        words.setdefault("max_length", 12)
        super().__init__(**words)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            number = float(parse_number(text))
        except NotANumberError as error:
            raise ValidationError(error.sentence.in_language(page_language())) from None
        if not self.least <= number <= self.most:
            words = {"least": self._limit(self.least), "most": self._limit(self.most)}
            raise ValidationError(_("Phải từ %(least)s đến %(most)s.") % words)
        return number

    def prepare_value(self, value: Any) -> Any:
        return _plain(value) if isinstance(value, int | float) else value

    def _limit(self, number: float) -> str:
        return f"{_plain(number)} {self.unit}".strip()


def _plain(number: float) -> str:
    """Write a number with no more decimals than it has, two at most."""
    decimals = next(d for d in (0, 1, 2) if d == 2 or round(number, d) == number)
    return format_number(number, decimals, page_language())
