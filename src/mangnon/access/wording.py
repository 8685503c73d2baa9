"""Roles, rights and places in the words of the page being shown."""

from uuid import UUID

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from mangnon.access.doors import DEMONSTRATION, LONGEST_RIGHT, OPERATOR, SYSTEM
from mangnon.access.rights import BY_ACT, OPEN, OWN
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


def ground_words(right: str) -> str:
    """Return by what right an entry was made: its sentence in short, and the roles it rests on."""
    act, _slash, codes = right.partition("/")
    if act not in BY_ACT:
        return _without_a_right().get(right, right)
    whole = codes.split("+")
    if len(right) == LONGEST_RIGHT:  # cut to the column: the last role may be the first half of one
        whole[-1] = next((code for code in BY_CODE if code.startswith(whole[-1])), whole[-1])
    roles = ", ".join(_as_inside(_ground(code)) for code in whole if code)
    words = {"right": right_words(act).partition(":")[0], "roles": roles}
    return _("theo quyền: %(right)s (%(roles)s)") % words


def _without_a_right() -> dict[str, str]:
    return {
        OWN: _("việc của chính mình"),
        OPEN: _("ai cũng làm được"),
        SYSTEM: _("phần mềm tự làm"),
        DEMONSTRATION: _("dữ liệu minh họa"),
        OPERATOR: _("lệnh tại máy chủ"),
    }


def _ground(code: str) -> str:
    return _("Quyền tạm thời") if code == "loan" else role_title(code)


def _as_inside(words: str) -> str:
    return words[:1].lower() + words[1:]


def place_name(place: Place) -> str:
    """Return a place's name."""
    return place.name_en if page_language() == "en" else place.name_vi


def passkey_token(key: Authenticator) -> UUID:
    """Return what stands for a passkey in an address of its owner's account."""
    return token(PASSKEY, key.pk, of=key.user_id)
