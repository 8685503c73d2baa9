"""The content of attached files on the disk: each locked under a key of its own.

A file is written beside its place and moved there when it is whole. One that is there without a
row (the act was undone after all) says nothing to anybody: its key went with the row.
"""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings

from mangnon.vault import SealBroken, Sealer


def write(uuid: UUID, content: bytes, key: bytes) -> None:
    """Lock a content under its key and lay it in its place."""
    place = _place(uuid)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = place.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(Sealer(key).seal_bytes(content, bound_to=_bound(uuid)))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)


def read(uuid: UUID, key: bytes) -> bytes | None:
    """Return a content; None where it is not there, or not as it was written."""
    try:
        return Sealer(key).unseal_bytes(_place(uuid).read_bytes(), bound_to=_bound(uuid))
    except (FileNotFoundError, SealBroken):
        return None


def remove(uuid: UUID) -> None:
    """Take a content off the disk, where it is there."""
    _place(uuid).unlink(missing_ok=True)


def _place(uuid: UUID) -> Path:
    return Path(settings.ATTACHMENTS_ROOT) / uuid.hex[:2] / uuid.hex


def _bound(uuid: UUID) -> str:
    return f"attachment:{uuid}:content"
