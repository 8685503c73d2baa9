"""The ring of keys that wraps every child's data key; the ring is kept outside the database.

A wrapped key is: 1 version byte, 1 byte with the length of the ring key's id, the id in ASCII,
12 random nonce bytes, the encrypted data key, the 16-byte tag. The head and the binding are
associated data.
"""

import hmac
import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mangnon.vault.errors import broken, key_not_in_ring, not_removable
from mangnon.vault.keyfile import (
    KEY_ID,
    new_key_id,
    read_key_file,
    render,
    replace_file,
    write_new_file,
)
from mangnon.vault.seals import KEY_BYTES, NONCE_BYTES, TAG_BYTES, binding

_VERSION = 1


@dataclass(frozen=True, eq=False)
class KeyRing:
    """The keys of an installation: the primary one wraps, every one of them unwraps."""

    primary: str
    _keys: dict[str, bytes] = field(repr=False)
    _ciphers: dict[str, AESGCM] = field(init=False, repr=False)
    _derived: dict[tuple[str, str], bytes] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ciphers", {name: AESGCM(k) for name, k in self._keys.items()})

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a key file; raises KeyRingError where it is missing or malformed."""
        return cls(*read_key_file(path))

    @classmethod
    def generate(cls, path: Path) -> Self:
        """Write a new key file with one key, readable by its owner alone, and load it.

        Raises KeyRingError if the file exists: it may hold keys that data depends on.
        """
        name = new_key_id()
        write_new_file(path, render(name, {name: secrets.token_bytes(KEY_BYTES)}))
        return cls.load(path)

    @classmethod
    def add_key(cls, path: Path) -> Self:
        """Add a key to a key file and make it the primary one; the old keys stay for unwrapping."""
        _, keys = read_key_file(path)
        name = new_key_id()
        replace_file(path, render(name, {**keys, name: secrets.token_bytes(KEY_BYTES)}))
        return cls.load(path)

    @classmethod
    def remove_key(cls, path: Path, key_id: str) -> Self:
        """Take a key that is not the primary one out of a key file; see that nothing needs it."""
        primary, keys = read_key_file(path)
        if key_id == primary or key_id not in keys:
            raise not_removable(key_id, primary)
        del keys[key_id]
        replace_file(path, render(primary, keys))
        return cls.load(path)

    def restore_to(self, path: Path) -> None:
        """Write this ring's keys back into a key file, beside those that it holds."""
        primary, keys = read_key_file(path)
        replace_file(path, render(primary, {**self._keys, **keys}))

    @property
    def key_ids(self) -> frozenset[str]:
        """Give the ids of all keys of the ring."""
        return frozenset(self._keys)

    def wrap(self, data_key: bytes, *, bound_to: str) -> bytes:
        """Encrypt a data key under the primary key, for one place such as "child:<uuid>"."""
        if len(data_key) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes, this one {len(data_key)}")
        head = bytes([_VERSION, len(self.primary)]) + self.primary.encode("ascii")
        nonce = os.urandom(NONCE_BYTES)
        cipher = self._ciphers[self.primary]
        return head + nonce + cipher.encrypt(nonce, data_key, binding(head, bound_to))

    def rewrap(self, wrapped: bytes | memoryview, *, bound_to: str) -> bytes:
        """Lock a data key anew under the primary key; raises as `unwrap` does."""
        return self.wrap(self.unwrap(wrapped, bound_to=bound_to), bound_to=bound_to)

    def unwrap(self, wrapped: bytes | memoryview, *, bound_to: str) -> bytes:
        """Give back a data key; raises SealBroken, or its kind KeyNotInRing."""
        blob = bytes(wrapped)
        head, cipher = self.cipher_of(blob, bound_to=bound_to)
        body = len(head) + NONCE_BYTES
        try:
            return cipher.decrypt(blob[len(head) : body], blob[body:], binding(head, bound_to))
        except InvalidTag:
            raise broken(bound_to) from None

    def cipher_of(self, wrapped: bytes, *, bound_to: str) -> tuple[bytes, AESGCM]:
        """Give the head of a wrapped key and the cipher it names; raises as `unwrap` does."""
        key_id = _key_id(wrapped)
        if key_id is None:
            raise broken(bound_to)
        if key_id not in self._ciphers:
            raise key_not_in_ring(key_id, bound_to)
        return wrapped[: 2 + len(key_id)], self._ciphers[key_id]

    def prove(self, message: bytes, *, purpose: str, key_id: str | None = None) -> bytes:
        """Give 32 bytes (HMAC-SHA256) that only a holder of the key can make for the message.

        Each purpose has a key of its own, derived from the ring's: a proof made for one is none
        for another, and none opens a seal. Raises KeyNotInRing for a key that is not held.
        """
        name = self.primary if key_id is None else key_id
        derived = self._derived.get((name, purpose))
        if derived is None:
            if name not in self._keys:
                raise key_not_in_ring(name, purpose)
            derived = hmac.digest(self._keys[name], b"mangnon:" + purpose.encode(), "sha256")
            self._derived[name, purpose] = derived
        return hmac.digest(derived, message, "sha256")

    def is_proven(self, proof: bytes, message: bytes, *, purpose: str, key_id: str) -> bool:
        """Tell whether a proof is the one of this message; raises KeyNotInRing."""
        return hmac.compare_digest(proof, self.prove(message, purpose=purpose, key_id=key_id))


def key_id_of(wrapped: bytes | memoryview) -> str:
    """Name the ring key under which a data key is wrapped; rotation finds old ones by it.

    Raises SealBroken if the blob is no wrapped key.
    """
    key_id = _key_id(bytes(wrapped))
    if key_id is None:
        raise broken("data_key")
    return key_id


def _key_id(blob: bytes) -> str | None:
    """Read the id in a blob's head; None if it is not built like a wrapped key."""
    if len(blob) < 2 or blob[0] != _VERSION:
        return None
    end = 2 + blob[1]
    if len(blob) != end + NONCE_BYTES + KEY_BYTES + TAG_BYTES:
        return None
    key_id = blob[2:end].decode("latin-1")
    return key_id if KEY_ID.fullmatch(key_id) else None
