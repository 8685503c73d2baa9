"""Forms sent once, and what was typed kept over the end of a session."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from mangnon import clock
from mangnon.access.models import Sending, Typed, User
from mangnon.audit import keys
from mangnon.vault import Sealer, new_data_key

KEPT_FOR = timedelta(hours=24)


def note_sending(key: UUID, user: User, led_to: str) -> None:
    """Note that a form did its act; in the act's transaction, where a second one must fail.

    Raises IntegrityError where it was noted already.
    """
    Sending.objects.create(key=key, user=user, sent_at=clock.now(), led_to=led_to)
    Sending.objects.filter(sent_at__lt=clock.now() - 2 * KEPT_FOR).delete()


def keep_typed(key: UUID, user: User, fields: Mapping[str, Sequence[str]]) -> None:
    """Keep what was typed, sealed under a key of its own that only the ring opens."""
    bound_to = f"typed:{key}"
    data_key = new_data_key()
    sealed = Sealer(data_key).seal(json.dumps(dict(fields)), bound_to=bound_to)
    wrapped = keys.ring().wrap(data_key, bound_to=bound_to)
    Typed.objects.filter(typed_at__lt=clock.now() - KEPT_FOR).delete()
    Typed.objects.update_or_create(
        key=key,
        defaults={
            "user": user, "typed_at": clock.now(), "wrapped_key": wrapped, "sealed": sealed,
        },
    )  # fmt: skip


def take_typed(key: UUID, user: User) -> dict[str, list[str]] | None:
    """Give back what this person typed, and forget it; None where nothing is kept for her."""
    kept = Typed.objects.filter(key=key, user=user, typed_at__gt=clock.now() - KEPT_FOR).first()
    if kept is None:
        return None
    bound_to = f"typed:{key}"
    sealer = Sealer(keys.ring().unwrap(kept.wrapped_key, bound_to=bound_to))
    fields: dict[str, list[str]] = json.loads(sealer.unseal(kept.sealed, bound_to=bound_to))
    kept.delete()
    return fields
