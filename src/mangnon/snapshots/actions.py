"""Announcing a change: noted with the change itself, carried out once both stand."""

import uuid
from collections.abc import Iterable

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction

from mangnon.snapshots import store
from mangnon.snapshots.models import Change

KEPT = 1000  # notes of changes; whoever missed more than it looks at deletes everything
_MOST_ROWS = 20  # of one table in one transaction; then the whole table changed


class _Over:
    """What is done after the commit: these snapshots are deleted here."""

    def __init__(self, key: str, tags: tuple[str, ...]) -> None:
        self.key, self.tags = key, tags

    def __call__(self) -> None:
        store.drop(self.tags, note=[self.key])


def changed(*tags: str, using: str = DEFAULT_DB_ALIAS) -> None:
    """Say that what these tags name changes with the transaction that is open.

    The snapshots that read it are deleted once it is committed, on this host at once, on others
    within a second; rolled back, nothing happens.
    """
    if not settings.SNAPSHOTS:
        return
    with transaction.atomic(using=using, savepoint=False):
        said = {tag for one in _waiting(using) for tag in one.tags}
        new = tuple(sorted(_gathered(tags, said) - said))
        if not new:
            return
        key = uuid.uuid4().hex
        note = Change.objects.using(using).create(key=key, tags=list(new))
        # In one statement: nothing hangs on a note, and nobody asks when one goes.
        Change.objects.using(using).filter(pk__lte=note.pk - KEPT)._raw_delete(using)
        transaction.on_commit(_Over(key, new), using=using, robust=True)


def _waiting(using: str) -> Iterable[_Over]:
    """Return what this transaction announced; what a savepoint took back is not among it."""
    held = connections[using].run_on_commit
    return [entry[1] for entry in held if isinstance(entry[1], _Over)]


def _gathered(tags: Iterable[str], said: set[str]) -> set[str]:
    """Let many rows of one table stand as the table; leave out what its table stands for."""
    found: set[str] = set()
    for tag in tags:
        label, _, key = tag.partition(":")
        if label in said:
            continue
        many = key not in ("", "*") and _rows_of(label, said) >= _MOST_ROWS
        found.add(label if many else tag)
    return found


def _rows_of(label: str, said: set[str]) -> int:
    return sum(tag.startswith(f"{label}:") for tag in said)
