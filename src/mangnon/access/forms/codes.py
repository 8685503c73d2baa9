"""The form of a one-time code."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mangnon.access.forms.signing_in import NEW_PASSWORD
from mangnon.ui.forms import Form


class CodeForm(Form):
    """The name, the code on paper or in a letter, and a password of one's own."""

    username = forms.CharField(
        label=gettext_lazy("Tên đăng nhập"),
        max_length=64,
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    code = forms.CharField(
        label=gettext_lazy("Mã dùng một lần"),
        help_text=gettext_lazy("16 chữ và số, ví dụ: K7QM-4WXA-9PDE-HT2C."),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "size": 22}),
    )
    password = forms.CharField(
        label=gettext_lazy("Mật khẩu mới"),
        help_text=NEW_PASSWORD,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=gettext_lazy("Nhập lại mật khẩu mới"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if "password" in typed and "again" in typed and typed["password"] != typed["again"]:
            self.add_error("again", _("Hai lần nhập mật khẩu không giống nhau."))
        return typed
