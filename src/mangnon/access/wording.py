"""Roles, rights and places in the words of the page being shown."""

from uuid import UUID

from allauth.mfa.models import Authenticator

from mangnon.access.rights import BY_ACT
from mangnon.access.roles import BY_CODE
from mangnon.access.tokens import token
from mangnon.places.models import Place
from mangnon.ui.templatetags.mangnon_ui import page_language

PASSKEY = "account.passkey"


def role_title(code: str) -> str:
    """Return a role's title; one that the table no longer has keeps its code."""
    role = BY_CODE.get(code)
    if role is None:
        return code
    return role.en if page_language() == "en" else role.vi


def right_words(act: str) -> str:
    """Return a right's plain sentence."""
    right = BY_ACT[act]
    return right.en if page_language() == "en" else right.vi


def place_name(place: Place) -> str:
    """Return a place's name."""
    return place.name_en if page_language() == "en" else place.name_vi


def passkey_token(key: Authenticator) -> UUID:
    """Return what stands for a passkey in an address of its owner's account."""
    return token(PASSKEY, key.pk, of=key.user_id)
