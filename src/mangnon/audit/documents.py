"""A small document kept as the very text that is hashed: sorted, no spaces, one way to write it.

A database's own JSON type may write a number another way than it got it; text stays as it is.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import models

# What the vault seals: version 1, nonce, padded text, tag. Anything else in bytes may be clear.
_SEAL_VERSION = 1
_LEAST_SEAL = 1 + 12 + 16


def sealed_bytes(value: bytes | memoryview) -> bytes:
    """Return a seal of the vault as bytes; refuse bytes that are none, they could be in clear."""
    blob = bytes(value)
    if len(blob) < _LEAST_SEAL or blob[0] != _SEAL_VERSION:
        raise TypeError("an entry takes bytes only as the vault's seals, never in clear")
    return blob


def _plain(value: object) -> object:
    """Write what JSON has no word for; a seal is marked, so that a reader knows what it is."""
    if isinstance(value, bytes | memoryview):
        return {"sealed": b64encode(sealed_bytes(value)).decode("ascii")}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Sequence | set | frozenset):
        return sorted(value) if isinstance(value, set | frozenset) else list(value)
    raise TypeError(f"an entry cannot hold a {type(value).__name__}")


def written(value: object) -> str:
    """Write a document; raises TypeError or ValueError for what cannot be kept as it is."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False,
        default=_plain,
    )  # fmt: skip


class DocumentField(models.TextField):  # type: ignore[type-arg]
    """A document (dict or list); in the database the text that ``written`` gives."""

    def from_db_value(self, value: str | None, *_: object) -> Any:
        return None if value is None else json.loads(value)

    def get_prep_value(self, value: Any) -> str | None:
        return value if value is None or isinstance(value, str) else written(value)
