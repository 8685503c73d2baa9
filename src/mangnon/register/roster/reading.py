"""Reading children from the register into columns; names are opened and become numbers at once."""

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import numpy as np
from django.db import connection

from mangnon.register.identity import open_for_roster
from mangnon.register.roster.ragged import Ragged
from mangnon.register.roster.rows import NOWHERE, Rows, Status, joined
from mangnon.register.roster.vocabulary import Vocabulary
from mangnon.register.roster.walls import seeing_everyone
from mangnon.vault import SealBroken

_log = logging.getLogger(__name__)
# Rows held as objects at a time: so few that they are gone before the collector walks them.
_BATCH = 1_000
_CHUNK = 5_000  # ids in one statement

# With dashes, as it is bound to the seal; SQLite keeps it without.
_DASHES = " || '-' || ".join(
    f"substr(c.uuid, {first}, {length})"
    for first, length in ((1, 8), (9, 4), (13, 4), (17, 4), (21, 12))
)
_UUID = {"postgresql": "CAST(c.uuid AS TEXT)", "sqlite": _DASHES}
_DAY = {
    "postgresql": "c.birth_date - DATE '1970-01-01'",
    "sqlite": "CAST(julianday(c.birth_date) - 2440587.5 AS INTEGER)",
}
# Who was erased has no key; who was merged into another is found under that one.
_LISTED = "c.data_key_id IS NOT NULL AND c.merged_into_id IS NULL"
_CHILDREN = """
    SELECT c.id, {uuid}, COALESCE(c.home_id, {nowhere}), {day},
           CASE c.sex WHEN 'f' THEN 1 ELSE 0 END, c.change_seq, c.name_sealed, k.wrapped
    FROM register_child c JOIN register_datakey k ON k.id = c.data_key_id
    WHERE {listed} {which}
"""
_GUARDIANS = """
    SELECT g.child_id, g.name_sealed FROM register_guardian g
    JOIN register_child c ON c.id = g.child_id
    WHERE g.name_sealed IS NOT NULL AND {listed} {which} ORDER BY g.id
"""
_LAST_PLACES = """
    SELECT r.child_id, r.place_id FROM register_residence r
    JOIN register_child c ON c.id = r.child_id
    WHERE c.home_id IS NULL AND {listed} {which} ORDER BY r.valid_to, r.id
"""
_DEAD = """
    SELECT d.child_id FROM register_death d JOIN register_child c ON c.id = d.child_id
    WHERE {listed} {which}
"""

_LIVING = "SELECT COUNT(*) FROM register_child WHERE home_id IN ({marks})"
_AT = """
    AND (c.home_id IN ({marks}) OR c.home_id IS NULL AND c.id IN (
        SELECT e.child_id FROM register_residence e WHERE e.place_id IN ({marks})))
"""


def read_all(words: Vocabulary) -> Rows:
    """Read the whole register, in batches; call it where nothing else is under way."""
    return _read(words, "", [])


def read_some(words: Vocabulary, ids: Sequence[int]) -> Rows:
    """Read some children; who is missing was erased or merged."""
    parts = [nobody()]
    for first in range(0, len(ids), _CHUNK):
        some = list(ids[first : first + _CHUNK])
        which = f"AND c.id IN ({', '.join(['%s'] * len(some))})"
        parts.append(_read(words, which, some))
    return joined(parts)


def read_places(words: Vocabulary, places: Sequence[int], at_most: int) -> Rows | None:
    """Read who lives at some places, or lived there last; None where that is too many."""
    marks = ", ".join(["%s"] * len(places))
    with seeing_everyone(), connection.cursor() as cursor:
        cursor.execute(_LIVING.format(marks=marks), list(places))
        if cursor.fetchone()[0] > at_most:
            return None
        return _read(words, _AT.format(marks=marks), [*places, *places])


def nobody() -> Rows:
    """Give no rows."""
    return _columns([], _Beside(), Vocabulary())


@dataclass(slots=True)
class _Beside:
    """What other tables say of the children: guardians' names, last places, deaths."""

    guardians: dict[int, list[bytes]] = field(default_factory=dict)
    last_place: dict[int, int] = field(default_factory=dict)
    dead: set[int] = field(default_factory=set)


