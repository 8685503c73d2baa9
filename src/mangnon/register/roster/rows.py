"""What the roster keeps of each child, as columns; no name, only the numbers of syllables."""

from dataclasses import dataclass, fields
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mangnon.register.roster.ragged import Ragged

NOWHERE = -1  # the place of a child that never had a residence


class Status(IntEnum):
    """Whether a child lives at its place, has left it, or died."""

    HERE = 0
    LEFT = 1
    DIED = 2


@dataclass(frozen=True, slots=True)
class Rows:
    """n children as columns of shape (n,).

    ``place`` is the home or, for who left or died, the last place lived in. ``born`` is in days
    since 1970, ``girl`` 1 or 0, ``seq`` the change number under which the row was read.
    ``guardians`` says which rows of ``guardian_names`` are whose.
    """

    id: NDArray[np.int64]
    place: NDArray[np.int32]
    born: NDArray[np.int32]
    girl: NDArray[np.int8]
    status: NDArray[np.int8]
    seq: NDArray[np.int64]
    middle: NDArray[np.int32]
    names: Ragged
    guardians: NDArray[np.int32]  # (n + 1,): where each child's guardians begin
    guardian_names: Ragged

    def __len__(self) -> int:
        return len(self.id)

    def taken(self, order: NDArray[Any]) -> "Rows":
        """Give some rows, in the order asked."""
        numbers = np.arange(len(self.guardian_names), dtype=np.int32)
        kept = Ragged(self.guardians, numbers).taken(order)
        plain = {name: getattr(self, name)[order] for name in _PLAIN}
        names = self.names.taken(order)
        of_guardians = self.guardian_names.taken(kept.flat)
        return Rows(**plain, names=names, guardians=kept.starts, guardian_names=of_guardians)

    @property
    def given(self) -> NDArray[np.int32]:
        """The last syllable of each name."""
        return self.names.flat[self.names.starts[1:] - 1]

    @property
    def family(self) -> NDArray[np.int32]:
        """The first syllable of each name; that of a name of one syllable is none."""
        first = self.names.flat[self.names.starts[:-1]]
        return np.where(np.diff(self.names.starts) > 1, first, 0).astype(np.int32)


_PLAIN = [
    one.name for one in fields(Rows) if one.name not in ("names", "guardians", "guardian_names")
]


def joined(parts: list[Rows]) -> Rows:
    """Put rows behind one another."""
    plain = {name: np.concatenate([getattr(part, name) for part in parts]) for name in _PLAIN}
    counts = np.concatenate([np.diff(part.guardians) for part in parts])
    guardians = np.zeros(len(counts) + 1, dtype=np.int32)
    np.cumsum(counts, out=guardians[1:])
    return Rows(
        **plain,
        names=Ragged.joined([part.names for part in parts]),
        guardians=guardians,
        guardian_names=Ragged.joined([part.guardian_names for part in parts]),
    )
