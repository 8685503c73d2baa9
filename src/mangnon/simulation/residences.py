"""Each child's homes, from its household's, cut to the child's own life (invented)."""

from dataclasses import dataclass

import numpy as np

from mangnon.simulation.days import FOREVER, Days, Flags, Whole
from mangnon.simulation.population import DIED, GROWN, LEFT, Population

PERMANENT, TEMPORARY, ABSENT = 0, 1, 2
KINDS = ("permanent", "temporary", "absent")
MOVED, MERGED = 4, 5
# Why a residence ended; "" while it is open. A child who turns 16 leaves the children's register.
REASONS = {0: "", DIED: "died", LEFT: "moved", GROWN: "aged_out", MOVED: "moved", MERGED: "merger"}


@dataclass
class Residences:
    """One row a child, home and kind; ``place`` is an index of the ground.

    ``merged``: the row continues what the merger closed, so nobody but the merger writes it.
    """

    child: Whole
    place: Whole
    kind: Whole
    start: Days
    end: Days
    reason: Whole
    merged: Flags

    def taken(self, rows: Whole | Flags) -> "Residences":
        """Take some rows."""
        return Residences(
            self.child[rows],
            self.place[rows],
            self.kind[rows],
            self.start[rows],
            self.end[rows],
            self.reason[rows],
            self.merged[rows],
        )


def residences_of(people: Population) -> Residences:
    """Give every residence, in the order of child and day."""
    rows = _present(people)
    rows = _with_absences(people, rows)
    rows = rows.taken(np.lexsort((rows.start, rows.child)))
    return rows.taken(rows.start < rows.end)


def _present(people: Population) -> Residences:
    """Repeat each household's homes for its children, cut to their lives."""
    spells = people.spells
    first = np.searchsorted(spells.household, np.arange(people.households))
    count = np.diff(np.append(first, len(spells.household)))
    times = count[people.household]
    child = np.repeat(np.arange(len(people)), times)
    inside = np.arange(len(child)) - np.repeat(np.cumsum(times) - times, times)
    row = first[people.household[child]] + inside
    following = np.minimum(row + 1, len(spells.start) - 1)
    last = inside == times[child] - 1
    until = np.where(last, FOREVER, spells.start[following])
    why = np.where(~last & spells.merged[following], MERGED, MOVED)
    start = np.maximum(spells.start[row], people.start[child])
    end = np.minimum(until, people.end[child])
    reason = np.where(end == people.end[child], people.ending[child], why)
    merged = spells.merged[row] & (spells.start[row] > people.start[child])
    kept = start < end
    return Residences(
        child[kept],
        spells.place[row[kept]],
        np.where(spells.temporary[row[kept]], TEMPORARY, PERMANENT),
        start[kept].astype(np.int32),
        end[kept].astype(np.int32),
        reason[kept],
        merged[kept],
    )


def _with_absences(people: Population, rows: Residences) -> Residences:
    """Cut the homes of children who were elsewhere for a time into three."""
    out = people.away_from[rows.child]
    back = people.away_to[rows.child]
    crossed = (out < rows.end) & (back > rows.start) & (out < FOREVER)
    plain, cut = rows.taken(~crossed), rows.taken(crossed)
    out, back = out[crossed], back[crossed]
    before = _piece(cut, cut.start, np.minimum(cut.end, out), first=True)
    during = _piece(
        cut, np.maximum(cut.start, out), np.minimum(cut.end, back), first=False, kind=ABSENT
    )
    during.merged = cut.merged & (cut.start >= out)
    after = _piece(cut, np.maximum(cut.start, back), cut.end, first=False)
    after.merged = cut.merged & (cut.start >= back)
    pieces = (plain, before, during, after)
    return Residences(
        *(np.concatenate([getattr(one, name) for one in pieces]) for name in _COLUMNS)
    )


_COLUMNS = ("child", "place", "kind", "start", "end", "reason", "merged")


def _piece(
    rows: Residences, start: Days, end: Days, *, first: bool, kind: int | None = None
) -> Residences:
    whole = end == rows.end
    return Residences(
        rows.child,
        rows.place,
        rows.kind if kind is None else np.full(len(rows.child), kind),
        start.astype(np.int32),
        end.astype(np.int32),
        np.where(whole, rows.reason, MOVED),
        rows.merged & first,
    )
