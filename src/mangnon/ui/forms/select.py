"""A choice among hundreds: written in one go, since Django renders a template an option."""

from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class LongSelect(forms.Select):
    """Django's select, without a template for each of its options."""

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        chosen = str(value or "")
        inside = format_html_join(
            "", "{}", ((_entry(key, label, chosen),) for key, label in self.choices)
        )
        held = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        return format_html("<select{}>{}</select>", flatatt(held), inside)


def _entry(key: Any, label: Any, chosen: str) -> SafeString:
    if isinstance(label, list | tuple):
        inside = format_html_join("", "{}", ((_option(*one, chosen),) for one in label))
        return format_html('<optgroup label="{}">{}</optgroup>', key, inside)
    return _option(key, label, chosen)


def _option(key: Any, label: Any, chosen: str) -> SafeString:
    if str(key) == chosen:
        return format_html('<option value="{}" selected>{}</option>', key, label)
    return format_html('<option value="{}">{}</option>', key, label)
