"""The key ring of this installation: for proofs here, for what is sealed in the houses above.

It is read from ``settings.KEY_FILE``, and again when that file is replaced; each path is watched
by itself.
"""

from functools import cache
from pathlib import Path

from django.conf import settings

from mangnon.vault import KeyRing, WatchedRing

ENTRY = "audit entry"
SEAL = "audit seal"


@cache
def _watched(path: str) -> WatchedRing:
    return WatchedRing(Path(path))


@cache
def _developers_own(key: bytes) -> KeyRing:
    return KeyRing("environment", {"environment": key})


def ring() -> KeyRing:
    """Return the ring as the key file holds it now; raises KeyRingError where there is none."""
    key: bytes | None = settings.KEY
    return _watched(str(settings.KEY_FILE)).current() if key is None else _developers_own(key)


def is_proven(proof: bytes, message: bytes, *, purpose: str, key_id: str) -> bool | None:
    """Tell whether a proof is genuine; None where its key is no longer (or never was) held."""
    held = ring()
    if key_id not in held.key_ids:
        return None
    return held.is_proven(bytes(proof), message, purpose=purpose, key_id=key_id)
