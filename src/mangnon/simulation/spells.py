"""The table of spells of special circumstances, growing while the years are played."""

import numpy as np

from mangnon.simulation.days import FOREVER, Flags, Whole, end_of, first_of
from mangnon.simulation.groups import NEW, NEW_LAW, OLD_LAW
from mangnon.simulation.population import Population

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

    def in_year(self, people: Population, year: int) -> tuple[Whole, Whole, Whole]:
        """Give T2's denominator of a year: children, and each one's first and last day in force.

        A child who was elsewhere for the whole year has no commune that could count it.
        """
        rows = np.flatnonzero(self.touching(first_of(year), end_of(year)))
        away = (people.away_from <= first_of(year)) & (people.away_to > end_of(year))
        rows = rows[~away[self.child[rows]]]
        begin = np.maximum(np.maximum(self.start, self.force_from())[rows], first_of(year))
        until = np.minimum(np.minimum(self.end, self.force_to())[rows] - 1, end_of(year))
        child, place = np.unique(self.child[rows], return_inverse=True)
        first = np.full(len(child), end_of(year))
        last = np.full(len(child), first_of(year))
        np.minimum.at(first, place, begin)
        np.maximum.at(last, place, until)
        return child, first, last
