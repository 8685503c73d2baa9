"""The kept library's pages of one passkey, at addresses that do not number the keys."""

from typing import Any
from uuid import UUID

from allauth.mfa.adapter import get_adapter
from allauth.mfa.webauthn import views as kept
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from mangnon.access.errors import NotHere
from mangnon.access.routes import DeskRequest
from mangnon.access.tokens import number_of
from mangnon.access.wording import PASSKEY


class _Remove(kept.RemoveWebAuthnView):  # type: ignore[misc]
    """Drops a key, unless it is the last factor of somebody whose role needs one."""

    def form_valid(self, form: Any) -> HttpResponse:
        factors = get_adapter()
        if factors.can_delete_authenticator(self.get_object()):
            answer: HttpResponse = super().form_valid(form)
            return answer
        refusal = factors.validation_error("cannot_delete_authenticator")
        messages.error(self.request, refusal.message)
        return redirect("mfa_list_webauthn")


_remove = _Remove.as_view()


def remove(request: DeskRequest, key: UUID) -> HttpResponseBase:
    """Take one of one's own keys off the account."""
    return _remove(request, pk=_number(request, key))


def edit(request: DeskRequest, key: UUID) -> HttpResponseBase:
    """Give one of one's own keys another name."""
    return kept.edit_webauthn(request, pk=_number(request, key))


def _number(request: DeskRequest, key: UUID) -> int:
    number = number_of(PASSKEY, key, of=request.user.pk)
    if number is None:
        raise NotHere
    return number
