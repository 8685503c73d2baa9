"""Taking out of the records whatever names some children; what is counted stays as it is."""

import hashlib
from collections.abc import Sequence

from django.db import connection, transaction
from django.db.models import QuerySet

from mangnon.audit.models import Entry
from mangnon.lasting import erasers
from mangnon.register.models import (
    Asking,
    Child,
    Circumstance,
    DataKey,
    Guardian,
    Household,
    Residence,
    Transfer,
    WeighRow,
    WeighTyping,
)
from mangnon.walls.declaring import Wall, walls

# What grows with every act, and what only finds a house: no figure rests on them.
_NOT_COUNTED = {"change_seq", "version", "village_id", "data_key_id"}


def clear(children: Sequence[int]) -> None:
    """Destroy the keys of children, and empty what they locked; in the caller's transaction.

    What was locked and stands elsewhere (the trail, a backup without its list) opens no more.
    """
    found = Child.objects.filter(pk__in=children)
    keys = set(found.exclude(data_key=None).values_list("data_key", flat=True))
    homes = set(found.exclude(household=None).values_list("household", flat=True))
    homes |= _homes_left(found)
    found.update(data_key=None, name_sealed=None, document_sealed=None)
    Guardian.objects.filter(child__in=children).delete()
    Circumstance.objects.filter(child__in=children).update(
        evidence_number_sealed=None, evidence_issuer_sealed=None
    )
    Transfer.objects.filter(child__in=children).update(reason_sealed=b"", answer_sealed=None)
    Residence.objects.filter(child__in=children).update(village=None)
    WeighRow.objects.filter(child__in=children).update(note_sealed=None)
    WeighTyping.objects.filter(row__child__in=children).update(note_sealed=None)
    asked = Asking.objects.filter(child__in=children)
    keys |= set(asked.exclude(data_key=None).values_list("data_key", flat=True))
    asked.update(data_key=None, asked_sealed=b"", child=None)
    keys |= _homes(homes)
    for erase in erasers():
        erase(children)
    DataKey.objects.filter(pk__in=keys).delete()


def _homes_left(children: QuerySet[Child]) -> set[int]:
    """Return the households that children left, as the trail says: their rows name none."""
    subjects = [f"register.child:{uuid}" for uuid in children.values_list("uuid", flat=True)]
    told = Entry.objects.filter(subject__in=subjects).values_list("data", "before")
    left = {
        uuid for data, before in told
        for uuid in (data.get("household_left"), (before or {}).get("household")) if uuid
    }  # fmt: skip
    return set(Household.objects.filter(uuid__in=left).values_list("pk", flat=True))


def _homes(households: set[int]) -> set[object]:
    """Empty the households where nobody with a key lives any more; return their keys."""
    lived_in = Child.objects.filter(household__in=households, data_key__isnull=False)
    still = set(lived_in.values_list("household", flat=True))
    left = Household.objects.filter(pk__in=households - still)
    keys = set(left.exclude(data_key=None).values_list("data_key", flat=True))
    left.update(data_key=None, address_sealed=None, telephone_sealed=None)
    return keys


def counted(children: Sequence[int]) -> str:
    """Return what stands for everything that the counting engine may read of children."""
    found = hashlib.sha256()
    marks = ", ".join(["%s"] * len(children))
    for wall in (one for one in walls() if one.engine and one.seen is not None):
        where = _where(wall, marks)
        if where is None:
            continue
        columns = [name for name in sorted(wall.counted_columns) if name not in _NOT_COUNTED]
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT {', '.join(columns)} FROM {wall.table} WHERE {where} ORDER BY id",
                list(children),
            )
            for row in cursor.fetchall():
                found.update(repr((wall.table, row)).encode("utf-8"))
    return found.hexdigest()


def _where(wall: Wall, marks: str) -> str | None:
    """Say which rows of a table are those children's; None for a table of no child's."""
    columns = {field.column for field in wall.model._meta.concrete_fields}
    if wall.model is Child:
        return f"id IN ({marks})"
    if "child_id" in columns:
        return f"child_id IN ({marks})"
    if "household_id" in columns:
        living = f"SELECT household_id FROM register_child WHERE id IN ({marks})"
        return f"household_id IN ({living})"
    return f"plan_id IN (SELECT id FROM register_plan WHERE child_id IN ({marks}))" if (
        "plan_id" in columns
    ) else None  # fmt: skip


def overwrite_what_goes() -> None:
    """Have SQLite write zeros over what is deleted; call it before the transaction begins."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete=ON")


def sweep() -> None:
    """Have the database let go of the old rows now, its log included where it is its own."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        for model in (DataKey, Child, Guardian, Household, Circumstance, Transfer, Asking):
            cursor.execute(f"VACUUM {connection.ops.quote_name(model._meta.db_table)}")


def atomically() -> "transaction.Atomic":
    """Begin the transaction of an erasing."""
    overwrite_what_goes()
    return transaction.atomic()
