"""Django's cache as the libraries of signing in use it: shared by all processes, in the database.

They keep there which codes of an app were used, and when somebody tried what. A key is kept as
a keyed hash; a value is one sign, a number or a list of numbers, so no name can ever stand here,
and nothing is unpickled. Each write is one statement: what two processes do at once is decided
by the database, and SQLite's one writer is held for no longer.
"""

import json
import time
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection
from django.utils.crypto import salted_hmac

from mangnon.access.models import Counter

_LONGEST = 24 * 3600  # seconds; nothing is counted for longer
_TIDIED_EVERY = 60
_TABLE = Counter._meta.db_table
_PUT = (
    f"INSERT INTO {_TABLE} (key, value, ends_at) VALUES (%s, %s, %s) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value, ends_at = excluded.ends_at"
)
_ADD = f"{_PUT} WHERE {_TABLE}.ends_at <= %s"


class Counters(BaseCache):
    """Small values that end; see the module."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._tidied_at = 0.0

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value unless one is kept; of processes that try at once one gets True."""
        row = self._row(key, value, timeout, version)
        with connection.cursor() as cursor:
            cursor.execute(_ADD, [*row, time.time()])
            return bool(cursor.rowcount == 1)

    def set(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep a value over whatever was kept; what is no number is not kept at all.

        The editors' house would keep lists here; it looks a thing up again where none is kept.
        """
        if not _is_small(value):
            return
        with connection.cursor() as cursor:
            cursor.execute(_PUT, self._row(key, value, timeout, version))
        self._tidy()

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """Give back a value that has not ended."""
        found = self._living(key, version).values_list("value", flat=True).first()
        return default if found is None else json.loads(found)

    def touch(self, key: str, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Put a value's end off."""
        return bool(self._living(key, version).update(ends_at=self._end(timeout)))

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value."""
        return bool(Counter.objects.filter(key=self._hashed(key, version)).delete()[0])

    def clear(self) -> None:
        """Forget everything."""
        Counter.objects.all().delete()

    def _living(self, key: str, version: int | None) -> Any:
        return Counter.objects.filter(key=self._hashed(key, version), ends_at__gt=time.time())

    def _row(self, key: str, value: Any, timeout: Any, version: int | None) -> list[Any]:
        if not _is_small(value):
            raise TypeError(f"counters keep numbers, not {type(value).__name__}")
        return [self._hashed(key, version), json.dumps(value), self._end(timeout)]

    def _hashed(self, key: str, version: int | None) -> str:
        """Return what is kept of a key: without the secret key nobody guesses it back."""
        whole = self.make_key(key, version)
        return salted_hmac("mangnon.access.counters", whole, algorithm="sha256").hexdigest()

    def _end(self, timeout: Any) -> float:
        end: float | None = self.get_backend_timeout(timeout)
        longest = time.time() + _LONGEST
        return longest if end is None else min(end, longest)

    def _tidy(self) -> None:
        """Drop what has ended; a process does so once a minute at most."""
        now = time.time()
        if now - self._tidied_at > _TIDIED_EVERY:
            self._tidied_at = now
            Counter.objects.filter(ends_at__lte=now).delete()


def _is_small(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(one, int | float) for one in value)
    return isinstance(value, int | float) or (isinstance(value, str) and len(value) <= 1)
