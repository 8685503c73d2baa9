"""Writing entries; always in the transaction of the act itself."""

from typing import Any

from mangnon import clock
from mangnon.audit.models import Actor, Entry
from mangnon.audit.warrants import Warrant


def record(
    warrant: Warrant,
    act: str,
    *,
    subject: str = "",
    place_code: str = "",
    data: dict[str, Any] | None = None,
) -> Entry:
    """Add the entry of ``act``; the caller's transaction carries it."""
    return Entry.objects.create(
        at=clock.now(),
        actor=warrant.actor,
        act=act,
        right=warrant.right,
        subject=subject,
        place_code=place_code,
        reason=warrant.reason,
        data=data or {},
    )


def known_actor(code: str, *, kind: Actor.Kind, name: str) -> Actor:
    """Return the actor of ``code``, made on first use."""
    return Actor.objects.get_or_create(code=code, defaults={"kind": kind, "name": name})[0]
