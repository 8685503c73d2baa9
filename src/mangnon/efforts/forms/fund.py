"""The forms of who takes part, and of the Fund."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from mangnon.access.forms.choices import PlaceField
from mangnon.efforts.forms.fields import MoneyField, count_field, year_field
from mangnon.efforts.forms.records import PlacedForm
from mangnon.efforts.models import Gift, Grant, Partner, Pledge
from mangnon.ui.forms import DayField, Form


class PartnerForm(PlacedForm):
    """Who takes part."""

    kind = forms.ChoiceField(label=_("Loại"), choices=Partner.Kind.choices,
                             widget=forms.RadioSelect)  # fmt: skip
    name = forms.CharField(label=_("Tên"), max_length=200)
    place = PlaceField()
    shown_as = forms.CharField(
        label=_("Tên công khai"),
        max_length=200,
        required=False,
        help_text=_("Ghi đúng như người đóng góp đồng ý. Để trống: không nêu tên."),
    )


class PledgeForm(Form):
    """What a partner promises."""

    what = forms.CharField(label=_("Cam kết"), max_length=300)
    amount = MoneyField(label=_("Giá trị"))
    pledged_on = DayField(label=_("Ngày cam kết"))
    due_on = DayField(label=_("Thực hiện trước ngày"), required=False)


class GiftForm(PlacedForm):
    """What the Fund received."""

    place = PlaceField(label=_("Quỹ của"))
    partner = forms.ModelChoiceField(label=_("Người đóng góp"), queryset=Partner.objects.none())
    pledge = forms.ModelChoiceField(
        label=_("Thực hiện cam kết"), queryset=Pledge.objects.none(), required=False
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=Gift.Kind.choices, widget=forms.RadioSelect)
    amount = MoneyField(label=_("Số tiền, hoặc giá trị hiện vật"))
    received_on = DayField(label=_("Ngày nhận"))
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False,
                           help_text=_("Không ghi tên trẻ em."))  # fmt: skip

    def __init__(self, *args: Any, places: Iterable[int], **words: Any) -> None:
        reached = list(places)
        super().__init__(*args, places=reached, **words)
        partners: QuerySet[Partner] = Partner.objects.filter(place__in=reached)
        self.offer_rows("partner", partners)
        self.offer_rows("pledge", Pledge.objects.filter(partner__place__in=reached))


class GrantForm(PlacedForm):
    """What the Fund gave."""

    place = PlaceField(label=_("Quỹ của"))
    purpose = forms.ChoiceField(label=_("Mục đích"), choices=Grant.Purpose.choices)
    amount = MoneyField(label=_("Số tiền"))
    children = count_field(label=_("Số trẻ em được hưởng"),
                           help_text=_("Ghi 0 nếu chi cho công trình, đồ dùng chung."))  # fmt: skip
    given_on = DayField(label=_("Ngày chi"))
    note = forms.CharField(label=_("Ghi chú"), max_length=300, required=False,
                           help_text=_("Không ghi tên trẻ em."))  # fmt: skip


class PublishForm(Form):
    """The year whose accounts are published."""

    year = year_field(label=_("Năm"))