def _read(words: Vocabulary, which: str, values: list[int]) -> Rows:
    with seeing_everyone():
        beside = _beside(which, values)
        batches = _batches(_filled(_CHILDREN, which), values)
        return joined([nobody(), *(_columns(batch, beside, words) for batch in batches)])


def _beside(which: str, values: list[int]) -> _Beside:
    found = _Beside()
    for batch in _batches(_filled(_GUARDIANS, which), values):
        for child, sealed in batch:
            found.guardians.setdefault(child, []).append(bytes(sealed))
    for batch in _batches(_filled(_LAST_PLACES, which), values):
        found.last_place.update(batch)
    for batch in _batches(_filled(_DEAD, which), values):
        found.dead.update(child for (child,) in batch)
    return found


def _filled(sql: str, which: str) -> str:
    vendor = connection.vendor
    return sql.format(
        uuid=_UUID[vendor], day=_DAY[vendor], nowhere=NOWHERE, listed=_LISTED, which=which
    )


def _batches(sql: str, values: list[int]) -> Iterator[list[Any]]:
    """Read through the database's own cursor: neither side holds all rows at once."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, values)
        yield from _ahead(cursor) if connection.vendor == "postgresql" else _in_turn(cursor)


def _in_turn(cursor: Any) -> Iterator[list[Any]]:
    while some := cursor.fetchmany(_BATCH):
        yield some


def _ahead(cursor: Any) -> Iterator[list[Any]]:
    """Have the server find the next batch while this one is opened.

    SQLite works in our own process and hands over row by row: there two would only wait in turns.
    """
    some = cursor.fetchmany(_BATCH)
    with ThreadPoolExecutor(1, thread_name_prefix="roster-ahead") as other:
        while len(some) == _BATCH:
            coming = other.submit(cursor.fetchmany, _BATCH)
            yield some
            some = coming.result()
    if some:
        yield some


def _columns(batch: list[Any], beside: _Beside, words: Vocabulary) -> Rows:
    """Open the names of a batch and lay all in columns."""
    ids, uuids, places, born, girls, seqs, sealed, wrapped = (
        zip(*batch, strict=True) if batch else ((),) * 8
    )
    opened = open_for_roster(zip(uuids, wrapped, map(_sealed, sealed), strict=True), field="name")
    names = [words.codes_of(_text(one)) for one in opened]
    guardians, owned = _guardians(ids, list(zip(uuids, wrapped, strict=True)), beside, words)
    place, status = _whereabouts(ids, places, beside)
    return Rows(
        id=np.array(ids, dtype=np.int64),
        place=place,
        born=np.array(born, dtype=np.int32),
        girl=np.array(girls, dtype=np.int8),
        status=status,
        seq=np.array(seqs, dtype=np.int64),
        middle=np.array([words.middle_of(name) for name in names], dtype=np.int32),
        names=Ragged.of(names),
        guardians=np.array(owned, dtype=np.int32),
        guardian_names=Ragged.of(guardians),
    )


def _guardians(
    ids: Sequence[int], keys: list[tuple[str, bytes]], beside: _Beside, words: Vocabulary
) -> tuple[list[list[int]], list[int]]:
    """Open the guardians' names, and say where each child's begin."""
    of_each = [beside.guardians.get(child, []) for child in ids]
    rows = ((*key, seal) for key, seals in zip(keys, of_each, strict=True) for seal in seals)
    opened = [words.codes_of(_text(one)) for one in open_for_roster(rows, field="guardian")]
    return opened, [0, *accumulate(map(len, of_each))]


def _text(opened: str | SealBroken) -> str:
    """Give a name; a broken seal leaves its child nameless, not the search broken."""
    if isinstance(opened, SealBroken):
        _log.error("%s", opened.sentence.en)
        return ""
    return opened


def _sealed(blob: bytes | None) -> bytes:
    return blob or b""


def _whereabouts(ids: Sequence[int], places: Sequence[int], beside: _Beside) -> tuple[Any, Any]:
    """Give places and statuses: who has no home stays where it lived last."""
    place = np.array(places, dtype=np.int32)
    status = np.zeros(len(ids), dtype=np.int8)
    for row in np.flatnonzero(place == NOWHERE).tolist():
        place[row] = beside.last_place.get(ids[row], NOWHERE)
        status[row] = Status.DIED if ids[row] in beside.dead else Status.LEFT
    return place, status
