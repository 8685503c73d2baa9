"""A spreadsheet is brought, its columns are confirmed, it is judged again, or dropped."""

import json
from base64 import b64encode
from collections.abc import Mapping

from django.db import transaction

from mangnon import clock
from mangnon.access.worded import worded
from mangnon.attachments import keeping
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.imports import errors, headings, staging
from mangnon.imports.models import Import, State
from mangnon.imports.reading import judged, tables
from mangnon.imports.scopes import BRING, to_write
from mangnon.imports.sheets import Sheet, sheet_of
from mangnon.places.models import Place
from mangnon.vault import new_data_key

_AGAIN = (State.COLUMNS, State.JUDGED, State.TAKEN, State.FAILED)


def bring(sheet: Sheet, name: str, content: bytes, *, place: Place, warrant: Warrant) -> Import:
    """Keep a spreadsheet, sealed, with its columns as they are recognised. Raises WrongFile."""
    warrant.demand(BRING, [place.pk])
    to_write(sheet, place, warrant)
    name, kind = judged(name, content)
    found = headings.found(sheet, tables(kind, content))
    key = new_data_key()
    known, known_by = staging.fingerprint(content)
    words = json.dumps({"name": name, "key": b64encode(key).decode()}, ensure_ascii=False)
    one = worded(
        Import, words, sheet=sheet.code, place=place, size=len(content), rows=found.size,
        layout={"kind": kind, **found.layout()}, fingerprint=known, fingerprint_key=known_by,
        brought_at=clock.now(), by=warrant.actor, asked_by=warrant.actor,
    )  # fmt: skip
    with transaction.atomic():
        keeping.write(one.uuid, content, key)
        one.save()
        _note(one, "bring", warrant, sheet=sheet.code, size=one.size)
    return one


def choose_columns(one: Import, columns: Mapping[int, str], *, warrant: Warrant) -> Import:
    """Say which column is which, and have the rows judged. Raises WrongColumns."""
    with transaction.atomic():
        one = held(one, State.COLUMNS, warrant=warrant)
        sheet, chosen = sheet_of(one.sheet), list(columns.values())
        for column in sheet.columns:
            if column.required and column.code not in chosen:
                raise errors.column_missing(str(column.title))
            if chosen.count(column.code) > 1:
                raise errors.column_twice(str(column.title))
        one.layout["columns"] = {str(at): code for at, code in sorted(columns.items())}
        _begin_judging(one, warrant)
        _note(one, "choose_columns", warrant, columns=len(chosen))
    return one


def judge_again(one: Import, *, warrant: Warrant) -> Import:
    """Have the rows held against what stands now."""
    with transaction.atomic():
        one = held(one, State.JUDGED, State.TAKEN, warrant=warrant)
        _begin_judging(one, warrant)
        _note(one, "judge_again", warrant)
    return one


def drop(one: Import, *, warrant: Warrant) -> None:
    """Forget a spreadsheet that was not accepted: its rows, its file; the trail stays."""
    with transaction.atomic():
        one = held(one, *_AGAIN, warrant=warrant)
        one.chunks.all().delete()
        one.state, one.counts = State.DROPPED, {}
        one.save()
        _note(one, "drop", warrant)
        transaction.on_commit(lambda: keeping.remove(one.uuid))


def held(one: Import, *states: str, warrant: Warrant) -> Import:
    """Read an import again and hold it; raises WrongStep unless it is in one of the states."""
    warrant.demand(BRING, [one.place_id])
    fresh = Import.objects.select_for_update(of=("self",)).select_related("place").get(pk=one.pk)
    to_write(sheet_of(fresh.sheet), fresh.place, warrant)
    if fresh.state not in states:
        raise errors.not_now(str(fresh.get_state_display()))
    return fresh


def _begin_judging(one: Import, warrant: Warrant) -> None:
    one.chunks.all().delete()
    one.state, one.counts, one.fault = State.JUDGING, {}, {}
    one.written = one.left = 0
    one.asked_by = warrant.actor
    one.save()


def _note(one: Import, act: str, warrant: Warrant, **data: object) -> None:
    record(warrant, f"imports.{act}", subject=one.subject, place_code=one.place.key, data=data)
