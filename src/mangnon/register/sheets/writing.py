"""Writing a chunk of children, and taking it back: by the acts of the register."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from mangnon.audit.errors import NoWarrant
from mangnon.audit.warrants import Warrant
from mangnon.imports.errors import EDITED
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Row, Scope, Written
from mangnon.register import actions, identity
from mangnon.register.actions.bulk.undoing import take_back_children
from mangnon.register.actions.changes import WRITE
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.text.sentence import DomainError, Sentence

_NEW, _CHANGED = "new", "changed"


def write_children(rows: Sequence[Row], scope: Scope, warrant: Warrant) -> list[Written]:
    """Enter the new children with their homes; correct who changed."""
    new = [row for row in rows if row.verdict == Verdict.NEW]
    changed = [row for row in rows if row.verdict == Verdict.CHANGED]
    return [*_entered(new, warrant), *_corrected(changed, warrant)]


def _entered(rows: list[Row], warrant: Warrant) -> list[Written]:
    if not rows:
        return []
    told = [row.values for row in rows]
    batch = actions.ChildrenBatch(
        names=[one["name"] for one in told],
        sexes=[one["sex"] for one in told],
        birth_dates=[one["born"] for one in told],
        documents=[one["document"] or "" for one in told],
        birth_precisions=[one["birth"].precision for one in told],
        ethnic_groups=[one["ethnic"] or "kinh" for one in told],
        homes=[one["place_id"] for one in told],
    )
    ids = actions.add_children_in_bulk(batch, warrant=warrant, right=WRITE)
    homes = actions.ResidencesBatch(
        children=list(ids),
        places=[one["place_id"] for one in told],
        valid_from=[one["since"] for one in told],
        kinds=[one["kind"] or "permanent" for one in told],
    )
    actions.add_residences(homes, warrant=warrant, right=WRITE)
    versions = dict(
        Child.objects.filter(pk__gte=ids[0], pk__lte=ids[-1]).values_list("pk", "version")
    )
    return [
        Written(row.number, [_NEW, pk, versions[pk]]) for row, pk in zip(rows, ids, strict=True)
    ]


def _corrected(rows: list[Row], warrant: Warrant) -> list[Written]:
    written = []
    for row in sorted(rows, key=lambda one: one.target or 0):  # held in the order of their ids
        assert row.target is not None
        child = Child.objects.select_related("data_key").get(pk=row.target)
        before = _told(child)
        now = {**before, **_said(row)}
        try:
            with transaction.atomic():
                done = actions.correct_identity(child, _particulars(now), warrant=warrant)
        except NoWarrant:
            raise  # who may no more is told so; no row is at fault
        except DomainError as error:
            row.doubt("", error.sentence)
            continue
        written.append(Written(row.number, [_CHANGED, done.pk, done.version, before]))
    return written


def take_children_back(
    written: Sequence[Written], scope: Scope, warrant: Warrant
) -> dict[int, Sentence]:
    """Undo what was written; returns why a row is left, by its number."""
    left: dict[int, Sentence] = {}
    new = {one.entry[1]: one for one in written if one.entry[0] == _NEW}
    kept = take_back_children({pk: one.entry[2] for pk, one in new.items()}, warrant=warrant)
    left |= {new[pk].row: EDITED for pk in kept}
    for one in written:
        if one.entry[0] != _CHANGED:
            continue
        _, pk, version, before = one.entry
        child = Child.objects.select_related("data_key").filter(pk=pk, version=version).first()
        if child is None:
            left[one.row] = EDITED
            continue
        before = {**before, "birth_date": date.fromisoformat(before["birth_date"])}
        try:
            with transaction.atomic():
                actions.correct_identity(child, Particulars(**before), warrant=warrant)
        except DomainError as error:
            left[one.row] = error.sentence
    return left


def _told(child: Child) -> dict[str, Any]:
    """Return who a child is, as the journal keeps it: sealed with the chunk."""
    return {
        "name": identity.open_name(child) or "",
        "sex": child.sex,
        "birth_date": child.birth_date.isoformat(),
        "birth_precision": child.birth_precision,
        "document": identity.open_document(child) or "",
        "ethnic_group": child.ethnic_group,
        "vietnamese_citizen": child.vietnamese_citizen,
    }


def _said(row: Row) -> dict[str, Any]:
    told = row.values
    said = {
        "name": told["name"], "sex": told["sex"], "birth_date": told["born"].isoformat(),
        "birth_precision": told["birth"].precision,
    }  # fmt: skip
    for column, field in (("document", "document"), ("ethnic", "ethnic_group")):
        if told[column]:
            said[field] = told[column]
    return said


def _particulars(told: dict[str, Any]) -> Particulars:
    return Particulars(**{**told, "birth_date": date.fromisoformat(told["birth_date"])})
