"""The one module that seals and opens what names a person. Every value is bound to its record.

The ring of keys is the installation's one (``audit.keys``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from mangnon.audit.keys import ring as ring
from mangnon.register.errors import erased
from mangnon.register.models import Asking, Child, Circumstance, DataKey, Guardian, Household
from mangnon.vault import SealBroken, Sealer, new_data_key, open_many

_AT_ONCE = 5000  # ids in one statement; every database takes that many
# Whose data keys are bound to what: each key is wrapped for "child:<uuid>" or its like.
KEEPERS: dict[str, type[Child] | type[Household] | type[Asking]] = {
    "child": Child,
    "household": Household,
    "asking": Asking,
}


@dataclass(frozen=True, slots=True)
class Sealed:
    """Sealed texts of n new records and the wrapped keys that open them, as columns.

    ``texts`` holds a column for each field, in the order asked; None where there is no text.
    """

    key_ids: list[UUID]
    wrapped: list[bytes]
    texts: tuple[list[bytes | None], ...]


def seal_children(
    uuids: Sequence[UUID], *, names: Sequence[str], documents: Sequence[str]
) -> Sealed:
    """Seal the names and document numbers of new children, each under a key of its own."""
    return _seal_new("child", uuids, {"name": names, "document": documents})


def seal_homes(
    uuids: Sequence[UUID], *, addresses: Sequence[str], telephones: Sequence[str]
) -> Sealed:
    """Seal the addresses and telephone numbers of new households, each under its own key."""
    return _seal_new("household", uuids, {"address": addresses, "telephone": telephones})


def _seal_new(kind: str, uuids: Sequence[UUID], texts: dict[str, Sequence[str]]) -> Sealed:
    """Seal in one pass into columns: an object a record would cost a fifth of the time.

    A key carries the uuid of its record: so the wall round it needs no index of its own.
    """
    wrap = ring().wrap
    wrapped: list[bytes] = []
    columns: tuple[list[bytes | None], ...] = tuple([] for _ in texts)
    fields = [(f":{field}", column.append) for field, column in zip(texts, columns, strict=True)]
    for uuid, *record_texts in zip(uuids, *texts.values(), strict=True):
        record, data_key = f"{kind}:{uuid}", new_data_key()
        sealer = Sealer(data_key)
        wrapped.append(wrap(data_key, bound_to=record))
        for (field, keep), text in zip(fields, record_texts, strict=True):
            keep(sealer.seal(text, bound_to=record + field) if text else None)
    return Sealed(list(uuids), wrapped, columns)


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


def open_for_roster(
    children: Iterable[tuple[str, bytes, bytes]], *, field: str
) -> Iterator[str | SealBroken]:
    """Open names of many children, given as (uuid with dashes, wrapped key, seal), in order.

    ``field`` is "name" or "guardian". Nobody is shown what is opened: it becomes numbers of
    syllables in the memory of this process. What does not open gives its error in its place.
    """
    rows = ((f"child:{uuid}", bytes(key), bytes(seal)) for uuid, key, seal in children)
    return open_many(ring(), rows, field=field)


def open_for_import(
    children: Iterable[tuple[UUID, bytes, bytes]], *, field: str
) -> Iterator[str | SealBroken]:
    """Open names ("name") or numbers ("document") of many children, given as `open_for_roster` is.

    They are held against the rows of a spreadsheet in memory; the import records that it did so.
    """
    rows = ((f"child:{uuid}", bytes(key), bytes(seal)) for uuid, key, seal in children)
    return open_many(ring(), rows, field=field)


def seal_asking(uuid: UUID, asked: str) -> tuple[DataKey, bytes]:
    """Seal what somebody asked after, under a key of its own that the caller writes."""
    sealed = _seal_new("asking", [uuid], {"asked": [asked]})
    blob = sealed.texts[0][0]
    assert blob is not None
    return DataKey(id=sealed.key_ids[0], wrapped=sealed.wrapped[0]), blob


def open_asking(asking: Asking) -> str | None:
    """Return what was asked; None where its key was erased."""
    record = f"asking:{asking.uuid}"
    return _opened(_sealer(asking.data_key, record), asking.asked_sealed, f"{record}:asked")


def seal_words(child: Child, field: str, text: str) -> bytes:
    """Seal words about a child under its key; raises WrongState where that was erased."""
    sealer = sealer_of(child)
    if sealer is None:
        raise erased()
    return sealer.seal(text, bound_to=f"child:{child.uuid}:{field}")


def open_words(child: Child, field: str, blob: bytes | memoryview | None) -> str | None:
    """Return words sealed under a child's key; None where there are none, or it was erased."""
    return _opened(sealer_of(child), blob, f"child:{child.uuid}:{field}")


