"""Allauth's forms of the second factor, in our words and our design."""

from typing import Any

from allauth.core import context, ratelimit
from allauth.mfa.base import forms as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as keys
from axes.handlers.proxy import AxesProxyHandler
from django import forms
from django.utils.translation import gettext_lazy as _

from mangnon.access.adapters import FactorAdapter
from mangnon.access.forms.signing_in import name_field
from mangnon.ui.forms import Form

_ANY_CODE = _("6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng.")
_WRONG_KEY = _(
    "Khóa này không dùng được ở đây: chưa được thêm, đã bị bỏ, hoặc trang đã để quá lâu. "
    "Hãy thử lại, hoặc dùng cách khác."
)
_APP_CODE = _("6 chữ số mà ứng dụng đang hiện.")


def _about_a_key(error: forms.ValidationError) -> forms.ValidationError:
    """Return the same error in words about a key where the library's are about a code."""
    if error.code != "incorrect_code":
        return error
    return forms.ValidationError(str(_WRONG_KEY), code=error.code)


class _Code(Form):
    """A field for digits: telephones show their number keys."""

    help_words = _ANY_CODE

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "code", _("Mã xác thực"), self.help_words)
        self.fields["code"].widget.attrs.update(
            inputmode="numeric", autocomplete="one-time-code", size=12
        )


class _Counted(_Code):
    """Wrong codes count as wrong passwords do, for all processes together.

    Whoever holds a password could else try codes for days. Codes are counted for the person
    besides, whatever the address: only who knows her password can lock her out like that.
    """

    def clean_code(self) -> str:
        request, who = context.request, {"username": self.user.get_username()}
        limit = {"action": "second_factor", "key": f"second-factor-{self.user.pk}"}
        allowed = AxesProxyHandler.is_allowed(request, who)
        if not allowed or not ratelimit.consume(request, **limit):
            raise FactorAdapter(request).validation_error("too_many_login_attempts")
        try:
            code: str = super().clean_code()
        except forms.ValidationError as error:
            if error.code == "incorrect_code":
                AxesProxyHandler.user_login_failed(type(self), who, request)
            raise
        ratelimit.clear(request, **limit)
        return code


class AuthenticateForm(_Counted, base.AuthenticateForm):
    """The second step of signing in."""


class ReauthenticateForm(_Counted, base.ReauthenticateForm):
    """The second step once more, before something that matters."""


class ActivateTOTPForm(_Code, totp.ActivateTOTPForm):
    """The first code of a new app shows that it works."""

    help_words = _APP_CODE


class DeactivateTOTPForm(Form, totp.DeactivateTOTPForm):
    """Nothing to fill in, but a reason why not may show."""


class _Key(Form):
    """What a key confirms; of one that is wrong nobody reads about a code."""

    def clean_credential(self) -> Authenticator:
        try:
            found: Authenticator = super().clean_credential()  # type: ignore[misc]
        except forms.ValidationError as error:
            raise _about_a_key(error) from error
        return found


class LoginKeyForm(_Key, keys.LoginWebAuthnForm):
    """Signing in by a key alone."""


class AuthenticateKeyForm(_Key, keys.AuthenticateWebAuthnForm):
    """A key as the second step."""


class ReauthenticateKeyForm(_Key, keys.ReauthenticateWebAuthnForm):
    """A key once more, before something that matters."""


class AddKeyForm(Form, keys.AddWebAuthnForm):
    """A key or a telephone that confirms by fingerprint, face or PIN."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "name", _("Đặt tên cho khóa"), _("Ví dụ: điện thoại cơ quan."))
        name_field(
            self,
            "passwordless",
            _("Đăng nhập chỉ bằng khóa này, không cần mật khẩu"),
            _("Khóa phải có vân tay, khuôn mặt hoặc mã PIN."),
        )

    def clean(self) -> dict[str, Any]:
        try:
            typed: dict[str, Any] = super().clean()
        except forms.ValidationError as error:
            raise _about_a_key(error) from error
        return typed


class EditKeyForm(Form, keys.EditWebAuthnForm):
    """Another name for a key."""

    def __init__(self, *args: Any, **words: Any) -> None:
        super().__init__(*args, **words)
        name_field(self, "name", _("Đặt tên cho khóa"))
