"""The erasure list: a file beside the database, so that a backup brought back forgets again.

A line holds the number of a file, the day, why; no name. It is written before the key goes: a
list that names one too many harms less than one that lacks one.
"""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.conf import settings

from mangnon.retention.errors import bad_list, no_list
from mangnon.retention.models import Erasure


class Line(NamedTuple):
    """One erasure as the list tells it."""

    child: UUID
    day: date
    why: str


def path() -> Path:
    """Return where the list lies."""
    return Path(settings.ERASURES_FILE)


def is_there() -> bool:
    """Whether there is a list: none where nobody was ever erased, or where it was lost."""
    return path().exists()


def add(lines: Iterable[Line]) -> None:
    """Write lines at the end, and see that they are on the disk."""
    text = "".join(f"{one.child} {one.day.isoformat()} {one.why}\n" for one in lines)
    try:
        handle = os.open(path(), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise no_list(path(), error) from None


def lines() -> Iterator[Line]:
    """Read the list; raises NotErased at a line that is none."""
    try:
        told = path().read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return
    except OSError as error:
        raise no_list(path(), error) from None
    for number, text in enumerate(told, start=1):
        try:
            uuid, day, why = text.split()
            yield Line(UUID(uuid), date.fromisoformat(day), Erasure.Why(why).value)
        except ValueError:
            raise bad_list(path(), number) from None
