"""Writing entries; always in the transaction of the act itself."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, transaction

from mangnon import clock
from mangnon.audit import canonical, keys, numbering
from mangnon.audit.documents import sealed_bytes, written
from mangnon.audit.errors import OutsideTransaction
from mangnon.audit.models import Actor, Entry
from mangnon.audit.warrants import Warrant

# A longer list (an export) is kept in several entries: one row stays small.
MOST_SUBJECTS = 1000


def record(
    warrant: Warrant,
    act: str,
    *,
    subject: str = "",
    place_code: str = "",
    data: Mapping[str, Any] | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: bytes | None = None,
) -> Entry:
    """Add the entry of ``act``; the caller's transaction carries it.

    ``before`` and ``after`` hold the fields that the act changed, by name. What names a person
    comes as the seal that the record itself keeps (bytes of the vault, bound as there), never as
    text: so it is forgotten with the child's key, and the chain, which hashes it sealed, stands.
    ``reason``: what a person typed, sealed likewise; the warrant's reason stands beside it.
    Raises OutsideTransaction where the act and its entry could part.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction(act)
    content = {"data": data or {}, "before": before or {}, "after": after or {}}
    return _write(warrant, Entry.Kind.ACT, act, [[subject]], place_code, content, reason)[0]


def read(
    warrant: Warrant,
    what: str,
    *,
    subjects: Sequence[str],
    place_code: str = "",
    purpose: str = "",
    data: Mapping[str, Any] | None = None,
    reason: bytes | None = None,
) -> list[Entry]:
    """Add the entry of a reading, before its answer is sent; committed here unless in an act.

    One entry a page of a list, holding every subject on it ("register.child:<uuid>"); one entry
    a reveal, with its single subject. ``what``: "register.list", "register.reveal_address".
    ``purpose`` is a code of a fixed list; ``reason`` is what a person typed, sealed by the vault.
    A list of more than 1,000 subjects is kept in several entries.
    """
    parts = [subjects[at : at + MOST_SUBJECTS] for at in range(0, len(subjects), MOST_SUBJECTS)]
    content = {"data": {**(data or {}), **({"purpose": purpose} if purpose else {})}}
    with transaction.atomic():
        return _write(
            warrant, Entry.Kind.READING, what, parts or [[""]], place_code, content, reason
        )


def _write(
    warrant: Warrant,
    kind: str,
    act: str,
    parts: Sequence[Sequence[str]],
    place_code: str,
    content: Mapping[str, Mapping[str, Any]],
    reason: bytes | None,
) -> list[Entry]:
    """Write an entry for each part of the subjects, each with its proof."""
    at = clock.now()
    entries = [
        Entry(
            pk=number,
            at=at,
            kind=kind,
            actor=warrant.actor,
            act=act,
            right=warrant.right,
            subject=part[0] if len(part) == 1 else "",
            subjects=list(part) if len(part) > 1 else [],
            place_code=place_code,
            reason=warrant.reason,
            reason_sealed=b"" if reason is None else sealed_bytes(reason),
            version=canonical.VERSION,
            **content,
        )
        for number, part in zip(numbering.next_ids(len(parts)), parts, strict=True)
    ]
    for entry in entries:
        _prove(entry)
    if len(entries) == 1:
        entries[0].save()
        return entries
    return Entry.objects.bulk_create(entries)


def _prove(entry: Entry) -> None:
    """Put the proof on an entry that is about to be written."""
    ring = keys.ring()
    entry.key_id = ring.primary
    kept = canonical.Kept(
        id=entry.pk, version=entry.version, at=entry.at, kind=str(entry.kind),
        actor_code=entry.actor.code, act=entry.act, right=entry.right, subject=entry.subject,
        subjects=written(entry.subjects), place_code=entry.place_code, reason=entry.reason,
        reason_sealed=entry.reason_sealed, data=written(entry.data),
        before=written(entry.before), after=written(entry.after),
        key_id=entry.key_id, proof=b"",
    )  # fmt: skip
    message = canonical.proven_bytes(entry.pk, canonical.content_of(kept))
    entry.proof = ring.prove(message, purpose=keys.ENTRY)


def known_actor(code: str, *, kind: Actor.Kind, name: str) -> Actor:
    """Return the actor of ``code``, made on first use."""
    return Actor.objects.get_or_create(code=code, defaults={"kind": kind, "name": name})[0]
