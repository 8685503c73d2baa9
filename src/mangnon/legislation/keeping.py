"""The files that documents were brought as, on the disk beside what officers bring.

They are public once they are kept, so they are not locked; a file lies there whole or not at all.
"""

import os
from pathlib import Path
from uuid import UUID

from django.conf import settings


def write(uuid: UUID, content: bytes) -> None:
    """Lay a file in its place."""
    place = _place(uuid)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = place.with_suffix(".new")
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)


def read(uuid: UUID) -> bytes | None:
    """Return a file; None where it is not there."""
    try:
        return _place(uuid).read_bytes()
    except FileNotFoundError:
        return None


def remove(uuid: UUID) -> None:
    """Take a file away, where it is there."""
    _place(uuid).unlink(missing_ok=True)


def _place(uuid: UUID) -> Path:
    return Path(settings.ATTACHMENTS_ROOT) / "library" / uuid.hex[:2] / uuid.hex
