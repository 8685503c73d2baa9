"""The one module that seals and opens what names a person. Every value is bound to its record.

The key ring is loaded once a process from ``settings.KEY_FILE``.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings

from mangnon.register.models import Child, DataKey, Household
from mangnon.vault import KeyRing, Sealer, new_data_key


@cache
def ring() -> KeyRing:
    """Return the key ring of this installation."""
    return KeyRing.load(Path(settings.KEY_FILE))


@dataclass(frozen=True, slots=True)
class Sealed:
    """Sealed texts of one record and the wrapped key that opens them, as they are kept."""

    key_id: UUID
    wrapped: bytes
    texts: tuple[bytes | None, ...]


def seal_texts(record: str, texts: dict[str, str]) -> Sealed:
    """Seal the texts of a new record ("child:<uuid>") under a fresh data key; "" stays None."""
    data_key = new_data_key()
    sealer = Sealer(data_key)
    return Sealed(
        key_id=uuid4(),
        wrapped=ring().wrap(data_key, bound_to=record),
        texts=tuple(
            sealer.seal(text, bound_to=f"{record}:{field}") if text else None
            for field, text in texts.items()
        ),
    )


def seal_identity(child: UUID, *, name: str, document: str = "") -> Sealed:
    """Seal the name and the document number of a new child, in this order."""
    return seal_texts(f"child:{child}", {"name": name, "document": document})


def seal_home(household: UUID, *, address: str = "", telephone: str = "") -> Sealed:
    """Seal the address and the telephone number of a new household, in this order."""
    return seal_texts(f"household:{household}", {"address": address, "telephone": telephone})


def sealer_of(child: Child) -> Sealer | None:
    """Return what seals and opens under the child's own key; None where it was erased."""
    return _sealer(child.data_key, f"child:{child.uuid}")


def open_name(child: Child) -> str | None:
    """Return the child's name; None where there is none or its key was erased.

    Reading a name is an event: the caller records it.
    """
    return _opened(sealer_of(child), child.name_sealed, f"child:{child.uuid}:name")


def open_document(child: Child) -> str | None:
    """Return the child's document number; None where there is none or its key was erased."""
    return _opened(sealer_of(child), child.document_sealed, f"child:{child.uuid}:document")


def open_address(household: Household) -> str | None:
    """Return the household's address; None where there is none or its key was erased."""
    record = f"household:{household.uuid}"
    sealer = _sealer(household.data_key, record)
    return _opened(sealer, household.address_sealed, f"{record}:address")


def _sealer(key: DataKey | None, record: str) -> Sealer | None:
    return None if key is None else Sealer(ring().unwrap(key.wrapped, bound_to=record))


def _opened(sealer: Sealer | None, blob: bytes | None, bound_to: str) -> str | None:
    return None if sealer is None or blob is None else sealer.unseal(blob, bound_to=bound_to)
