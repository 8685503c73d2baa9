"""Sealing: the entries that are not sealed yet, locked together. Writers never wait for it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from threading import Event
from time import monotonic

from django.db import IntegrityError, OperationalError, connection, transaction

from mangnon import clock
from mangnon.audit import canonical, horizons, keys, streams
from mangnon.audit.canonical import Header, Kept
from mangnon.audit.errors import NotOurSeal
from mangnon.audit.models import Entry, Seal

MOST = 10_000  # entries in a seal: what is read and hashed at once
SIZE = 1_000  # entries waiting that are sealed before their time
EVERY = 60.0  # seconds between seals
LOOK = 2.0  # seconds between looks at how many wait
_LOCK = 0x6D_616E_6775  # one who seals at a time, on PostgreSQL
NOTHING = bytes(32)  # what the first seal holds for the one before
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sealing:
    """What a round of sealing did."""

    seals: int
    entries: int


def seal_waiting() -> Sealing:
    """Seal every entry that waits, in seals of at most 10,000; return how many of both.

    Another who is sealing at the same time is left to it.
    """
    seals = entries = 0
    while True:
        made = _seal_next()
        if made is None:
            return Sealing(seals, entries)
        seals, entries = seals + 1, entries + made.count


def keep_sealing(stop: Event, every: float = EVERY, size: int = SIZE) -> None:
    """Seal every so many seconds, and as soon as ``size`` entries wait, until told to stop."""
    sealed_at = monotonic()
    while not stop.wait(min(LOOK, every)):
        if monotonic() - sealed_at >= every or waiting() >= size:
            _try_to_seal()
            sealed_at = monotonic()


def _try_to_seal() -> None:
    """Seal; a database that is away for a while is tried again at the next turn."""
    try:
        seal_waiting()
    except NotOurSeal as error:
        _log.error("%s", error)
    except OperationalError as error:
        _log.warning("Chưa niêm phong được nhật ký / The entries could not be sealed: %s", error)
        connection.close()


def waiting() -> int:
    """Return about how many entries wait: what was numbered since the last seal."""
    last = Seal.objects.order_by("-last_id").values_list("last_id", flat=True).first()
    newest = Entry.objects.order_by("-id").values_list("id", flat=True).first()
    return max(0, (newest or 0) - (last or 0))


def _seal_next() -> Seal | None:
    """Make one seal; None where nothing waits, or somebody else seals.

    What is read is final, so it is read and hashed before the short transaction that writes. On
    SQLite nobody is kept from writing meanwhile; on PostgreSQL nobody ever is.
    """
    previous = Seal.objects.order_by("-number").first()
    if previous is not None and not _is_ours(previous):
        raise NotOurSeal(previous.number)
    oldest = horizons.oldest_open()
    strange: list[int] = []
    found = list(islice(_unsealed(previous, strange), MOST))
    if not found:
        return None
    seal = _sealed(found, previous, oldest, strange)
    try:
        with transaction.atomic(durable=True):
            if not _alone():
                return None
            seal.save()
    except IntegrityError:  # somebody else made the seal of this number first
        return None
    return seal


def _alone() -> bool:
    """Take the lock of who seals, until the transaction ends."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [_LOCK])
        return bool(cursor.fetchone()[0])


def _is_ours(seal: Seal) -> bool:
    """Whether a seal bears a proof by a key in hand; to build on another would vouch for it."""
    message = canonical.header_bytes(streams.header_of(seal))
    return keys.is_proven(seal.proof, message, purpose=keys.SEAL, key_id=seal.key_id) is True


def _unsealed(previous: Seal | None, strange: list[int]) -> Iterator[Kept]:
    """Yield the entries in no seal yet, by number.

    One that names a key which is not in hand is left out and noted as ``strange``: a seal round
    it would vouch for whoever wrote it.
    """
    settled = 0 if previous is None else previous.settled_id
    done = {
        number
        for leaves in Seal.objects.filter(last_id__gt=settled).values_list("leaves", flat=True)
        for number, _ in canonical.leaves_of(bytes(leaves))
    }
    held = keys.ring().key_ids
    for entry in streams.entries(settled):
        if entry.id in done:
            continue
        if entry.key_id in held:
            yield entry
        else:
            strange.append(entry.id)


def _sealed(found: list[Kept], previous: Seal | None, oldest: int, strange: list[int]) -> Seal:
    """Build the seal over entries in the order of their numbers; the strange ones stay open."""
    leaves, digest = canonical.digested(
        (entry.id, canonical.digest_of(canonical.content_of(entry), entry.proof)) for entry in found
    )
    ring = keys.ring()
    whole = len(found) < MOST and previous is not None  # nothing that was seen is left over
    covered_to = max(found[-1].id, previous.last_id) if whole else found[-1].id
    covered_to = min([covered_to, *(number - 1 for number in strange[:1])])
    settled = horizons.settled_by(oldest, covered_to)
    header = Header(
        number=previous.number + 1 if previous else 1,
        version=canonical.VERSION,
        at=clock.now(),
        first_id=found[0].id,
        last_id=found[-1].id,
        count=len(found),
        leaves=leaves,
        digest=digest,
        previous=bytes(previous.hash) if previous else NOTHING,
        settled_id=max(settled, previous.settled_id if previous else 0),
        horizon=horizons.next_to_begin(),
        key_id=ring.primary,
    )
    message = canonical.header_bytes(header)
    proof = ring.prove(message, purpose=keys.SEAL)
    return Seal(**header._asdict(), proof=proof, hash=canonical.seal_hash(message, proof))
