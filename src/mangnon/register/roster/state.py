"""The roster at one moment: a large sorted part, and a small one with what changed since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from mangnon.register.roster.ragged import Index
from mangnon.register.roster.rows import Rows, joined
from mangnon.register.roster.segment import Ladder, Segment, SortKey, key_of, ranked
from mangnon.register.roster.vocabulary import Vocabulary

_MERGE_AT = 5_000  # changed rows that are kept beside the large part


@dataclass(frozen=True, slots=True)
class Part:
    """A segment and which of its rows still hold."""

    segment: Segment
    holds: NDArray[np.bool_]

    @classmethod
    def of(cls, segment: Segment) -> "Part":
        """Take a segment of which every row holds."""
        return cls(segment, np.ones(len(segment), dtype=np.bool_))

    def without(self, ids: Index) -> "Part":
        """Give the part in which the rows of some ids hold no more."""
        holds = self.holds.copy()
        holds[self.segment.rows_of(ids)] = False
        return Part(self.segment, holds)


@dataclass(frozen=True, slots=True)
class State:
    """Everybody, at one moment. Never changed: who reads it is disturbed by nobody."""

    words: Vocabulary
    size: int  # of the vocabulary, then
    ladder: Ladder
    large: Part
    small: Part
    _keys: dict[int, tuple[SortKey, tuple[int, bool]]]  # of the small part's rows, by id

    @classmethod
    def of(cls, rows: Rows, words: Vocabulary) -> "State":
        """Sort rows into a state."""
        segment = Segment.of(rows, ranked(rows, words))
        nobody = np.zeros(0, dtype=np.int64)
        empty = Segment.of(rows.taken(nobody), nobody)
        ladder = Ladder.of(segment, words)
        return cls(words, len(words.spelt), ladder, Part.of(segment), Part.of(empty), {})

    def parts(self) -> Iterator[Part]:
        """Give the large part and the small one; nobody holds in both."""
        yield self.large
        yield self.small

    def __len__(self) -> int:
        return sum(int(part.holds.sum()) for part in self.parts())

    def seq_of(self, ids: Index) -> Index:
        """Give the change number that each id was read under, -1 for who is not here."""
        found = np.full(len(ids), -1, dtype=np.int64)
        for part in self.parts():
            rows = part.segment.rows_of(ids)
            rows = rows[part.holds[rows]]
            at = np.isin(ids, part.segment.rows.id[rows])
            order = np.argsort(ids[at], kind="stable")
            seqs = part.segment.rows.seq[rows][np.argsort(part.segment.rows.id[rows])]
            found[np.flatnonzero(at)[order]] = seqs
        return found

    def changed(self, rows: Rows, gone: Index) -> "State":
        """Give the state in which ``rows`` were read anew and the ids of ``gone`` are no more."""
        dropped = np.concatenate([rows.id, gone])
        large, before = self.large.without(dropped), self.small.without(dropped)
        kept = before.segment.rows.taken(np.flatnonzero(before.holds))
        now = joined([kept, rows])
        if len(now) > _MERGE_AT:
            still = large.segment.rows.taken(np.flatnonzero(large.holds))
            return State.of(joined([still, now]), self.words)
        keys = {int(one): self._keys[int(one)] for one in kept.id}
        for row, child in enumerate(rows.id):
            key = key_of(rows, row, self.words)
            keys[int(child)] = key, self.ladder.step(key)
        found = [keys[int(one)] for one in now.id]
        rank = self.ladder.ranks_among([key for key, _ in found], [step for _, step in found])
        small = Part.of(Segment.of(now, rank))
        size = len(self.words.spelt)
        return replace(self, size=size, large=large, small=small, _keys=keys)
