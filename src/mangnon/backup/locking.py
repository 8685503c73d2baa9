"""The lock round a copy: chunks of a megabyte, each authenticated with its number; no Django.

A file is: a line that names its kind, 16 bytes of salt, 7 of nonce, the chunks. A chunk's nonce
holds its number and whether it is the last, so that none can be cut off, moved or left out. The
key comes from a passphrase (scrypt); it has nothing to do with the ring that locks records.
"""

from collections.abc import Iterator
from pathlib import Path
from secrets import token_bytes
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from mangnon.backup.errors import damaged, not_ours

MAGIC = b"mangnon backup 1\n"
LEAST = 20  # characters of a passphrase
_SALT, _PREFIX, _TAG = 16, 7, 16
_CHUNK = 1 << 20
_HEAD = len(MAGIC) + _SALT + _PREFIX


def _cipher(passphrase: str, salt: bytes) -> AESGCM:
    made = Scrypt(salt=salt, length=32, n=1 << 16, r=8, p=1)
    return AESGCM(made.derive(passphrase.encode("utf-8")))


def _nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + number.to_bytes(4, "big") + bytes([last])


class Locking:
    """Writes bytes locked; ``close`` writes the last chunk, without which nothing opens."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        salt, self._prefix = token_bytes(_SALT), token_bytes(_PREFIX)
        self._head = MAGIC + salt + self._prefix
        self._cipher = _cipher(passphrase, salt)
        self._file, self._number, self._waiting = file, 0, bytearray()
        file.write(self._head)

    def write(self, content: bytes) -> None:
        """Take bytes; whole chunks go to the file."""
        self._waiting += content
        while len(self._waiting) > _CHUNK:
            self._lock(bytes(self._waiting[:_CHUNK]), last=False)
            del self._waiting[:_CHUNK]

    def close(self) -> None:
        """Write what is left as the last chunk."""
        self._lock(bytes(self._waiting), last=True)

    def _lock(self, chunk: bytes, *, last: bool) -> None:
        nonce = _nonce(self._prefix, self._number, last)
        self._file.write(self._cipher.encrypt(nonce, chunk, self._head))
        self._number += 1


class Unlocking:
    """Reads what ``Locking`` wrote; raises BackupRefused at the first byte that is not so."""

    def __init__(self, path: Path, file: BinaryIO, passphrase: str) -> None:
        self._path, head = path, file.read(_HEAD)
        if len(head) < _HEAD or not head.startswith(MAGIC):
            raise not_ours(path)
        self._chunks = self._opened(file, head, passphrase)
        self._held = b""

    def _opened(self, file: BinaryIO, head: bytes, passphrase: str) -> Iterator[bytes]:
        cipher = _cipher(passphrase, head[len(MAGIC) : -_PREFIX])
        number, chunk = 0, file.read(_CHUNK + _TAG)
        while True:
            following = file.read(_CHUNK + _TAG)
            nonce = _nonce(head[-_PREFIX:], number, not following)
            try:
                yield cipher.decrypt(nonce, chunk, head)
            except InvalidTag:
                raise damaged(self._path) from None
            if not following:
                return
            number, chunk = number + 1, following

    def read(self, size: int) -> bytes:
        """Return exactly so many bytes; raises BackupRefused where the file ends before."""
        parts, wanted = [], size
        while wanted:
            if not self._held:
                self._held = next(self._chunks, b"")
                if not self._held:
                    raise damaged(self._path)
            parts.append(self._held[:wanted])
            self._held = self._held[wanted:]
            wanted -= len(parts[-1])
        return b"".join(parts)