def seal_weighing_note(child: Child, note: str) -> bytes:
    """Seal a note of a weigh day."""
    return seal_words(child, "weighing_note", note)


def open_weighing_note(child: Child, blob: bytes | memoryview | None) -> str | None:
    """Return a note of a weigh day; the key is opened only where there is one."""
    return None if blob is None else open_words(child, "weighing_note", blob)


# What is sealed of the paper on which a finding rests.
PAPER_PARTS = ("number", "issuer")


def seal_paper(child: Child, part: str, text: str) -> bytes:
    """Seal the number or the issuer of a paper on which a finding rests."""
    return seal_words(child, f"evidence_{part}", text)


def open_paper(spell: Circumstance, part: str) -> str | None:
    """Return the number or the issuer of a spell's paper; None where there is none."""
    blob = getattr(spell, f"evidence_{part}_sealed")
    return None if blob is None else open_words(spell.child, f"evidence_{part}", blob)


def seal_papers(
    children: Sequence[int], *, numbers: Sequence[str], issuers: Sequence[str]
) -> tuple[list[bytes | None], list[bytes | None]]:
    """Seal what many papers say under the keys of their children, row by row; "" gives None."""
    told = {pk for pk, *texts in zip(children, numbers, issuers, strict=True) if any(texts)}
    opened = {pk: (f"child:{uuid}", sealer) for pk, uuid, sealer in _sealers(sorted(told))}
    columns: tuple[list[bytes | None], list[bytes | None]] = ([], [])
    for pk, *texts in zip(children, numbers, issuers, strict=True):
        for part, text, column in zip(PAPER_PARTS, texts, columns, strict=True):
            if not text:
                column.append(None)
                continue
            if pk not in opened:
                raise erased()
            record, sealer = opened[pk]
            column.append(sealer.seal(text, bound_to=f"{record}:evidence_{part}"))
    return columns


def _sealers(children: Sequence[int]) -> Iterator[tuple[int, UUID, Sealer]]:
    """Open the keys of children, some thousands in one query."""
    for first in range(0, len(children), _AT_ONCE):
        keyed = Child.objects.filter(
            pk__in=children[first : first + _AT_ONCE], data_key__isnull=False
        )
        for pk, uuid, wrapped in keyed.values_list("pk", "uuid", "data_key__wrapped"):
            yield pk, uuid, Sealer(ring().unwrap(wrapped, bound_to=f"child:{uuid}"))


def seal_guardian(child: Child, name: str) -> bytes | None:
    """Seal the name of a child's guardian under the child's key; None where it was erased."""
    sealer = sealer_of(child)
    return None if sealer is None else sealer.seal(name, bound_to=f"child:{child.uuid}:guardian")


def open_guardian(guardian: Guardian) -> str | None:
    """Return a guardian's name; None where there is none or the child's key was erased."""
    child = guardian.child
    return _opened(sealer_of(child), guardian.name_sealed, f"child:{child.uuid}:guardian")


def open_guardian_telephone(guardian: Guardian) -> str | None:
    """Return a guardian's telephone number; None where there is none or the key was erased."""
    return open_words(guardian.child, "guardian_telephone", guardian.telephone_sealed)


def open_telephone(household: Household) -> str | None:
    """Return the household's telephone number; None where there is none or its key was erased."""
    record = f"household:{household.uuid}"
    sealer = _sealer(household.data_key, record)
    return _opened(sealer, household.telephone_sealed, f"{record}:telephone")


def seal_home(household: Household, *, address: str, telephone: str) -> list[bytes | None]:
    """Seal an address and a telephone number under the household's own key; "" gives None."""
    record = f"household:{household.uuid}"
    sealer = _sealer(household.data_key, record)
    if sealer is None:
        raise erased()
    return [
        sealer.seal(text, bound_to=f"{record}:{field}") if text else None
        for field, text in (("address", address), ("telephone", telephone))
    ]


def _sealer(key: DataKey | None, record: str) -> Sealer | None:
    return None if key is None else Sealer(ring().unwrap(key.wrapped, bound_to=record))


def _opened(sealer: Sealer | None, blob: bytes | memoryview | None, bound_to: str) -> str | None:
    return None if sealer is None or blob is None else sealer.unseal(blob, bound_to=bound_to)
