"""The children who live in a scope, as rows meet them: by document number, name and birth.

Names are opened into the memory of the process that judges, and are nowhere written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mangnon.imports.sheets import Scope
from mangnon.register import identity
from mangnon.register.models import Child
from mangnon.register.roster.changes import changed_since, moment
from mangnon.text.folding import fold
from mangnon.text.tone import exact
from mangnon.vault import SealBroken
from mangnon.walls import everywhere

_AT_ONCE = 2_000


@dataclass(slots=True)
class Person:
    """A child that stands: what rows are held against."""

    id: int
    name: str
    document: str
    sex: str
    born: date
    precision: str
    ethnic: str
    place: int
    version: int

    def key(self) -> tuple[str, date]:
        """Return name and birth, by which a row without number meets it."""
        return exact(self.name), self.born


class People:
    """Everybody in a scope, found by number, by name and birth, by birth, by name."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._moment = moment()
        self.by_id: dict[int, Person] = {}
        self.by_document: dict[str, set[int]] = defaultdict(set)
        self.by_key: dict[tuple[str, date], set[int]] = defaultdict(set)
        self.by_birth: dict[date, set[int]] = defaultdict(set)
        self.by_name: dict[str, set[int]] = defaultdict(set)
        here = Child.objects.filter(home_id__in=scope.places)
        for one in _read(here):
            self._put(one)

    def refresh(self) -> None:
        """Read again who changed since; called where nobody else writes."""
        now = moment()
        ids, _ = changed_since(self._moment.since, now)
        self._moment = now
        for first in range(0, len(ids), _AT_ONCE):
            some = ids[first : first + _AT_ONCE].tolist()
            for gone in some:
                self._take(gone)
            with everywhere():
                found = Child.objects.filter(pk__in=some, home_id__in=self._scope.places)
                for one in _read(found):
                    self._put(one)

    def _put(self, one: Person) -> None:
        self.by_id[one.id] = one
        for index, key in self._keys(one):
            index[key].add(one.id)

    def _take(self, pk: int) -> None:
        one = self.by_id.pop(pk, None)
        if one is not None:
            for index, key in self._keys(one):
                index[key].discard(pk)

    def _keys(self, one: Person) -> Iterator[tuple[dict[Any, set[int]], Any]]:
        if one.document:
            yield self.by_document, one.document
        yield self.by_key, one.key()
        yield self.by_birth, one.born
        yield self.by_name, fold(one.name)


_FIELDS = (
    "id", "uuid", "name_sealed", "document_sealed", "sex", "birth_date", "birth_precision",
    "ethnic_group", "home_id", "version", "data_key__wrapped",
)  # fmt: skip


def _read(children: Any) -> Iterator[Person]:
    listed = children.filter(data_key__isnull=False, merged_into__isnull=True)
    rows: list[tuple[Any, ...]] = []
    for row in listed.values_list(*_FIELDS).iterator(chunk_size=_AT_ONCE):
        rows.append(row)
        if len(rows) == _AT_ONCE:
            yield from _opened(rows)
            rows = []
    yield from _opened(rows)


def _opened(rows: Sequence[tuple[Any, ...]]) -> Iterator[Person]:
    names = identity.open_for_import(((r[1], r[10], r[2]) for r in rows), field="name")
    numbered = [r for r in rows if r[3] is not None]
    documents = identity.open_for_import(((r[1], r[10], r[3]) for r in numbered), field="document")
    told = {row[0]: _text(one) for row, one in zip(numbered, documents, strict=True)}
    for row, name in zip(rows, names, strict=True):
        yield Person(
            row[0],
            _text(name),
            told.get(row[0], ""),
            row[4],
            row[5],
            row[6],
            row[7],
            row[8],
            row[9],
        )


def _text(opened: str | SealBroken) -> str:
    return "" if isinstance(opened, SealBroken) else opened


def one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter more, less or another makes the one name the other."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def any_of(found: Iterable[int], people: dict[int, Person]) -> list[Person]:
    """Return the people of ids."""
    return [people[one] for one in sorted(found)]
