"""Signing in with the province's directory: only people who were invited, every token checked."""

import secrets
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render

from mangnon.access.actions.notes import subject_of
from mangnon.access.doors import own_warrant
from mangnon.access.models import User
from mangnon.audit.actions import record

NONCE = "nonce"
REFUSED = 403


class CheckedTokens(OpenIDConnectOAuth2Adapter):
    """Asks for more than the library does: a signature, and the nonce that we sent."""

    state: dict[str, Any]
    claims: dict[str, Any]

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **answer: Any
    ) -> SocialLogin:
        """Read who it is from the signed token; raises OAuth2Error where it is not for us."""
        if not answer["response"].get("id_token"):
            raise OAuth2Error("the directory sent no id_token")
        login: SocialLogin = super().complete_login(request, app, token, **answer)
        if login.account.uid != str(self.claims["sub"]):
            raise OAuth2Error("the token and the user information name two people")
        login.account.extra_data = {}  # who she is stands with us; nothing more is kept
        return login

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        self.claims = jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )
        sent = str(self.state.get(NONCE, "")).encode()
        if not sent or not secrets.compare_digest(sent, str(self.claims.get(NONCE, "")).encode()):
            raise OAuth2Error("the token bears another nonce")
        return self.claims


class OidcAdapter(DefaultSocialAccountAdapter):
    """The directory says who somebody is; whether she may come in was decided by inviting her."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Join the directory's account to the person invited under its confirmed address."""
        if sociallogin.is_existing:
            return
        user = _invited(sociallogin)
        if user is None:
            page = render(request, "access/not_invited.html", status=REFUSED)
            raise ImmediateHttpResponse(page)
        with transaction.atomic():
            sociallogin.connect(request, user)
            act = "account.join_directory"
            record(own_warrant(user, act), act, subject=subject_of(user))


def _invited(sociallogin: SocialLogin) -> User | None:
    """Return the one person whose address the directory has confirmed; None where unsure."""
    addresses = [one.email for one in sociallogin.email_addresses if one.verified is True]
    found = [
        user
        for address in addresses
        for user in User.objects.filter(email__iexact=address, is_active=True)[:2]
    ]
    return found[0] if len(found) == 1 else None
