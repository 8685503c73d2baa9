"""Rows of different lengths in two arrays: where each begins, and all that they hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Ragged:
    """n rows: ``starts`` of shape (n + 1,), ``flat`` of all values in the order of the rows."""

    starts: NDArray[np.int32]
    flat: NDArray[np.int32]

    @classmethod
    def of(cls, rows: Iterable[list[int]]) -> Self:
        """Lay rows behind one another."""
        lengths: list[int] = []
        flat: list[int] = []
        for row in rows:
            lengths.append(len(row))
            flat += row
        return cls(_starts(np.array(lengths, dtype=np.int32)), np.array(flat, dtype=np.int32))

    @classmethod
    def joined(cls, parts: list[Self]) -> Self:
        """Lay the rows of several one behind the other."""
        lengths = np.concatenate([np.diff(part.starts) for part in parts])
        return cls(_starts(lengths), np.concatenate([part.flat for part in parts]))

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, number: int) -> NDArray[np.int32]:
        """Give one row."""
        return self.flat[self.starts[number] : self.starts[number + 1]]

    def places(self, rows: NDArray[Any]) -> Index:
        """Give where in ``flat`` the values of some rows stand, in the order of the rows."""
        begin = self.starts[:-1][rows].astype(np.int64)
        lengths = self.starts[1:][rows] - begin
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        found: Index = np.repeat(begin - (ends - lengths), lengths) + np.arange(total)
        return found

    def taken(self, rows: NDArray[Any]) -> "Ragged":
        """Give some rows, in the order asked."""
        return Ragged(_starts(np.diff(self.starts)[rows]), self.flat[self.places(rows)])


def _starts(lengths: NDArray[np.int32]) -> NDArray[np.int32]:
    starts = np.zeros(len(lengths) + 1, dtype=np.int32)
    np.cumsum(lengths, out=starts[1:])
    return starts
