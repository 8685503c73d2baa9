"""Sealing what signing in must keep but nobody may read from the database: under the key ring."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NotBase64

from mangnon.audit.keys import ring
from mangnon.vault import Sealer, key_id_of, new_data_key
from mangnon.vault.errors import broken


def seal(text: str, *, bound_to: str) -> str:
    """Return the text sealed under a key of its own, as ASCII: the wrapped key, a dot, the seal."""
    data_key = new_data_key()
    wrapped = ring().wrap(data_key, bound_to=bound_to)
    return _joined(wrapped, Sealer(data_key).seal(text, bound_to=bound_to))


def unseal(sealed: str, *, bound_to: str) -> str:
    """Give back the text; raises SealBroken, or its kind KeyNotInRing."""
    wrapped, body = _parts(sealed, bound_to)
    return Sealer(ring().unwrap(wrapped, bound_to=bound_to)).unseal(body, bound_to=bound_to)


def rewrapped(sealed: str, *, bound_to: str) -> str:
    """Return the same seal under the ring's primary key."""
    wrapped, body = _parts(sealed, bound_to)
    return _joined(ring().rewrap(wrapped, bound_to=bound_to), body)


def key_of(sealed: str, *, bound_to: str) -> str:
    """Name the key of the ring under which it is sealed."""
    return key_id_of(_parts(sealed, bound_to)[0])


def body_of(sealed: str, *, bound_to: str) -> bytes:
    """Return the sealed text without its key; it opens only with the key that stays here."""
    return _parts(sealed, bound_to)[1]


def _joined(wrapped: bytes, body: bytes) -> str:
    return f"{urlsafe_b64encode(wrapped).decode()}.{urlsafe_b64encode(body).decode()}"


def _parts(sealed: str, bound_to: str) -> tuple[bytes, bytes]:
    wrapped, _, body = sealed.partition(".")
    try:
        return urlsafe_b64decode(wrapped), urlsafe_b64decode(body)
    except (NotBase64, ValueError):
        raise broken(bound_to) from None
