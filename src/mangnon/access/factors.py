"""Who needs a second factor to sign in, and who has one."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from mangnon.access.grounds import Ground
from mangnon.access.models import User

# Rights over children, people, the trail, the public pages: a password alone does not open them.
_GUARDED = ("register", "people", "audit", "access", "keys", "pages")
# What somebody without one still reaches: setting one up, and leaving.
_WHILE_WITHOUT = frozenset(
    {
        "mfa_index",
        "mfa_activate_totp",
        "mfa_list_webauthn",
        "mfa_add_webauthn",
        "account_reauthenticate",
        "account_change_password",
        "sessions",
    }
)


def needed(grounds: Iterable[Ground]) -> bool:
    """Whether what somebody may do asks for a second factor."""
    acts = {act for ground in grounds for act in ground.acts}
    return settings.SECOND_FACTOR_NEEDED and any(act.startswith(_GUARDED) for act in acts)


def has_one(user: User) -> bool:
    """Whether the person set one up; codes on paper alone are none."""
    codes = Authenticator.Type.RECOVERY_CODES
    return Authenticator.objects.filter(user=user).exclude(type=codes).exists()


def keeps_out(request: HttpRequest, user: User, grounds: tuple[Ground, ...]) -> bool:
    """Whether this page has to wait until the person has set up her second factor."""
    match = request.resolver_match
    if match is not None and match.url_name in _WHILE_WITHOUT:
        return False
    return needed(grounds) and not has_one(user)
