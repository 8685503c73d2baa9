"""Walking the chain: every seal by its proof, every entry by its own and by its seal's.

One pass in the order of numbers. Beside a page of entries only those are held in memory that are
not yet in a seal met so far: what committed late, and at the end what waits.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Q

from mangnon.audit import canonical, faults, keys, streams
from mangnon.audit.canonical import Kept
from mangnon.audit.exports import Exported
from mangnon.audit.faults import Fault
from mangnon.audit.models import Seal
from mangnon.audit.sealing import NOTHING


class Seen(NamedTuple):
    """An entry met in the walk: its digest, and whether its own proof is genuine.

    None: the key of its proof is not held any more.
    """

    digest: bytes
    genuine: bool | None


@dataclass(slots=True)
class Walk:
    """What a walk has met; ``fault`` is the first thing that is wrong, if anything is."""

    seals: int = 0
    entries: int = 0
    waiting: int = 0
    vouched: int = 0  # entries whose own key is gone; their seal vouches for them
    last_hash: bytes = NOTHING
    fault: Fault | None = None
    _unproven: Seal | None = field(default=None, repr=False)
    _settled: tuple[int, int] = (0, 0)  # up to which entry nothing can come, by which seal


def verify(against: Exported | None = None) -> Walk:
    """Walk the chain to its end or to the first fault; ``against``: a seal exported earlier."""
    walk = Walk()
    for fault in _faults(walk, against):
        walk.fault = fault
        break
    return walk


def _faults(walk: Walk, against: Exported | None) -> Iterator[Fault]:
    """Yield what is wrong, in the order of the chain."""
    coming = streams.entries()
    open_ones: dict[int, Seen] = {}
    ahead = next(coming, None)
    for seal in streams.seals():
        yield from _wrong_seal(walk, seal, against)
        ahead = _take(coming, ahead, seal.last_id, open_ones)
        yield from _wrong_entries(walk, seal, open_ones)
        walk.seals, walk.last_hash = seal.number, bytes(seal.hash)
        walk.entries += seal.count
    if walk._unproven is not None:
        yield faults.seal_unproven(walk._unproven.number, walk._unproven.key_id)
    if against is not None and against.number > walk.seals:
        yield faults.cut_off(against.number, walk.seals)
    yield from _wrong_rest(walk, coming, ahead, open_ones)


def _wrong_seal(walk: Walk, seal: Seal, against: Exported | None) -> Iterator[Fault]:
    """Judge a seal by itself, by the one before, and by the exported one of its number."""
    if seal.number != walk.seals + 1:
        yield faults.seal_missing(walk.seals + 1)
        return
    header = streams.header_of(seal)
    message = canonical.header_bytes(header)
    genuine = keys.is_proven(seal.proof, message, purpose=keys.SEAL, key_id=seal.key_id)
    whole = (
        genuine is not False
        and header.version in canonical.KNOWN_VERSIONS
        and header.previous == walk.last_hash
        and bytes(seal.hash) == canonical.seal_hash(message, seal.proof)
    )
    if not whole:
        yield faults.seal_changed(seal.number)
    if against is not None and against.number == seal.number and against.hash != seal.hash:
        yield faults.replaced(seal.number)
    # A seal whose key is gone is vouched for by any later one that is proven: it holds its hash.
    walk._unproven = seal if genuine is None else None
    if seal.settled_id > walk._settled[0]:
        walk._settled = (seal.settled_id, seal.number)


def _take(
    coming: Iterator[Kept], ahead: Kept | None, last_id: int, into: dict[int, Seen]
) -> Kept | None:
    """Put the entries up to ``last_id`` into ``into``; return the one read beyond, if any."""
    while ahead is not None and ahead.id <= last_id:
        into[ahead.id] = _seen(ahead)
        ahead = next(coming, None)
    return ahead


def _seen(entry: Kept) -> Seen:
    content = canonical.content_of(entry)
    message = canonical.proven_bytes(entry.id, content)
    genuine = keys.is_proven(entry.proof, message, purpose=keys.ENTRY, key_id=entry.key_id)
    return Seen(canonical.digest_of(content, entry.proof), genuine)


def _wrong_entries(walk: Walk, seal: Seal, open_ones: dict[int, Seen]) -> Iterator[Fault]:
    """Judge the entries of a seal, and those that stand among them without being in it."""
    leaves = canonical.leaves_of(bytes(seal.leaves))
    found = {number: open_ones.pop(number, None) for number, _ in leaves}
    _look_again(found)
    strays = filter(None, (_wrong_stray(number, seen) for number, seen in open_ones.items()))
    wrong = (_wrong_leaf(seal, number, mark, found) for number, mark in leaves)
    first = [fault for fault in (next(filter(None, wrong), None), next(strays, None)) if fault]
    yield from sorted(first, key=lambda fault: fault.number)
    walk.vouched += sum(seen is not None and seen.genuine is None for seen in found.values())
    digests = ((number, seen.digest) for number, seen in found.items() if seen is not None)
    if canonical.digested(digests)[1] != bytes(seal.digest):
        yield faults.seal_changed(seal.number)


def _look_again(found: dict[int, Seen | None]) -> None:
    """Look once more for entries not met: one may have been committed after the walk passed."""
    gone = [number for number, seen in found.items() if seen is None]
    for at in range(0, len(gone), 500):
        for entry in streams.entries(only=Q(id__in=gone[at : at + 500])):
            found[entry.id] = _seen(entry)


def _wrong_stray(number: int, seen: Seen) -> Fault | None:
    """Judge an entry that is in no seal met so far by its own proof."""
    if seen.genuine is None:
        return faults.unproven(number)
    return None if seen.genuine else faults.inserted(number)


def _wrong_leaf(
    seal: Seal, number: int, mark: bytes, found: dict[int, Seen | None]
) -> Fault | None:
    """Judge one entry by what its seal holds of it."""
    seen = found[number]
    if seen is None:
        return faults.missing(number, seal.number)
    if seen.digest[: canonical.MARK] == mark:
        return faults.inserted(number) if seen.genuine is False else None
    for other, its_mark in canonical.leaves_of(bytes(seal.leaves)):
        if its_mark == seen.digest[: canonical.MARK]:
            return faults.reordered(number, other, seal.number)
    return faults.changed(number, seal.number)


def _wrong_rest(
    walk: Walk, coming: Iterator[Kept], ahead: Kept | None, open_ones: dict[int, Seen]
) -> Iterator[Fault]:
    """Judge the entries in no seal: genuine ones wait for theirs, unless their place is closed."""
    settled, by_seal = walk._settled
    for number in open_ones:
        if number <= settled:
            yield faults.left_out(number, by_seal)
    walk.waiting = len(open_ones)
    while ahead is not None:
        wrong = _wrong_stray(ahead.id, _seen(ahead))
        if wrong is not None:
            yield wrong
        walk.waiting += 1
        ahead = next(coming, None)
