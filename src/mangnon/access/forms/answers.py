"""The form by which a second administrator answers roles that wait."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.models import Holding
from mangnon.ui.forms import Form

CONFIRM, ALL, TICKED = "confirm", "all", "ticked"


class AnswerForm(Form):
    """All of a batch, or those ticked; they stand, or they are refused for a reason."""

    whom = forms.ChoiceField(
        label=_("Trả lời cho ai?"),
        choices=[(ALL, _("Cả danh sách này")), (TICKED, _("Chỉ những người được đánh dấu"))],
        widget=forms.RadioSelect,
    )
    ticked = forms.MultipleChoiceField(label=_("Danh sách"), required=False)
    answer = forms.ChoiceField(label=_("Trả lời"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, rows: Iterable[Holding], **words: Any) -> None:
        super().__init__(*args, **words)
        self.rows = {str(row.uuid): row for row in rows}
        self.offer("ticked", [(code, code) for code in self.rows])
        self.fields["ticked"].error_messages["invalid_choice"] = str(
            _("Có vai trò không còn chờ xác nhận. Hãy xem lại danh sách.")
        )
        refusals = [(code, _("Không: %(why)s") % {"why": _lower(why)})
                    for code, why in Holding.Refusal.choices]  # fmt: skip
        confirm = (CONFIRM, _("Xác nhận: vai trò bắt đầu có hiệu lực"))
        self.offer("answer", [confirm, *refusals])
        if len(self.rows) <= 1:
            self.fields["whom"].required = False

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        whom, ticked = told.get("whom") or ALL, told.get("ticked", [])
        if whom == TICKED and not ticked and "ticked" not in self.errors:
            self.add_error("whom", _("Hãy đánh dấu ít nhất một người trong danh sách."))
        if whom == ALL and ticked:
            self.add_error(
                "whom", _("Bạn đã đánh dấu vài người nhưng lại chọn cả danh sách. Hãy chọn một.")
            )
        return told

    def chosen(self) -> list[Holding]:
        """Return the roles that are answered."""
        if self.cleaned_data["whom"] == TICKED:
            return [self.rows[code] for code in self.cleaned_data["ticked"]]
        return list(self.rows.values())


def _lower(words: object) -> str:
    text = str(words)
    return text[:1].lower() + text[1:]
