"""The token of a form: made for one person and one address, good for one sending.

It is signed, not secret: it says who got the form, so that what was typed can be kept for her
when her session ended meanwhile. A sending is written in the transaction of its act.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.core import signing

from mangnon.access.errors import StaleForm
from mangnon.access.models import Sending, User
from mangnon.text.sentence import Sentence

_SALT = "mangnon.access.sending"
GOOD_FOR = timedelta(hours=24)
FIELD = "sending"

_FORGED = Sentence(
    vi="Biểu mẫu này không dùng được nữa, hoặc không phải của bạn. Hãy mở lại trang.",
    en="This form can no longer be used, or is not yours. Open the page again.",
)


@dataclass(frozen=True, slots=True)
class Token:
    """What a token says: which form, made for whom, at which address."""

    key: UUID
    user_uuid: UUID
    address: str


def issue(user: User, address: str) -> str:
    """Return a new token for a form shown to ``user`` at ``address``."""
    return signing.dumps([str(uuid4()), str(user.uuid), address], salt=_SALT)


def read(text: str) -> Token:
    """Return what a token says; raises StaleForm where it is forged or older than a day."""
    try:
        key, user_uuid, address = signing.loads(text, salt=_SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        raise StaleForm(_FORGED) from None
    return Token(UUID(key), UUID(user_uuid), address)


def of(user: User, address: str, text: str) -> Token:
    """Return the token of a form that this person sent from this address; raises StaleForm."""
    token = read(text)
    if (token.user_uuid, token.address) != (user.uuid, address):
        raise StaleForm(_FORGED)
    return token


def answered(token: Token) -> str | None:
    """Return where the first sending of this form led, or None where it was not sent yet."""
    return Sending.objects.filter(key=token.key).values_list("led_to", flat=True).first()
