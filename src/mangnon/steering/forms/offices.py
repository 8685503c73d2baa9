"""The forms of offices: one written down, what it became, its end."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.forms.choices import OfficeField, PlaceField
from mangnon.places.models import Office, OfficeChange
from mangnon.steering.forms.records import PlacedForm, decision_field
from mangnon.ui.forms import DayField, Form

_LINES = (
    (Office.Line.PARTY, _("Hệ thống Đảng")),
    (Office.Line.STATE, _("Hệ thống Nhà nước")),
    (Office.Line.MASS, _("Đoàn thể")),
)


def _name(label: Any, **words: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=200, **words)


class OfficeForm(PlacedForm):
    """An office of a place."""

    place = PlaceField()
    line = forms.ChoiceField(label=_("Hệ thống"), choices=_LINES, widget=forms.RadioSelect)
    name_vi = _name(_("Tên cơ quan"))
    name_en = _name(_("Tên tiếng Anh, nếu có"), required=False)
    parent = OfficeField(label=_("Cơ quan cấp trên"), required=False)
    valid_from = DayField(label=_("Hoạt động từ ngày"))
    decision = decision_field(required=False)


class BecomeForm(Form):
    """What an office became, when and by which decision."""

    kind = forms.ChoiceField(
        label=_("Thay đổi"), choices=OfficeChange.Kind.choices, widget=forms.RadioSelect
    )
    into = OfficeField(
        label=_("Vào cơ quan"),
        required=False,
        help_text=_("Khi hợp nhất, chia tách, chuyển giao cho cơ quan đang có."),
    )
    name_vi = _name(
        _("hoặc thành cơ quan mới, tên là"),
        required=False,
        help_text=_("Khi đổi tên: ghi tên mới."),
    )
    name_en = _name(_("Tên mới bằng tiếng Anh, nếu có"), required=False)
    day = DayField(label=_("Từ ngày"))
    decision = decision_field(required=False)
    decided_on = DayField(label=_("Ngày ra quyết định"), required=False)
    ends = forms.BooleanField(
        label=_("Cơ quan cũ thôi hoạt động"),
        required=False,
        help_text=_("Đổi tên và hợp nhất thì cơ quan cũ luôn thôi hoạt động."),
    )

    def __init__(self, *args: Any, places: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["into"].within(places)  # type: ignore[attr-defined]


class CloseOfficeForm(Form):
    """When and by which decision an office ends without an heir."""

    valid_to = DayField(label=_("Thôi hoạt động từ ngày"))
    decision = decision_field()
