"""A support plan with what it promises, and whether a reintegration still holds."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.register.actions.support import not_due_before_plan
from mangnon.register.errors import WrongDay
from mangnon.register.forms.support import NamedChoice, in_force
from mangnon.register.models import AssistanceKind, Plan
from mangnon.text.dates import format_date
from mangnon.ui.forms import DayField, Form
from mangnon.ui.forms.form import REQUIRED
from mangnon.ui.templatetags.mangnon_ui import named, page_language

MOST = 6
FIRST = 2  # so many services are asked for at once; the others stand folded


class PlanForm(Form):
    """The day of approval, and one to six services; whichever follow the first may be empty."""

    approved_on = DayField(label=_("Ngày phê duyệt"))

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        on_offer = in_force(AssistanceKind.objects.all(), clock.today())
        for row in range(1, MOST + 1):
            asked: dict[str, Any] = {
                "required": row == 1,
                "error_messages": {"required": str(REQUIRED)},
            }
            self.fields[f"kind_{row}"] = NamedChoice(
                label=gettext("Dịch vụ %(row)s") % {"row": row},
                queryset=on_offer,
                empty_label=gettext("Chọn dịch vụ"),
                **asked,
            )
            self.fields[f"due_{row}"] = DayField(
                label=gettext("Hạn của dịch vụ %(row)s") % {"row": row}, help_text="", **asked
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a service without its due day, a day without a service, and one too early."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for row in range(1, MOST + 1):
            kind, due = f"kind_{row}", f"due_{row}"
            self._in_order(due, told.get("approved_on"), told.get(due))
            if kind in self.errors or due in self.errors:
                continue
            if told[kind] and not told[due]:
                self.add_error(due, gettext("Hãy ghi hạn của dịch vụ này."))
            elif told[due] and not told[kind]:
                self.add_error(kind, gettext("Hãy chọn dịch vụ có hạn này, hoặc xóa hạn."))
        return told

    def _in_order(self, field: str, approved_on: date | None, due_on: date | None) -> None:
        if approved_on is None or due_on is None:
            return
        try:
            not_due_before_plan(due_on, approved_on)
        except WrongDay as error:
            self.refuse(error, field)

    def services(self) -> list[tuple[AssistanceKind, date]]:
        """Return what is promised, and by when."""
        told = self.cleaned_data
        rows = range(1, MOST + 1)
        return [(told[f"kind_{row}"], told[f"due_{row}"]) for row in rows if told[f"kind_{row}"]]

    def answers(self) -> Iterator[tuple[str, str]]:
        """Yield the day and each service; empty rows are no answers."""
        language = page_language()
        approved_on = format_date(self.cleaned_data["approved_on"], language)
        yield str(self.fields["approved_on"].label), approved_on
        for row, (kind, due_on) in enumerate(self.services(), start=1):
            words = {"kind": named(kind), "due": format_date(due_on, language)}
            yield (
                gettext("Dịch vụ %(row)s") % {"row": row},
                gettext("%(kind)s, hạn %(due)s") % words,
            )

    def shown(self) -> list[list[forms.BoundField]]:
        """Return the fields of the services that stand open, row by row."""
        return [self._row(row) for row in range(1, FIRST + 1)]

    def folded(self) -> list[list[forms.BoundField]]:
        """Return the fields of the others."""
        return [self._row(row) for row in range(FIRST + 1, MOST + 1)]

    def unfolded(self) -> bool:
        """Whether something was typed, or is wrong, in the others."""
        return any(bound.data or bound.errors for row in self.folded() for bound in row)

    def _row(self, row: int) -> list[forms.BoundField]:
        return [self[f"kind_{row}"], self[f"due_{row}"]]


class ClosePlanForm(Form):
    """The last day of a plan, and why it was closed."""

    closed_on = DayField(label=_("Ngày đóng kế hoạch"))
    reason = forms.ChoiceField(
        label=_("Lý do đóng"), choices=Plan.Closing.choices, widget=forms.RadioSelect
    )


class FollowUpForm(Form):
    """Whether the four conditions behind T2c still hold on a later day."""

    followed_up_on = DayField(label=_("Ngày theo dõi lại"))
    still_holds = forms.ChoiceField(
        label=_("Bốn điều kiện hòa nhập còn giữ được không"),
        choices=(("yes", _("Còn giữ được cả bốn")), ("no", _("Không còn giữ được"))),
        widget=forms.RadioSelect,
    )
