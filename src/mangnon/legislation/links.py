"""The links of letters to followers: one that confirms, sealed; one that stops, signed.

The first holds an address, so nobody who sees the link, a log of a server for example, reads it.
"""

import json
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.urls import reverse

from mangnon import clock
from mangnon.access import sealing
from mangnon.legislation.errors import BadLink
from mangnon.legislation.models import Document, Follower
from mangnon.vault import SealBroken

LASTS = timedelta(days=3)
_BOUND, _SALT = "legislation.follow", "mangnon.legislation.stop"


def confirming_link(email: str, document: Document, language: str) -> str:
    """Return the address at which this person says that she wants letters about a document."""
    told = [email, document.code, language, clock.today().isoformat()]
    token = sealing.seal(json.dumps(told), bound_to=_BOUND)
    return _whole("document-confirm", language, document, token)


def stopping_link(follower: Follower) -> str:
    """Return the address at which this person stops letters about a document."""
    token = signing.dumps(str(follower.uuid), salt=_SALT)
    return _whole("document-stop", follower.language, follower.document, token)


def confirmed(token: str) -> dict[str, str]:
    """Return whom a link confirms and for what; raises BadLink."""
    try:
        email, code, language, day = json.loads(sealing.unseal(token, bound_to=_BOUND))
    except (SealBroken, ValueError):
        raise BadLink from None
    if clock.today() - date.fromisoformat(day) > LASTS:
        raise BadLink
    return {"email": email, "document": code, "language": language}


def stopped(token: str) -> str:
    """Return the key of the follower whom a link stops; raises BadLink."""
    try:
        return str(UUID(signing.loads(token, salt=_SALT)))
    except (signing.BadSignature, ValueError):
        raise BadLink from None


def page_link(document: Document, language: str) -> str:
    """Return the whole address of a document's page."""
    path = reverse(f"{language}:document", kwargs={"code": document.code})
    return f"{settings.SITE_ADDRESS}{path}"


def _whole(page: str, language: str, document: Document, token: str) -> str:
    path = reverse(f"{language}:{page}", kwargs={"code": document.code, "token": token})
    return f"{settings.SITE_ADDRESS}{path}"
