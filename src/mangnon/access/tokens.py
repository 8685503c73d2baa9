"""What stands for a record's number in a private address: a token that says nothing.

Numbers are given out in order: one in an address tells how many there are, how fast they grow and
what the next is called. A column of uuids would say less, but five million weighings would carry
16 bytes each and a unique index of random entries besides. So a record's token is its number
turned by a cipher: one block of AES-256 over the number and over what it belongs to, under a key
derived from ``SECRET_KEY``; it needs no column, and fits where a uuid fits. The same number has
another token for every kind of record and every owner; one that was not made here leads nowhere.
After the secret was changed, addresses made before lead on while it stands in
``SECRET_KEY_FALLBACKS``.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from functools import cache
from uuid import UUID

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB
from django.conf import settings

_MARKED = 6  # bytes: among three hundred of one owner no two are alike
_HALF = 8  # bytes of the block for the number, and as many for what it belongs to


def token(kind: str, number: int, *, of: int) -> UUID:
    """Return the token of a record: its kind, its number, the number of whom it belongs to."""
    block = _belonging(kind, of) + number.to_bytes(_HALF, "big", signed=True)
    return UUID(bytes=_cipher(settings.SECRET_KEY).encryptor().update(block))


def mark(kind: str, number: int, *, of: int) -> str:
    """Return eight letters that tell a record from its owner's others, in fields and fragments.

    They lead nowhere: whoever reads them marks the owner's records and compares.
    """
    return urlsafe_b64encode(token(kind, number, of=of).bytes[:_MARKED]).decode()


def number_of(kind: str, told: UUID, *, of: int) -> int | None:
    """Return the number a token stands for; None where it is none of this kind and owner."""
    belonging = _belonging(kind, of)
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        block = _cipher(secret).decryptor().update(told.bytes)
        if hmac.compare_digest(block[:_HALF], belonging):
            return int.from_bytes(block[_HALF:], "big", signed=True)
    return None


def _belonging(kind: str, of: int) -> bytes:
    return hashlib.blake2b(f"{kind}:{of}".encode(), digest_size=_HALF).digest()


@cache
def _cipher(secret: str) -> Cipher[ECB]:
    """Return the cipher of a secret. One block alone is turned, so no mode chains any."""
    key = hmac.digest(secret.encode(), b"mangnon.access.tokens", "sha256")
    return Cipher(AES(key), ECB())  # noqa: S305
