"""Writing facilities and posts out of spreadsheets, and taking them back: by the acts of the room.

A row that an act refuses after all, for something changed meanwhile, is left and named.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.facilities import actions
from mangnon.facilities.models import Facility, Post
from mangnon.imports.errors import EDITED
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Row, Scope, Written
from mangnon.places.models import Place
from mangnon.text.sentence import DomainError, Sentence

_NEW, _CHANGED = "new", "changed"


def write_facilities(rows: Sequence[Row], scope: Scope, warrant: Warrant) -> list[Written]:
    """Open the new facilities; correct those that changed."""
    return _each(rows, lambda row: _facility(row, warrant))


def write_posts(rows: Sequence[Row], scope: Scope, warrant: Warrant) -> list[Written]:
    """Put people in post; close the posts of who left."""
    return _each(rows, lambda row: _post(row, warrant))


def take_facilities_back(
    written: Sequence[Written], scope: Scope, warrant: Warrant
) -> dict[int, Sentence]:
    """Take back new facilities of which nothing else is recorded; correct back the others."""
    return _undone(written, lambda one: _facility_back(one.entry, warrant))


def take_posts_back(
    written: Sequence[Written], scope: Scope, warrant: Warrant
) -> dict[int, Sentence]:
    """Take back posts and endings that stand as they were written."""
    return _undone(written, lambda one: _post_back(one.entry, warrant))


def _each(rows: Sequence[Row], write: Callable[[Row], list[Any]]) -> list[Written]:
    written = []
    for row in rows:
        try:
            with transaction.atomic():
                written.append(Written(row.number, write(row)))
        except DomainError as error:
            row.doubt("", error.sentence)
    return written


def _undone(written: Sequence[Written], undo: Callable[[Written], bool]) -> dict[int, Sentence]:
    left = {}
    for one in reversed(written):  # a post is taken back before its facility
        try:
            with transaction.atomic():
                if not undo(one):
                    left[one.row] = EDITED
        except DomainError as error:
            left[one.row] = error.sentence
    return left


def _facility(row: Row, warrant: Warrant) -> list[Any]:
    told = row.values
    if row.verdict == Verdict.NEW:
        made = actions.open_facility(
            code=told["code"], kind=told["kind"], name=told["name"],
            level=told.get("level") or "", place=Place.objects.get(pk=told["place_id"]),
            ownership=told["ownership"] or Facility.Ownership.PUBLIC,
            opened_on=told["opened_on"], warrant=warrant,
        )  # fmt: skip
        return [_NEW, made.pk, actions.described(made)]
    one = Facility.objects.get(pk=row.target)
    before = actions.described(one)
    done = actions.correct_facility(
        one, name=told["name"], level=told.get("level") or one.level,
        ownership=told["ownership"] or one.ownership, warrant=warrant,
    )  # fmt: skip
    return [_CHANGED, done.pk, actions.described(done), before]


def _facility_back(entry: list[Any], warrant: Warrant) -> bool:
    one = Facility.objects.filter(pk=entry[1]).first()
    if one is None or actions.described(one) != entry[2]:
        return False
    if entry[0] == _NEW:
        actions.take_back_facility(one, warrant=warrant)
    else:
        actions.correct_facility(one, **entry[3], warrant=warrant)
    return True


def _post(row: Row, warrant: Warrant) -> list[Any]:
    told = row.values
    if row.verdict == Verdict.NEW:
        made = actions.hire(
            told["facility_of"], staff_number=told["staff_number"], title=told["title_of"],
            hired_on=told["hired_on"], share_of_time=told["share"] or 1.0, warrant=warrant,
        )  # fmt: skip
    else:
        made = Post.objects.get(pk=row.target)
    if told["left_on"]:
        made = actions.leave_post(made, left_on=told["left_on"], warrant=warrant)
    how = _NEW if row.verdict == Verdict.NEW else _CHANGED
    return [how, made.pk, made.valid_to.isoformat() if made.valid_to else None]


def _post_back(entry: list[Any], warrant: Warrant) -> bool:
    how, pk, left_on = entry
    one = Post.objects.select_related("facility").filter(pk=pk).first()
    if one is None or one.valid_to != (date.fromisoformat(left_on) if left_on else None):
        return False
    if how == _NEW:
        actions.take_back_post(one, warrant=warrant)
    else:
        actions.take_back_leaving(one, warrant=warrant)
    return True
