"""The forms of the work on other people's accounts."""

from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.forms.choices import PlaceField, RoleField
from mangnon.access.models import User
from mangnon.ui.forms import DayField, Form

_BASIS_HINT = _("Ví dụ: Quyết định 12/QĐ-UBND ngày 03/01/2026. Không ghi tên trẻ ở đây.")


class RoleForm(Form):
    """A role, where, from when, until when, by which decision."""

    role = RoleField()
    place = PlaceField()
    valid_from = DayField(label=_("Từ ngày"), required=False)
    valid_to = DayField(label=_("Đến ngày"), required=False)
    basis = forms.CharField(
        label=_("Quyết định"), help_text=_BASIS_HINT, required=False, max_length=200
    )

    def __init__(self, *args: Any, places: Iterable[int], **words: Any) -> None:
        super().__init__(*args, **words)
        self.fields["place"].within(places)


class InviteForm(RoleForm):
    """A new person with her first role."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    username = forms.CharField(
        label=_("Tên đăng nhập"),
        help_text=_("Chữ không dấu, số, dấu chấm. Ví dụ: an.nguyen"),
        max_length=64,
    )
    email = forms.EmailField(label=_("Thư điện tử"), required=False)
    field_order = ("name", "username", "email", "role", "place")


class HandOverForm(Form):
    """To whom, from when, and until when where it is a leave."""

    taker = forms.CharField(
        label=_("Người nhận (tên đăng nhập)"),
        max_length=64,
        widget=forms.TextInput(attrs={"autocapitalize": "none"}),
    )
    since = DayField(label=_("Từ ngày"), required=False)
    until = DayField(label=_("Ngày trở lại (để trống nếu bàn giao hẳn)"), required=False)

    def answers(self) -> Iterator[tuple[str, str]]:
        """Say who takes over by name: a sign-in name is easily mistyped."""
        (label, typed), *others = super().answers()
        taker = self.cleaned_data.get("taker")
        yield label, f"{taker.name} ({taker.username})" if taker else typed
        yield from others

    def clean_taker(self) -> User:
        found = User.objects.filter(username=self.cleaned_data["taker"].strip().lower()).first()
        if found is None:
            raise forms.ValidationError(_("Không có người nào dùng tên đăng nhập này."))
        return found


class ReasonForm(Form):
    """Why, in a few words."""

    reason = forms.CharField(
        label=_("Lý do, và bạn đã xác minh người đó bằng cách nào"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NothingForm(Form):
    """Nothing to fill in: the button is the answer."""


class RosterForm(Form):
    """A spreadsheet."""

    file = forms.FileField(label=_("Bảng tính (.xlsx)"))
