"""Where allauth asks how this house signs people in: in our words, with our seals."""

import time
from io import BytesIO
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.app_settings import REAUTHENTICATION_TIMEOUT
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.forms import ValidationError
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from qrcode.image.svg import SvgPathFillImage

from mangnon.access import factors, grounds
from mangnon.access.models import User
from mangnon.access.sealing import seal, unseal

SEALED_AS = "second factor"
_HOUSEHOLD = 64  # bits of an IPv6 address that a provider hands out
_WRONG_PASSWORD = gettext_lazy("Tên đăng nhập hoặc mật khẩu không đúng.")
_WRONG_CODE = gettext_lazy("Mã không đúng, đã dùng hoặc đã hết hạn. Hãy nhập mã đang hiện.")
_TOO_MANY = gettext_lazy("Bạn đã thử quá nhiều lần. Hãy đợi vài phút rồi thử lại.")
_ERRORS = {
    "account_inactive": gettext_lazy("Tài khoản này đã đóng."),
    "username_password_mismatch": _WRONG_PASSWORD,
    "invalid_login": _WRONG_PASSWORD,
    "enter_current_password": gettext_lazy("Hãy nhập mật khẩu đang dùng."),
    "incorrect_password": gettext_lazy("Mật khẩu không đúng."),
    "incorrect_code": _WRONG_CODE,
    "too_many_login_attempts": _TOO_MANY,
    "rate_limited": _TOO_MANY,
    "same_as_current": gettext_lazy("Mật khẩu mới phải khác mật khẩu đang dùng."),
    "cannot_delete_authenticator": gettext_lazy(
        "Vai trò của bạn cần bước xác thực thứ hai. Hãy thêm cách khác trước khi bỏ cách này."
    ),
    "cannot_generate_recovery_codes": gettext_lazy(
        "Hãy cài bước xác thực thứ hai trước khi tạo mã dự phòng."
    ),
}
# What allauth has to say after an act; of the rest it says nothing.
_SAID = {
    "account/messages/password_changed.txt": gettext_lazy("Đã đổi mật khẩu."),
    "account/messages/logged_out.txt": gettext_lazy("Bạn đã đăng xuất."),
    "mfa/messages/totp_activated.txt": gettext_lazy("Đã cài ứng dụng xác thực."),
    "mfa/messages/totp_deactivated.txt": gettext_lazy("Đã bỏ ứng dụng xác thực."),
    "mfa/messages/recovery_codes_generated.txt": gettext_lazy(
        "Đã tạo mã dự phòng. Hãy in hoặc chép ra giấy."
    ),
    "mfa/messages/webauthn_added.txt": gettext_lazy("Đã thêm khóa truy cập."),
    "mfa/messages/webauthn_removed.txt": gettext_lazy("Đã bỏ khóa truy cập."),
}


def address_of(request: HttpRequest) -> str:
    """Return the address of who asks, past our own proxies."""
    return get_client_ip(request) or "0.0.0.0"  # noqa: S104  (an unknown one, nothing listens)


def network_of(request: HttpRequest) -> str:
    """Return where tries are counted: the whole IPv4 address, the /64 of an IPv6 one.

    A household or an office owns a /64, so addresses within it say nothing of who tries.
    """
    address = ip_address(address_of(request))
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        if mapped is None:
            return str(IPv6Network((int(address), _HOUSEHOLD), strict=False).network_address)
        return str(mapped)
    return str(address)


def name_locked(request: HttpRequest, credentials: dict[str, str] | None = None) -> str:
    """Return under what name a wrong password is counted: the person's, if there is one.

    A name that nobody has may be a password in the wrong field: only a keyed digest is kept.
    """
    typed = (credentials or {}).get("username") or ""
    if User.objects.filter(username=typed).exists():
        return typed
    return salted_hmac("mangnon.access.name_locked", typed, algorithm="sha256").hexdigest()


class _OurWords:
    """Errors in our words; one we have no words for would be a mistake of ours."""

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        return ValidationError(str(_ERRORS[code]), code=code)


class AccountAdapter(_OurWords, DefaultAccountAdapter):
    """Nobody signs up by herself: people are invited."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return where allauth counts tries."""
        return network_of(request)

    def is_reauthentication_required(self, *, app: str, **_: Any) -> bool:
        """Ask for the password once more, but not of who has only just signed in."""
        request = context.request
        records = get_authentication_records(request, request.user)
        latest = max((record["at"] for record in records), default=0.0)
        return time.time() - latest > REAUTHENTICATION_TIMEOUT

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: Any = None,
        extra_tags: str = "",
        message: Any = None,
    ) -> None:
        """Say our sentence for the message's template; a message given is ours already."""
        said = message or _SAID.get(message_template or "")
        if said:
            messages.add_message(request, level, str(said), extra_tags)


class FactorAdapter(_OurWords, DefaultMFAAdapter):
    """Second factors are sealed under the key ring, and kept where a role needs one."""

    def encrypt(self, text: str) -> str:
        return seal(text, bound_to=SEALED_AS)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, bound_to=SEALED_AS)

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return user.get_username()

    def get_totp_issuer(self) -> str:
        return str(settings.SITE_NAME)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Name this installation to the browser; its keys belong to the host's name."""
        return {**super().get_public_key_credential_rp_entity(), "name": str(settings.SITE_NAME)}

    def build_totp_svg(self, url: str) -> str:
        """Draw the picture on white paper of its own: a dark page would swallow it."""
        picture = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(picture)
        return picture.getvalue().decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Let the last one go only where the person's roles need none."""
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        others = others.exclude(type=Authenticator.Type.RECOVERY_CODES)
        user = authenticator.user
        assert isinstance(user, User)
        return others.exists() or not factors.needed(grounds.of_person(user))

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Any) -> str:
        held = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Khóa số %(number)s") % {"number": held + 1}
