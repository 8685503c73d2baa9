"""Second factors and the key ring: they are sealed under it, so they follow when it changes."""

from collections import Counter

from allauth.mfa.models import Authenticator
from django.db import transaction

from mangnon.access.adapters import SEALED_AS
from mangnon.access.sealing import key_of, rewrapped
from mangnon.audit.keys import ring
from mangnon.audit.warrants import Warrant

_FIELDS = ("secret", "seed")  # of an app, and of recovery codes; a passkey keeps nothing secret


def factors_by_key() -> Counter[str]:
    """Count the second factors under each key of the ring."""
    return Counter(
        key_of(data[field], bound_to=SEALED_AS)
        for data in Authenticator.objects.values_list("data", flat=True)
        for field in _FIELDS
        if field in data
    )


def rewrap_factors(*, warrant: Warrant) -> int:
    """Lock every second factor under the ring's primary key; return how many were not."""
    warrant.demand("keys.rotate")
    primary, done = ring().primary, 0
    with transaction.atomic():
        for one in Authenticator.objects.select_for_update().order_by("pk"):
            stale = [
                field
                for field in _FIELDS
                if field in one.data and key_of(one.data[field], bound_to=SEALED_AS) != primary
            ]
            for field in stale:
                one.data[field] = rewrapped(one.data[field], bound_to=SEALED_AS)
            if stale:
                one.save(update_fields=["data"])
                done += 1
    return done
