"""Who a child is."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon import clock
from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.register.ethnic import GROUPS
from mangnon.register.models import Child, Residence
from mangnon.register.particulars import LONGEST_NAME, Particulars
from mangnon.ui.forms import DayField, Form, KnownDayField
from mangnon.ui.templatetags.mangnon_ui import named


class IdentityForm(Form):
    """Name, sex, birth, document; gives ``Particulars``."""

    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    sex = forms.ChoiceField(
        label=_("Giới tính"), choices=Child.Sex.choices, widget=forms.RadioSelect
    )
    birth = KnownDayField(label=_("Ngày sinh"))
    document = forms.CharField(
        label=_("Số định danh hoặc số giấy khai sinh"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    ethnic_group = forms.ChoiceField(label=_("Dân tộc"), choices=GROUPS, initial="kinh")
    citizen = forms.TypedChoiceField(
        label=_("Quốc tịch"),
        choices=[("yes", _("Việt Nam")), ("no", _("Nước ngoài hoặc chưa rõ"))],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=forms.RadioSelect,
    )

    def particulars(self) -> Particulars:
        """Return who the child is; raises WrongIdentity with a sentence."""
        told = self.cleaned_data
        return Particulars(
            name=told["name"],
            sex=told["sex"],
            birth_date=told["birth"].first,
            birth_precision=told["birth"].precision,
            document=told["document"],
            ethnic_group=told["ethnic_group"],
            vietnamese_citizen=told["citizen"],
        )


class EntryForm(IdentityForm):
    """A child who is not in the register yet, and where it lives."""

    place = forms.ChoiceField(label=_("Xã, phường nơi trẻ sống"))
    kind = forms.ChoiceField(
        label=_("Cư trú"),
        choices=Residence.Kind.choices,
        initial=Residence.Kind.PERMANENT,
        widget=forms.RadioSelect,
    )
    lived_from = DayField(
        label=_("Sống ở đây từ ngày"),
        required=False,
        help_text=_("Để trống nếu trẻ sống ở đây từ khi sinh."),
    )
    address = forms.CharField(label=_("Địa chỉ"), required=False, max_length=300)
    telephone = forms.CharField(
        label=_("Điện thoại của gia đình"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    another = forms.BooleanField(
        label=_("Tôi đã kiểm tra: đây là một trẻ khác"), required=False, widget=forms.HiddenInput
    )

    def __init__(self, *args: Any, places: Collection[int], **words: Any) -> None:
        super().__init__(*args, **words)
        choices = communes(places)
        self.offer("place", choices)
        if len(choices) == 1:
            self.fields["place"].initial = choices[0][0]

    def ask_whether_another(self) -> None:
        """Show the tick that says that a child of the same name and birth is another one."""
        self.fields["another"].widget = forms.CheckboxInput()


def communes(places: Collection[int]) -> list[tuple[str, str]]:
    """Return the communes of today among ``places``, as choices sorted by name."""
    return [
        (str(unit.id), named(unit))
        for unit in Tree.on(clock.today())
        if unit.kind == Kind.COMMUNE and unit.id in places
    ]
