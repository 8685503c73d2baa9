"""Locking every record's own key anew, under the ring's primary key, while others work.

Nothing is kept of how far a rotation came: what is locked under the primary key is passed
over, so one that was killed is simply begun again.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings
from django.db import transaction

from mangnon.access.actions.keys import (
    drafts_by_key,
    factors_by_key,
    rewrap_factors,
    rewrap_words,
    words_by_key,
)
from mangnon.audit.actions import record
from mangnon.audit.sealing import seal_waiting
from mangnon.audit.warrants import Warrant
from mangnon.bulk import update_columns
from mangnon.register import identity
from mangnon.register.errors import drafts_wait, key_in_use, key_just_changed, orphaned_keys
from mangnon.register.models import DataKey
from mangnon.text.sentence import Sentence
from mangnon.vault import KeyRing, key_id_of

ROTATE = "keys.rotate"
BATCH = 500  # records; writers wait for one batch, some 30 ms
SETTLED = timedelta(minutes=10)  # longer than any act that began under the key before
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Rotation:
    """What a rotation did: keys locked anew, and the longest it held up writers, in seconds."""

    rewrapped: int = 0
    longest: float = 0.0


class _Kept(NamedTuple):
    """A record and its key."""

    pk: int
    uuid: UUID
    key: UUID
    wrapped: bytes


def keys_in_use() -> Counter[str]:
    """Count the data keys under each key of the ring; one pass over all of them."""
    every = DataKey.objects.values_list("wrapped", flat=True).iterator(chunk_size=5000)
    return Counter(key_id_of(wrapped) for wrapped in every)


def locked() -> list[tuple[Sentence, Counter[str]]]:
    """Count whatever is lost without its key, one kind after the other, under each key.

    Sessions are locked, too: without its key one ends, and its owner signs in again.
    """
    return [
        (Sentence("hồ sơ", "records"), keys_in_use()),
        *words_by_key(),
        (Sentence("bước xác thực thứ hai", "second factors"), factors_by_key()),
        (Sentence("biểu mẫu gõ dở", "forms half-way"), drafts_by_key()),
    ]


def rotate_keys(
    *, warrant: Warrant, progress: Progress | None = None, batch: int = BATCH
) -> Rotation:
    """Lock every data key under the primary key; raises where a key belongs to no record.

    Between two batches it waits as long as the last one took, so that writers come first.
    """
    warrant.demand(ROTATE)
    primary = identity.ring().primary
    with transaction.atomic():
        record(warrant, "register.rotate_keys", data={"to": primary, "begun": True})
    done = Rotation()
    rewrap_factors(warrant=warrant)
    rewrap_words(warrant=warrant)
    while stale := _under_others(primary):
        before = done.rewrapped
        for kind in identity.KEEPERS:
            _rotate_kind(kind, batch, done, lambda: progress and progress(done.rewrapped, stale))
        if done.rewrapped == before:
            raise orphaned_keys(stale)
    with transaction.atomic():
        record(warrant, "register.rotate_keys", data={"to": primary, "count": done.rewrapped})
    return done


def retire_key(key_id: str, *, warrant: Warrant, settled: timedelta = SETTLED) -> None:
    """Take a key out of the key file; raises where anything is, or may soon be, locked under it.

    A process that began an act under the old primary key writes it within ``settled``.
    """
    warrant.demand(ROTATE)
    path = Path(settings.KEY_FILE)
    since_change = timedelta(seconds=time.time() - path.stat().st_mtime)
    if since_change < settled:
        raise key_just_changed(key_id, settled - since_change)
    _demand_unused(key_id)
    with transaction.atomic():
        record(warrant, "register.retire_key", data={"key": key_id, "begun": True})
    seal_waiting()  # under the new key, while the old one can still be proven
    whole = KeyRing.load(path)
    KeyRing.remove_key(path, key_id)
    if _locked_under(key_id):  # written by a process that slept since before the rotation
        whole.restore_to(path)
        _demand_unused(key_id)
    with transaction.atomic():
        record(warrant, "register.retire_key", data={"key": key_id})


def _under_others(primary: str) -> int:
    counted = keys_in_use()
    return counted.total() - counted[primary]


def _demand_unused(key_id: str) -> None:
    waiting = drafts_by_key()[key_id]
    if waiting:
        raise drafts_wait(key_id, waiting)
    count = _locked_under(key_id)
    if count:
        raise key_in_use(key_id, count)


def _locked_under(key_id: str) -> int:
    words = (counted for _what, counted in words_by_key())
    return sum(counted[key_id] for counted in (keys_in_use(), factors_by_key(), *words))


def _rotate_kind(kind: str, batch: int, done: Rotation, tell: Callable[[], object]) -> None:
    """Go through the records of one kind, in the order of their numbers."""
    last = 0
    while kept := _next(kind, last, batch):
        last = kept[-1].pk
        stale = [one for one in kept if key_id_of(one.wrapped) != identity.ring().primary]
        if stale:
            began = time.perf_counter()
            done.rewrapped += _rewrap(kind, stale)
            took = time.perf_counter() - began
            done.longest = max(done.longest, took)
            tell()
            time.sleep(took)


def _next(kind: str, last: int, batch: int) -> list[_Kept]:
    records = identity.KEEPERS[kind].objects.filter(pk__gt=last, data_key__isnull=False)
    rows = records.order_by("pk").values_list("pk", "uuid", "data_key", "data_key__wrapped")
    return [_Kept(*row) for row in rows[:batch]]


def _rewrap(kind: str, stale: Sequence[_Kept]) -> int:
    """Lock some keys anew; one erased meanwhile stays erased."""
    bound_to = {one.key: f"{kind}:{one.uuid}" for one in stale}
    with transaction.atomic():
        held = DataKey.objects.select_for_update().filter(pk__in=list(bound_to)).order_by("pk")
        ring = identity.ring()
        anew = {
            pk: ring.rewrap(wrapped, bound_to=bound_to[pk])
            for pk, wrapped in held.values_list("pk", "wrapped")
        }
        if anew:
            update_columns(DataKey, {"id": list(anew)}, {"wrapped": list(anew.values())})
    return len(anew)
