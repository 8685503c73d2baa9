"""Special circumstances, and the assistance given."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.register.evidence import LONGEST_ISSUER, LONGEST_NUMBER, Evidence
from mangnon.register.models import AssistanceKind, Circumstance, CircumstanceGroup, EvidenceKind
from mangnon.ui.forms import DayField, Form
from mangnon.ui.templatetags.mangnon_ui import named


class NamedChoice(forms.ModelChoiceField):
    """A choice among rows with names in both languages."""

    def label_from_instance(self, row: Model) -> str:
        return named(row)


def in_force(rows: QuerySet[Any], day: date) -> QuerySet[Any]:
    """Return the rows of a catalogue that stand in it on a day."""
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return rows.filter(begun, Q(valid_to__isnull=True) | Q(valid_to__gt=day)).order_by("pk")


class EvidenceForm(Form):
    """The paper on which a finding rests; all may be empty, since it often comes afterwards."""

    evidence = NamedChoice(
        label=_("Căn cứ vào giấy tờ nào"),
        queryset=EvidenceKind.objects.order_by("pk"),
        required=False,
        empty_label=_("Chưa có giấy tờ"),
    )
    evidence_number = forms.CharField(
        label=_("Số, ký hiệu của giấy tờ"),
        required=False,
        max_length=LONGEST_NUMBER,
        help_text=_("Số và nơi cấp được khóa bằng khóa của hồ sơ."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    evidence_on = DayField(label=_("Ngày của giấy tờ"), required=False)
    evidence_issuer = forms.CharField(
        label=_("Nơi cấp"),
        required=False,
        max_length=LONGEST_ISSUER,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a number, a day or an issuer of no paper."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        more = ("evidence_number", "evidence_on", "evidence_issuer")
        if not told.get("evidence") and any(told.get(name) for name in more):
            self.add_error("evidence", gettext("Hãy chọn loại giấy tờ, hoặc để trống cả bốn ô."))
        return told

    def told_evidence(self) -> Evidence | None:
        """Return the paper; None where there is none yet."""
        told = self.cleaned_data
        if not told["evidence"]:
            return None
        return Evidence(
            kind=told["evidence"],
            number=told["evidence_number"],
            issued_on=told["evidence_on"],
            issuer=told["evidence_issuer"],
        )


class BeginForm(EvidenceForm):
    """A group of special circumstances that a child enters."""

    field_order = ("group", "valid_from", "identified_on")
    group = NamedChoice(
        label=_("Nhóm hoàn cảnh"),
        queryset=CircumstanceGroup.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    valid_from = DayField(label=_("Từ ngày"))
    identified_on = DayField(
        label=_("Ngày xác định"),
        required=False,
        help_text=_("Để trống nếu xác định cùng ngày."),
    )

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        known = in_force(CircumstanceGroup.objects.all(), clock.today())
        self.offer_rows("group", known)


class EndForm(Form):
    """The end of a spell, and why."""

    ended_on = DayField(label=_("Ngày đầu tiên không còn hoàn cảnh này"))
    reason = forms.ChoiceField(
        label=_("Lý do kết thúc"), choices=Circumstance.End.choices, widget=forms.RadioSelect
    )


class AssistForm(Form):
    """Something a child received."""

    kind = NamedChoice(
        label=_("Loại trợ giúp"),
        queryset=AssistanceKind.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )
    delivered_on = DayField(label=_("Ngày nhận"))

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        known = in_force(AssistanceKind.objects.all(), clock.today())
        self.offer_rows("kind", known)


class ReintegrationForm(Form):
    """The four conditions behind T2c on a day."""

    reached_on = DayField(label=_("Ngày đánh giá"))
    in_family = forms.BooleanField(label=_("Sống trong gia đình an toàn"), required=False)
    in_school_or_care = forms.BooleanField(label=_("Đi học hoặc được chăm sóc"), required=False)
    no_new_harm = forms.BooleanField(label=_("Không bị tổn hại mới"), required=False)
    goals_met = forms.BooleanField(label=_("Đạt mục tiêu của kế hoạch"), required=False)
