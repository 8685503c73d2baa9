"""Allauth's forms of the second factor, in our words and our design."""

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from django.utils.translation import gettext_lazy as _

from mangnon.access.forms.signing_in import name_field
from mangnon.ui.forms import Form

_ANY_CODE = _("6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.")
_APP_CODE = _("6 chữ số mà ứng dụng đang hiện.")


class _Code(Form):
    """A field for digits: telephones show their number keys."""

    help_words = _ANY_CODE

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "code", _("Mã xác thực"), self.help_words)
        self.fields["code"].widget.attrs.update(
            inputmode="numeric", autocomplete="one-time-code", size=12
        )


class AuthenticateForm(_Code, base.AuthenticateForm):
    """The second step of signing in."""


class ReauthenticateForm(_Code, base.ReauthenticateForm):
    """The second step once more, before something that matters."""


class ActivateTOTPForm(_Code, totp.ActivateTOTPForm):
    """The first code of a new app shows that it works."""

    help_words = _APP_CODE


class DeactivateTOTPForm(Form, totp.DeactivateTOTPForm):
    """Nothing to fill in, but a reason why not may show."""


class AddKeyForm(Form, keys.AddWebAuthnForm):
    """A key or a telephone that confirms by fingerprint, face or PIN."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "name", _("Đặt tên cho khóa"), _("Ví dụ: điện thoại cơ quan."))
        name_field(
            self,
            "passwordless",
            _("Đăng nhập bằng riêng khóa này, không cần mật khẩu"),
            _("Khóa phải có vân tay, khuôn mặt hoặc mã PIN."),
        )


class EditKeyForm(Form, keys.EditWebAuthnForm):
    """Another name for a key."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "name", _("Đặt tên cho khóa"))
