"""Entering many children at once; where they live comes with their residences."""

from dataclasses import dataclass
from uuid import uuid4

import numpy as np
from django.db import transaction
from django.db.models import CharField
from django.db.models.functions import Cast

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, reserve_ids, write_columns
from mangnon.bulk.columns import plain
from mangnon.register.actions.bulk import ends
from mangnon.register.actions.changes import BULK
from mangnon.register.actions.touching import change_number
from mangnon.register.identity import Sealed, seal_children
from mangnon.register.models import Child, DataKey
from mangnon.register.particulars import cleaned_name
from mangnon.text.sentence import Sentence

_BORN = Sentence(vi="Ngày sinh", en="The birth date")
_SEX = Sentence(vi="Giới tính phải là m hoặc f", en="Sex must be m or f")
_PRECISION = Sentence(
    vi="Độ chính xác ngày sinh phải là day, month hoặc year",
    en="The precision of a birth date must be day, month or year",
)


@dataclass(frozen=True, slots=True)
class ChildrenBatch:
    """n children. ``documents``: "" where there is none; ``households``: ids or None.

    Birth dates known by month or year carry the 15th, or 1 July. ``homes``: where they live, as
    their residences will say; within the walls of a place none is entered without.
    """

    names: list[str]
    sexes: Column
    birth_dates: Column
    documents: list[str] | None = None
    birth_precisions: Column = "day"
    ethnic_groups: Column = "kinh"
    citizens: Column = True
    households: Column = None
    homes: Column = None

    def __repr__(self) -> str:
        return f"ChildrenBatch({len(self.names)})"  # names never reach a log or a traceback


def add_children_in_bulk(batch: ChildrenBatch, *, warrant: Warrant, right: str = BULK) -> range:
    """Enter many children; returns their ids, in the order of the batch.

    ``right``: another one, where each row was judged and accepted by a person who holds it.

    Raises WrongBatch or WrongIdentity with a sentence; then nothing is written.
    """
    warrant.demand(right)
    kept: dict[str, Column] = {
        "sex": batch.sexes,
        "birth_date": batch.birth_dates,
        "birth_precision": batch.birth_precisions,
        "ethnic_group": batch.ethnic_groups,
        "vietnamese_citizen": batch.citizens,
        "household_id": batch.households,
        "home_id": batch.homes,
    }
    documents = batch.documents or [""] * len(batch.names)
    count = batches.length_of({**kept, "names": batch.names, "documents": documents})
    if count == 0:
        return range(0)
    batches.refuse_future(_BORN, batches.days(batch.birth_dates, count))
    batches.one_of(batch.sexes, Child.Sex.values, _SEX)
    batches.one_of(batch.birth_precisions, Child.Precision.values, _PRECISION)
    uuids = [uuid4() for _ in range(count)]
    names = [cleaned_name(name) for name in batch.names]
    sealed = seal_children(uuids, names=names, documents=documents)
    with transaction.atomic():
        write_keys(sealed)
        ids = reserve_ids(Child, count)
        secret: dict[str, Column] = {
            "name_sealed": sealed.texts[0],
            "document_sealed": sealed.texts[1],
        }
        numbers: dict[str, Column] = {
            "id": ids,
            "uuid": uuids,
            "data_key_id": sealed.key_ids,
            "change_seq": change_number(),
            "version": 1,
        }
        write_columns(Child, {**numbers, **secret, **kept})
        # The digest covers the ciphertext: names could be guessed from a digest of names.
        ends.note(warrant, "add_children", count, {**secret, **kept})
    return ids


def write_keys(sealed: Sealed) -> None:
    """Write wrapped keys in the order of their random ids: so the index fills from the left."""
    order = sorted(range(len(sealed.key_ids)), key=[key.int for key in sealed.key_ids].__getitem__)
    write_columns(
        DataKey,
        {
            "id": [sealed.key_ids[row] for row in order],
            "wrapped": [sealed.wrapped[row] for row in order],
        },
    )


def births_of(child_ids: Column) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return sex ("U1"), birth date (days) and precision ("U5") of children, row by row.

    Raises WrongBatch where one of them is not in the register.
    """
    wanted = np.asarray(plain(child_ids), dtype=np.int64)
    known = Child.objects.filter(pk__gte=wanted.min(), pk__lte=wanted.max()).order_by("pk")
    # As text: numpy reads a column of ISO days faster than the driver one by one.
    known = known.annotate(born=Cast("birth_date", CharField()))
    rows = list(known.values_list("pk", "sex", "born", "birth_precision"))
    pks = np.array([row[0] for row in rows], dtype=np.int64)
    where = np.searchsorted(pks, wanted)
    found = where < len(pks)
    found[found] = pks[where[found]] == wanted[found]
    batches.refuse_rows(
        ~found, Sentence(vi="Không có trẻ mang số này trong sổ", en="No such child is registered")
    )
    sexes = np.array([row[1] for row in rows], dtype="U1")
    born = np.array([row[2] for row in rows], dtype="datetime64[D]")
    precision = np.array([row[3] for row in rows], dtype="U5")
    return sexes[where], born[where], precision[where]
