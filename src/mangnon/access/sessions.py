"""Where sessions are kept: under a hash of their key, sealed, ended by idleness and by age.

A copy of the database holds no key that a cookie could carry, and says nothing about anybody.
"""

import hashlib
import json
import time
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY as USER_ID
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from mangnon.access.models import Session
from mangnon.access.sealing import seal, unseal
from mangnon.vault import SealBroken

SINCE, SEEN = "since", "seen"  # seconds since 1970
_NOTED_EVERY = 60  # seconds: a page opened sooner than this writes nothing

__all__ = ["SessionStore", "UpdateError", "hashed"]


def hashed(key: str) -> str:
    """Return what is kept of a session's key."""
    return hashlib.sha256(key.encode()).hexdigest()


class SessionStore(DatabaseStore):
    """Django's sessions, with the key hashed and the content sealed."""

    @classmethod
    def get_model_class(cls) -> type[Session]:  # type: ignore[override]
        return Session

    def exists(self, session_key: str) -> bool:
        return super().exists(hashed(session_key))

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            self.model.objects.filter(session_key=hashed(key)).delete()

    def encode(self, session_dict: dict[str, Any]) -> str:
        key = hashed(self._get_or_create_session_key())  # type: ignore[attr-defined]
        return seal(json.dumps(session_dict), bound_to=f"session:{key}")

    def load(self) -> dict[str, Any]:
        found = self._get_session_from_db()
        return {} if found is None else self.opened(found)

    @classmethod
    def opened(cls, session: Session) -> dict[str, Any]:
        """Return what a kept session holds; nothing where its key is gone."""
        try:
            text = unseal(session.session_data, bound_to=f"session:{session.session_key}")
        except SealBroken:
            return {}
        found: dict[str, Any] = json.loads(text)
        return found

    def create_model_instance(self, data: dict[str, Any]) -> Session:  # type: ignore[override]
        key = hashed(self._get_or_create_session_key())  # type: ignore[attr-defined]
        kept = Session.objects.filter(session_key=key).values_list("uuid", flat=True).first()
        known = {"uuid": kept} if kept else {}
        return Session(
            session_key=key,
            user_id=data.get(USER_ID),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            **known,
        )

    def get_expiry_age(self, **_: Any) -> int:
        """Return for how many seconds it lasts: while used, and never over a day's work."""
        since = self.get(SINCE)
        left = settings.SESSION_COOKIE_AGE - (time.time() - since if since else 0)
        return max(0, int(min(settings.SESSION_IDLE_AGE, left)))

    def get_expiry_date(self, **_: Any) -> datetime:
        return datetime.fromtimestamp(time.time(), UTC) + timedelta(seconds=self.get_expiry_age())

    def note_use(self) -> None:
        """Put the end off, since its owner is there; a write a minute at most."""
        if USER_ID in self and time.time() - self.get(SEEN, 0) > _NOTED_EVERY:
            self[SEEN] = time.time()
            self.setdefault(SINCE, self[SEEN])

    def _get_session_from_db(self) -> Session | None:
        now = datetime.fromtimestamp(time.time(), UTC)
        found = Session.objects.filter(
            session_key=hashed(self.session_key or ""), expire_date__gt=now
        ).first()
        if found is None:
            self._session_key = None
        return found
