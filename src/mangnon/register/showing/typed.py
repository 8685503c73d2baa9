"""A name that somebody typed, locked, as an address may carry it.

Addresses stand in the server's log and in the browser's memory; a name must not. So a search is
sent in a form's body, and leads to an address that holds it sealed: only this person opens it,
for half an hour, and only where the key ring is.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import timedelta

from mangnon import clock
from mangnon.access.models import User
from mangnon.register.identity import ring
from mangnon.vault import SealBroken, Sealer, new_data_key

GOOD_FOR = timedelta(minutes=30)
LONGEST = 120  # characters of a search


def locked(text: str, user: User, use: str = "search") -> str:
    """Return a text as an address or a form may carry it, for one use."""
    bound_to, data_key = _bound_to(user, use), new_data_key()
    said = json.dumps([int(clock.now().timestamp()), text[:LONGEST]])
    sealed = Sealer(data_key).seal(said, bound_to=bound_to)
    return ".".join(_coded(part) for part in (ring().wrap(data_key, bound_to=bound_to), sealed))


def opened(token: str, user: User, use: str = "search") -> str | None:
    """Return what was typed; None where it is somebody else's, made up or too old."""
    bound_to = _bound_to(user, use)
    try:
        wrapped, sealed = (urlsafe_b64decode(part) for part in token.split("."))
        key = ring().unwrap(wrapped, bound_to=bound_to)
        at, text = json.loads(Sealer(key).unseal(sealed, bound_to=bound_to))
    except (ValueError, SealBroken):
        return None
    age = clock.now().timestamp() - at
    return str(text) if 0 <= age <= GOOD_FOR.total_seconds() else None


def _bound_to(user: User, use: str) -> str:
    return f"{use}:{user.uuid}"


def _coded(part: bytes) -> str:
    return urlsafe_b64encode(part).decode()
