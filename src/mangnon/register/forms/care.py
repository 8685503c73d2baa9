"""Who cares for a child and where it lives; striking a weighing."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.register.actions.guardians import Relation
from mangnon.register.actions.homes import LONGEST_ADDRESS
from mangnon.register.forms.elsewhere import reason_field
from mangnon.register.particulars import LONGEST_NAME
from mangnon.ui.forms import Form

RELATIONS = {
    Relation.MOTHER: _("Mẹ"),
    Relation.FATHER: _("Cha"),
    Relation.GRANDPARENT: _("Ông, bà"),
    Relation.RELATIVE: _("Người thân khác"),
    Relation.GUARDIAN: _("Người giám hộ"),
    Relation.FOSTER: _("Người nhận chăm sóc thay thế"),
}
_TELEPHONE = {"inputmode": "tel", "autocomplete": "off"}


class StrikeForm(Form):
    """Why a weighing is struck."""

    reason = reason_field(label=_("Vì sao số đo này sai?"))


class GuardianForm(Form):
    """Who cares for the child."""

    relation = forms.ChoiceField(
        label=_("Quan hệ với trẻ"), choices=list(RELATIONS.items()), widget=forms.RadioSelect
    )
    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "words"}),
    )
    telephone = forms.CharField(
        label=_("Điện thoại"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs=_TELEPHONE),
    )


class HomeForm(Form):
    """Where the household lives, and how to reach it."""

    address = forms.CharField(
        label=_("Địa chỉ"),
        required=False,
        max_length=LONGEST_ADDRESS,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    telephone = forms.CharField(
        label=_("Điện thoại của gia đình"),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs=_TELEPHONE),
    )
    apart = forms.BooleanField(
        label=_("Trẻ ở riêng, không chung hộ với trẻ ở nơi khác nữa"), required=False
    )

    def __init__(self, *args: Any, shared: bool, **words: Any) -> None:
        super().__init__(*args, **words)
        if not shared:
            del self.fields["apart"]


class JoinForm(Form):
    """A name to search, or the child chosen whose household is shared."""

    q = forms.CharField(
        label=_("Họ tên anh, chị, em sống cùng"), required=False, max_length=LONGEST_NAME
    )
    child = forms.UUIDField(required=False, widget=forms.HiddenInput)
