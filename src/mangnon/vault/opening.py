"""Opening a great many seals, each under a data key of its own: half the time of one by one."""

from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mangnon.vault.errors import SealBroken
from mangnon.vault.keyring import KeyRing
from mangnon.vault.padding import unpad
from mangnon.vault.seals import NONCE_BYTES, Sealer

_BODY = 1 + NONCE_BYTES


def open_many(
    ring: KeyRing, rows: Iterable[tuple[str, bytes, bytes]], *, field: str
) -> Iterator[str | SealBroken]:
    """Open the texts of records given as (record, wrapped data key, seal), in their order.

    ``record`` and ``field`` are what "child:<uuid>" and "name" are in "child:<uuid>:name". Where
    a seal does not open, its error takes the place of the text: the others are opened.
    """
    tail = f":{field}".encode()
    head, cipher = b"", None
    for record, wrapped, blob in rows:
        bound = record.encode()
        try:
            if cipher is None or not wrapped.startswith(head):
                head, cipher = ring.cipher_of(wrapped, bound_to=record)
            start = len(head)
            body = start + NONCE_BYTES
            key = cipher.decrypt(wrapped[start:body], wrapped[body:], head + bound)
            # The version byte is the seal's own, so that another version opens here no more
            # than it does one by one.
            plain = AESGCM(key).decrypt(blob[1:_BODY], blob[_BODY:], blob[:1] + bound + tail)
            yield unpad(plain)
        except (SealBroken, InvalidTag, ValueError):
            yield _slowly(ring, record, wrapped, blob, field)


def _slowly(
    ring: KeyRing, record: str, wrapped: bytes, blob: bytes, field: str
) -> str | SealBroken:
    """Open one as all others are opened, which says what is wrong with it."""
    try:
        sealer = Sealer(ring.unwrap(wrapped, bound_to=record))
        return sealer.unseal(blob, bound_to=f"{record}:{field}")
    except SealBroken as error:
        return error
