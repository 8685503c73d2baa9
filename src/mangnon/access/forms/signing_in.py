"""Allauth's forms of the account, in our words and our design."""

from typing import Any

from allauth.account import forms as theirs
from django.utils.translation import gettext_lazy as _

from mangnon.ui.forms import Form

NEW_PASSWORD = _("Ít nhất 12 ký tự. Một câu dài dễ nhớ tốt hơn một từ khó.")


class LoginForm(Form, theirs.LoginForm):
    """The name to sign in with, and the password."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "login", _("Tên đăng nhập"))
        name_field(self, "password", _("Mật khẩu"))
        self.fields["login"].widget.attrs["autocapitalize"] = "none"
        self.fields["login"].widget.attrs["autofocus"] = True

    def clean_login(self) -> str:
        return super().clean_login().lower()


class ReauthenticateForm(Form, theirs.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "password", _("Mật khẩu"))


class ChangePasswordForm(Form, theirs.ChangePasswordForm):
    """The password in use, and a new one twice."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "oldpassword", _("Mật khẩu đang dùng"))
        name_field(self, "password1", _("Mật khẩu mới"), NEW_PASSWORD)
        name_field(self, "password2", _("Nhập lại mật khẩu mới"))


def name_field(form: Form, field: str, label: Any, help_text: Any = "") -> None:
    """Give a field our label; what it says inside itself goes: it vanishes while one types."""
    form.fields[field].label = label
    form.fields[field].help_text = help_text
    form.fields[field].widget.attrs.pop("placeholder", None)
