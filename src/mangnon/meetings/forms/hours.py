"""An hour as people write it, and a programme as they write it: a line a point."""

import re
from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.meetings.details import Point

_HOUR = re.compile(r"(\d{1,2})\s*(?:[:.hg]|giờ)?\s*(\d{2})?\s*(?:phút|p)?", re.IGNORECASE)
_LINE = re.compile(r"\s*(\d{1,2}\s*(?:[:.hg]|giờ)\s*(?:\d{2})?)\s*[-–:]?\s+(\S.*)", re.IGNORECASE)
LONGEST_POINT = 300
MOST_POINTS = 40


class HourField(forms.CharField):
    """An hour: 8:00, 8h30, 8 giờ 30."""

    def __init__(self, **words: Any) -> None:
        words.setdefault("help_text", gettext_lazy("Ví dụ: 8:00 hoặc 8h30."))
        words.setdefault("max_length", 20)
        words.setdefault("widget", forms.TextInput(attrs={"size": 8, "autocomplete": "off"}))
        super().__init__(**words)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        found = hour_of(text)
        if found is None:
            raise ValidationError(_("Giờ ghi chưa đúng. Hãy ghi như 8:00 hoặc 8h30."))
        return found

    def prepare_value(self, value: Any) -> Any:
        return hour_text(value) if isinstance(value, time) else value


def hour_of(text: str) -> time | None:
    """Return the hour that a text says, or None."""
    found = _HOUR.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def hour_text(value: time | None) -> str:
    """Write an hour: 8:00; nothing for None."""
    return "" if value is None else f"{value.hour}:{value.minute:02d}"


class ProgrammeField(forms.CharField):
    """A programme, a line a point, each with its hour in front where that is known."""

    def __init__(self, **words: Any) -> None:
        words.setdefault(
            "help_text",
            gettext_lazy("Mỗi dòng một mục, giờ ghi ở đầu. Ví dụ: 8:00 Khai mạc"),
        )
        words.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        words.setdefault("required", False)
        super().__init__(**words)

    def clean(self, value: Any) -> Any:
        points = [point_of(line) for line in super().clean(value).splitlines() if line.strip()]
        if len(points) > MOST_POINTS or any(len(p.title_vi) > LONGEST_POINT for p in points):
            raise ValidationError(
                _("Tối đa %(points)s mục, mỗi mục tối đa %(letters)s ký tự.")
                % {"points": MOST_POINTS, "letters": LONGEST_POINT}
            )
        return points


def point_of(line: str) -> Point:
    """Return a line of a programme as a point: its hour, where one stands in front."""
    line = " ".join(line.split())  # a long run of spaces would be tried in every way
    found = _LINE.fullmatch(line)
    starts = hour_of(found[1]) if found else None
    return Point(found[2].strip(), starts) if found and starts else Point(line.strip())


def programme_text(points: Any) -> str:
    """Write a programme back as people type it."""
    return "\n".join(f"{hour_text(one.starts)} {one.title_vi}".strip() for one in points)
