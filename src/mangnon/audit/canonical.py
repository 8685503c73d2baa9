"""The canonical bytes: what a proof and a digest are made over. Versioned, never changed.

Version 1 is the UTF-8 of a JSON array without spaces: texts as they stand, moments as whole
microseconds since 1970 in UTC, bytes in hexadecimal, documents as the text kept of them. Whoever
holds a dump of the tables can make the same bytes without this program.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

VERSION = 1
KNOWN_VERSIONS = frozenset({VERSION})
LEAF = 16
MARK = 8  # bytes of an entry's digest in its leaf
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # made once: it is slow
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Kept(NamedTuple):
    """An entry as its tables keep it, documents as text."""

    id: int
    version: int
    at: datetime
    kind: str
    actor_code: str
    act: str
    right: str
    subject: str
    subjects: str
    place_code: str
    reason: str
    reason_sealed: bytes
    data: str
    before: str
    after: str
    key_id: str
    proof: bytes


class Header(NamedTuple):
    """What a seal says, all of it under its proof."""

    number: int
    version: int
    at: datetime
    first_id: int
    last_id: int
    count: int
    leaves: bytes
    digest: bytes
    previous: bytes
    settled_id: int
    horizon: int
    key_id: str


def content_of(entry: Kept) -> bytes:
    """Give the bytes of what an entry says; where it stands (its id) and its proof apart."""
    return _array(
        [
            "mangnon.entry", entry.version, _micro(entry.at), entry.kind, entry.actor_code,
            entry.act, entry.right, entry.subject, entry.subjects, entry.place_code,
            entry.reason, bytes(entry.reason_sealed).hex(), entry.data, entry.before, entry.after,
            entry.key_id,
        ]
    )  # fmt: skip


def proven_bytes(entry_id: int, content: bytes) -> bytes:
    """Give the bytes under an entry's proof: it cannot stand anywhere else."""
    return entry_id.to_bytes(8, "big") + content


def digest_of(content: bytes, proof: bytes) -> bytes:
    """Give the digest of an entry, 32 bytes."""
    return hashlib.sha256(content + bytes(proof)).digest()


def header_bytes(header: Header) -> bytes:
    """Give the bytes under a seal's proof."""
    return _array(
        [
            "mangnon.seal", header.version, header.number, _micro(header.at), header.first_id,
            header.last_id, header.count, hashlib.sha256(header.leaves).hexdigest(),
            bytes(header.digest).hex(), bytes(header.previous).hex(), header.settled_id,
            header.horizon, header.key_id,
        ]
    )  # fmt: skip


def seal_hash(header: bytes, proof: bytes) -> bytes:
    """Give the hash that the next seal holds, and that is printed."""
    return hashlib.sha256(header + bytes(proof)).digest()


def digested(entries: Iterable[tuple[int, bytes]]) -> tuple[bytes, bytes]:
    """Give the leaves of entries (id and digest, in order), and the digest over all of them.

    A leaf is 16 bytes: the id, and as much of the digest as names a changed entry.
    """
    whole, leaves = hashlib.sha256(), bytearray()
    for entry_id, digest in entries:
        number = entry_id.to_bytes(8, "big")
        whole.update(number + digest)
        leaves += number + digest[:MARK]
    return bytes(leaves), whole.digest()


def leaves_of(leaves: bytes) -> list[tuple[int, bytes]]:
    """Take the leaves apart: id and the 8 bytes that name a changed entry."""
    return [
        (int.from_bytes(leaves[at : at + 8], "big"), leaves[at + 8 : at + LEAF])
        for at in range(0, len(leaves), LEAF)
    ]


def _array(parts: Sequence[str | int]) -> bytes:
    return _WRITER.encode(parts).encode("utf-8")


def _micro(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND
