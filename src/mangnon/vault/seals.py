"""Sealing one text under a data key: AES-256-GCM, padded, bound to the place it is kept in.

A seal is: 1 version byte, 12 random nonce bytes, the ciphertext, the 16-byte tag. The version
byte and the binding are associated data: a seal moved to another child or field does not open.
"""

import os
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mangnon.vault.errors import broken
from mangnon.vault.padding import pad, unpad

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
_VERSION = b"\x01"
_BODY = 1 + NONCE_BYTES


def new_data_key() -> bytes:
    """Give 32 fresh random bytes: the key of one child."""
    return secrets.token_bytes(KEY_BYTES)


def binding(version: bytes, bound_to: str) -> bytes:
    """Give the associated data of a binding; an empty one is refused, it would bind to nothing."""
    if not bound_to:
        raise ValueError("bound_to is empty: name the record and field, as in 'child:<uuid>:name'")
    return version + bound_to.encode("utf-8")


class Sealer:
    """Seals and opens many texts under one data key; safe to share between threads."""

    __slots__ = ("_cipher",)

    def __init__(self, data_key: bytes) -> None:
        if len(data_key) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes, this one {len(data_key)}")
        self._cipher = AESGCM(data_key)

    def seal(self, text: str, *, bound_to: str) -> bytes:
        """Seal a text for one place, such as "child:<uuid>:name"."""
        return self.seal_bytes(pad(text), bound_to=bound_to)

    def seal_bytes(self, content: bytes, *, bound_to: str) -> bytes:
        """Seal bytes as they are, whose length is no secret: a file's."""
        nonce = os.urandom(NONCE_BYTES)
        body = self._cipher.encrypt(nonce, content, binding(_VERSION, bound_to))
        return _VERSION + nonce + body

    def unseal(self, blob: bytes | memoryview, *, bound_to: str) -> str:
        """Open a seal; raises SealBroken if a bit, the key or the place is not the one sealed."""
        return unpad(self.unseal_bytes(blob, bound_to=bound_to))

    def unseal_bytes(self, blob: bytes | memoryview, *, bound_to: str) -> bytes:
        """Open what ``seal_bytes`` sealed; raises SealBroken likewise."""
        sealed = bytes(blob)  # PostgreSQL's driver hands out memoryviews
        if sealed[:1] != _VERSION or len(sealed) < _BODY + TAG_BYTES:
            raise broken(bound_to)
        try:
            return self._cipher.decrypt(
                sealed[1:_BODY], sealed[_BODY:], binding(_VERSION, bound_to)
            )
        except InvalidTag:
            raise broken(bound_to) from None


def seal(data_key: bytes, text: str, *, bound_to: str) -> bytes:
    """Seal one text; for several under the same key use a `Sealer`."""
    return Sealer(data_key).seal(text, bound_to=bound_to)


def unseal(data_key: bytes, blob: bytes | memoryview, *, bound_to: str) -> str:
    """Open one seal; raises SealBroken as `Sealer.unseal` does."""
    return Sealer(data_key).unseal(blob, bound_to=bound_to)
