"""Which files somebody has open in this sitting, and why: for half an hour, in her session.

The session is a row of the database: it holds the child's uuid, the purpose's code, and what was
typed sealed under the child's own key.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.errors import ReasonMissing
from mangnon.audit.warrants import Warrant
from mangnon.register import identity
from mangnon.register.models import Child

SITTING = timedelta(minutes=30)
_KEY = "opened_files"
_MOST = 200  # files a session remembers; the oldest are asked for again


@dataclass(frozen=True, slots=True)
class Opened:
    """Why a file was opened: a code of ``purposes``, and words sealed."""

    purpose: str
    reason: bytes | None


def remember(session: Any, child: Child, purpose: str, words: str) -> None:
    """Note that the person said why she opens this child's file."""
    sealer = identity.sealer_of(child) if words else None
    sealed = sealer.seal(words, bound_to=f"child:{child.uuid}:reason") if sealer else b""
    until = (clock.now() + SITTING).isoformat()
    known = {**_still(session), str(child.uuid): [until, purpose, b64encode(sealed).decode()]}
    session[_KEY] = dict(sorted(known.items(), key=lambda one: one[1][0])[-_MOST:])


def opened(session: Any, uuid: UUID) -> Opened | None:
    """Return why the file is open; None where the person has not said so in this sitting."""
    found = _still(session).get(str(uuid))
    if found is None:
        return None
    return Opened(purpose=found[1], reason=b64decode(found[2]) or None)


def warrant_for(leave: Leave, why: Opened) -> Warrant:
    """Issue the warrant: the reason of a loan, or else the purpose."""
    try:
        return leave.warrant()
    except ReasonMissing:
        return leave.warrant(why.purpose)


def _still(session: Any) -> dict[str, list[str]]:
    """Return what has not run out."""
    now = clock.now()
    known: dict[str, list[str]] = session.get(_KEY, {})
    return {uuid: one for uuid, one in known.items() if datetime.fromisoformat(one[0]) > now}
