"""To the province's directory and back."""

import secrets
from typing import Any

from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST
from requests import RequestException

from mangnon.access.errors import NotHere
from mangnon.access.oidc import NONCE, CheckedTokens
from mangnon.access.rights import OPEN
from mangnon.access.routes import private

AWAY = 502


@private(OPEN)
@require_POST
def go(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Send the person to the directory, with a nonce that its answer has to bear."""
    adapter = _adapter(request, provider_id)
    nonce = secrets.token_urlsafe(24)
    try:
        answer: HttpResponse = adapter.get_provider().redirect(
            request,
            process=AuthProcess.LOGIN,
            next_url=get_next_redirect_url(request),
            auth_params={NONCE: nonce},
            nonce=nonce,
        )
    except RequestException:
        return render(request, "socialaccount/authentication_error.html", status=AWAY)
    return answer


@private(OPEN)
@require_GET
def back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Take the directory's answer."""
    answer: HttpResponse = _Back.adapter_view(_adapter(request, provider_id))(request)
    return answer


def _adapter(request: HttpRequest, provider_id: str) -> CheckedTokens:
    adapter = CheckedTokens(request, provider_id)
    try:
        adapter.get_provider()
    except SocialApp.DoesNotExist:
        raise NotHere from None
    return adapter


class _Back(OAuth2CallbackView):  # type: ignore[misc]
    """Hands the adapter what was kept when the person left."""

    def _get_state(self, request: HttpRequest, provider: Any) -> tuple[Any, Any]:
        state, answer = super()._get_state(request, provider)
        self.adapter.state = state or {}
        return state, answer
