"""Where a child's identity is locked: a data key each, wrapped by a ring of keys. No Django."""

from mangnon.vault.errors import KeyNotInRing, KeyRingError, SealBroken
from mangnon.vault.keyring import KeyRing, key_id_of
from mangnon.vault.opening import open_many
from mangnon.vault.seals import Sealer, new_data_key, seal, unseal
from mangnon.vault.watched import WatchedRing

__all__ = [
    "KeyNotInRing",
    "KeyRing",
    "KeyRingError",
    "SealBroken",
    "Sealer",
    "WatchedRing",
    "key_id_of",
    "new_data_key",
    "open_many",
    "seal",
    "unseal",
]
