"""Who answers a query, and how well; only rows inside the reader's scope are looked at."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from mangnon.register.roster.query import Query
from mangnon.register.roster.ragged import Index, Ragged
from mangnon.register.roster.rows import Rows, Status
from mangnon.register.roster.state import Part, State
from mangnon.register.roster.vocabulary import Marks, answers

CAP = 1_000  # what is counted; above it one says "hơn 1.000"
_RANK_BITS = 44  # ranks are below 2**44: sixteen million names


@dataclass(frozen=True, slots=True)
class Hit:
    """A child found: ids for the database to fetch, and how well it answers (more is better)."""

    id: int
    place: int
    status: Status
    score: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as far as it is counted: at most CAP, and whether there are more."""

    value: int
    more: bool

    @classmethod
    def of(cls, number: int) -> "Count":
        """Cap a number."""
        return cls(min(number, CAP), number > CAP)


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits first, and how many there are in the scope."""

    hits: list[Hit]
    count: Count


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query whose words are looked up in the vocabulary of a state."""

    name: list[Marks]
    guardian: list[Marks]
    born: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Answer:
    """Rows of one part that answer, and how well."""

    part: Part
    row: Index
    score: Index

    def key(self) -> Index:
        """Give numbers that rise from the best answer to the worst, then by name."""
        return (-self.score << _RANK_BITS) + self.part.segment.rank[self.row]


def find(
    state: State,
    query: Query,
    *,
    scope: Collection[int] | None,
    limit: int,
    statuses: Collection[Status] = tuple(Status),
) -> Found:
    """Find who answers a query among the places of ``scope`` (None: everywhere)."""
    if query.is_empty:
        return Found([], Count.of(0))
    asked = _looked_up(state, query)
    answers_of = [
        _answers(part, first, end, asked, statuses)
        for part in state.parts()
        for first, end in part.segment.within(scope)
    ]
    total = sum(len(one.row) for one in answers_of)
    return Found(_best(answers_of, limit), Count.of(total))


def _looked_up(state: State, query: Query) -> _Asked:
    def each(words: tuple[str, ...]) -> list[Marks]:
        return [answers(state.words, state.size, word) for word in words]

    born = None
    if query.born_from and query.born_before:
        born = day_number(query.born_from), day_number(query.born_before)
    return _Asked(each(query.name), each(query.guardian), born)


def day_number(day: date) -> int:
    """Give a day as the roster keeps it: days since 1970."""
    return day.toordinal() - date(1970, 1, 1).toordinal()


def _answers(
    part: Part, first: int, end: int, asked: _Asked, statuses: Collection[Status]
) -> _Answer:
    """Look at the rows [first, end) of a part."""
    rows = part.segment.rows
    fits = part.holds[first:end].copy()
    score = np.zeros(end - first, dtype=np.int64)
    if len(statuses) < len(Status):
        fits &= np.isin(rows.status[first:end], list(statuses))
    if asked.born is not None:
        born = rows.born[first:end]
        fits &= (born >= asked.born[0]) & (born < asked.born[1])
    if asked.name:
        _by_name(rows.names, first, end, asked.name, fits, score)
    if asked.guardian:
        _by_guardian(rows, first, end, asked.guardian, fits, score)
    row = np.flatnonzero(fits)
    return _Answer(part, row + first, score[row])


def _by_name(
    names: Ragged,
    first: int,
    end: int,
    words: list[Marks],
    fits: NDArray[np.bool_],
    score: Index,
) -> None:
    """Keep who answers every word. The last word at the given name, the first at the family
    name: that order is how a name is written, so it stands before the same words in another.
    """
    starts = names.starts[first : end + 1]
    flat = names.flat[starts[0] : starts[-1]]
    begin = starts[:-1] - starts[0]
    for word in words:
        best = np.maximum.reduceat(word[flat], begin)
        fits &= best > 0
        score += 4 * best.astype(np.int64)
    given, family = words[-1][flat[starts[1:] - starts[0] - 1]], words[0][flat[begin]]
    score += 2 * (given > 0) + (family > 0)


def _by_guardian(
    rows: Rows,
    first: int,
    end: int,
    words: list[Marks],
    fits: NDArray[np.bool_],
    score: Index,
) -> None:
    """Keep who has one guardian that answers every word."""
    owned = rows.guardians[first : end + 1]
    count = int(owned[-1] - owned[0])
    best = np.zeros(end - first, dtype=np.int64)
    if count:
        owner = np.repeat(np.arange(end - first), np.diff(owned))
        one, how_well = np.ones(count, dtype=np.bool_), np.zeros(count, dtype=np.int64)
        _by_name(rows.guardian_names, int(owned[0]), int(owned[-1]), words, one, how_well)
        np.maximum.at(best, owner[one], how_well[one])
    fits &= best > 0
    score += best


def _best(found: list[_Answer], limit: int) -> list[Hit]:
    """Give the best hits of all parts: score, then name, birth and id."""
    found = [one for one in found if len(one.row)]
    if not found or limit < 1:
        return []
    keys = np.concatenate([one.key() for one in found])
    if len(keys) > limit:
        worst = np.partition(keys, limit - 1)[limit - 1]
        found = [_upto(one, worst) for one in found]
        keys = np.concatenate([one.key() for one in found])
    columns = {name: _column(found, name) for name in ("id", "born", "place", "status")}
    score = np.concatenate([one.score for one in found])
    order = np.lexsort((columns["id"], columns["born"], keys))[:limit]
    return [
        Hit(
            id=int(columns["id"][row]),
            place=int(columns["place"][row]),
            status=Status(int(columns["status"][row])),
            score=int(score[row]),
        )
        for row in order
    ]


def _upto(one: _Answer, worst: np.int64) -> _Answer:
    kept = one.key() <= worst
    return _Answer(one.part, one.row[kept], one.score[kept])


def _column(found: list[_Answer], name: str) -> NDArray[np.int64]:
    return np.concatenate([getattr(one.part.segment.rows, name)[one.row] for one in found])
