"""The base of every form: its errors are summed up above it, each linked to its field."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.forms.renderers import TemplatesSetting
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.text.sentence import DomainError
from mangnon.ui.templatetags.mangnon_ui import page_language

REQUIRED = gettext_lazy("Hãy điền mục này.")


class Renderer(TemplatesSetting):
    """Renders forms and fields by the design system's templates."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"


class Form(forms.Form):
    """A form of the desk. ``refuse`` puts a domain error's sentence where people look first."""

    default_renderer = Renderer
    required_css_class = "required"
    error_css_class = "faulty"

    def __init__(self, *args: Any, **words: Any) -> None:
        words.setdefault("label_suffix", "")
        super().__init__(*args, **words)
        for field in self.fields.values():
            field.error_messages["required"] = str(REQUIRED)

    def offer(self, name: str, choices: Iterable[Any]) -> None:
        """Give a field the choices that are known only when the form is made."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def offer_rows(self, name: str, rows: QuerySet[Any]) -> None:
        """Give a field the rows of a table to choose from."""
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows

    def refuse(self, error: DomainError, field: str | None = None) -> None:
        """Add the sentence of a domain error, to the form or to one field."""
        self.add_error(field, error.sentence.in_language(page_language()))

    def problems(self) -> Iterator[tuple[str, str]]:
        """Yield every error with the id of the field it belongs to; empty for the whole form."""
        for name, messages in self.errors.items():
            known = name in self.fields
            for message in messages:
                yield str(message), (self[name].id_for_label or self[name].auto_id) if known else ""

    def answers(self) -> Iterator[tuple[str, str]]:
        """Yield label and what was answered, for a page that asks to check the answers."""
        for bound in self.visible_fields():
            value = bound.data if bound.form.is_bound else bound.value()
            yield str(bound.label), in_words(bound, value)


def in_words(bound: forms.BoundField, value: Any) -> str:
    """Write an answer as a person would read it: the words of a choice, not its code."""
    choices = getattr(bound.field, "choices", None)
    if choices is not None:
        chosen = set(map(str, value if isinstance(value, list | tuple) else [value]))
        return ", ".join(str(label) for code, label in choices if str(code) in chosen and code)
    if isinstance(bound.field, forms.BooleanField):
        return _("Có") if value else _("Không")
    return str(value or "")
