"""The table of spells of special circumstances, growing while the years are played."""

import numpy as np

from mangnon.simulation.days import FOREVER, Flags, Whole
from mangnon.simulation.groups import NEW, NEW_LAW, OLD_LAW

OPEN, AGED_OUT, IMPROVED, MOVED, DIED, CORRECTED, LAW_CHANGED, OTHER = range(8)
REASONS = (
    "", "aged_out", "improved", "moved", "died", "corrected", "law_changed", "other",
)  # fmt: skip


class Spells:
    """Columns of equal length: child, group, start, end (excluded), reason of the end."""

    def __init__(self) -> None:
        self.child = np.zeros(0, dtype=np.int64)
        self.group = np.zeros(0, dtype=np.int64)
        self.start = np.zeros(0, dtype=np.int64)
        self.end = np.zeros(0, dtype=np.int64)
        self.reason = np.zeros(0, dtype=np.int64)

    def __len__(self) -> int:
        return len(self.child)

    def add(self, child: Whole, group: Whole, start: Whole, end: Whole, reason: Whole) -> None:
        """Add rows."""
        self.child = np.concatenate([self.child, child])
        self.group = np.concatenate([self.group, group])
        self.start = np.concatenate([self.start, start])
        self.end = np.concatenate([self.end, end])
        self.reason = np.concatenate([self.reason, reason])

    def finish(self, rows: Whole, days: Whole, reason: int) -> None:
        """End spells, each on its day."""
        self.end[rows] = days
        self.reason[rows] = reason

    def force_from(self) -> Whole:
        """Give the first day on which each spell's group is in force."""
        return np.where(NEW[self.group], NEW_LAW, OLD_LAW)

    def force_to(self) -> Whole:
        """Give the first day on which each spell's group is no longer in force."""
        return np.where(NEW[self.group], FOREVER, NEW_LAW)

    def open_on(self, day: int) -> Flags:
        """Mark the spells that are open on a day, in a group in force."""
        held = (self.start <= day) & (self.end > day)
        return held & (self.force_from() <= day) & (self.force_to() > day)

    def touching(self, first: int, last: int) -> Flags:
        """Mark the spells with a day in force between two days, both included."""
        begin = np.maximum(np.maximum(self.start, self.force_from()), first)
        end = np.minimum(np.minimum(self.end, self.force_to()), last + 1)
        return begin < end
