"""The kept library's pages of one passkey, at addresses that do not number the keys."""

from uuid import UUID

from allauth.mfa.webauthn import views as kept
from django.http.response import HttpResponseBase

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest
from mangnon.access.tokens import number_of
from mangnon.access.wording import PASSKEY


def remove(request: DeskRequest, key: UUID) -> HttpResponseBase:
    """Take one of one's own keys off the account."""
    return kept.remove_webauthn(request, pk=_number(request, key))


def edit(request: DeskRequest, key: UUID) -> HttpResponseBase:
    """Give one of one's own keys another name."""
    return kept.edit_webauthn(request, pk=_number(request, key))


def _number(request: DeskRequest, key: UUID) -> int:
    number = number_of(PASSKEY, key, of=request.user.pk)
    if number is None:
        raise NotHere
    return number
