"""The whole library in memory: enough to narrow, count and order it, none of its text.

Some hundred bytes a document; read again where documents or relations changed, or on a new day.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from mangnon.finding import versions
from mangnon.finding.models import Entry
from mangnon.finding.shelf import Column, Mask, column
from mangnon.legislation.models import Document
from mangnon.legislation.queries import standings_at
from mangnon.legislation.standing.graph import Paper, Verdict
from mangnon.snapshots import listing
from mangnon.snapshots.tags import every
from mangnon.text.sentence import Language

Facet = Literal["kind", "issuer", "field", "standing", "year", "held"]
FACETS: tuple[Facet, ...] = ("kind", "issuer", "field", "standing", "year", "held")
HELD, NOT_HELD = "co", "chua"
_KIND = "document"
_READS = (every("legislation.document"), every("legislation.relation"))
_COLUMNS = (
    "pk", "title_vi", "issued_on", "kind", "held", "issuer_vi", "issuer_en", "field_vi",
    "field_en", "code", "in_force_from", "expired_on",
)  # fmt: skip
Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Ids of documents in their order, and how many each choice beside the others would leave."""

    ids: Sequence[int]
    counts: Mapping[Facet, Mapping[str, int]]


class Library:
    """Every document by its place in the list: the newest first, those without a day last."""

    def __init__(self, day: date) -> None:
        rows = sorted(Document.objects.values_list(*_COLUMNS).iterator(chunk_size=5000), key=_order)
        self.verdicts: Mapping[int, Verdict] = standings_at(
            day, [Paper(row[0], row[2], row[10], row[11]) for row in rows]
        )
        self.ids = np.array([row[0] for row in rows], dtype=np.int64)
        self.english = {row[5]: row[6] for row in rows} | {row[7]: row[8] for row in rows}
        self._columns: dict[Facet, Column] = {
            "kind": column([row[3] for row in rows]),
            "issuer": column([row[5] for row in rows]),
            "field": column([row[7] for row in rows]),
            "standing": column([self.verdicts[row[0]].standing.value for row in rows]),
            "year": column([str(row[2].year) if row[2] else "" for row in rows]),
            "held": column([HELD if row[4] else NOT_HELD for row in rows]),
        }
        self._at = dict(zip(self.ids.tolist(), range(len(rows)), strict=True))
        self._entries: dict[str, dict[int, int]] = {"vi": {}, "en": {}}
        places = {row[9]: place for place, row in enumerate(rows)}
        found = Entry.objects.filter(kind=_KIND).values_list("pk", "language", "key")
        for entry, language, code in found.iterator(chunk_size=5000):
            if code in places:
                self._entries[language][entry] = places[code]

    def narrowed(self, chosen: Mapping[Facet, str], among: Sequence[int] | None = None) -> Narrowed:
        """Apply what was chosen to all, or to some places of the list in their order."""
        mine = np.zeros(len(self.ids), dtype=bool)
        mine[slice(None) if among is None else list(among)] = True
        masks = {name: self._columns[name].mask(value) for name, value in chosen.items() if value}
        passed = _all(mine, masks.values())
        counts = {
            name: self._columns[name].counts(
                _all(mine, [mask for other, mask in masks.items() if other != name])
            )
            for name in FACETS
        }
        places = np.flatnonzero(passed) if among is None else [one for one in among if passed[one]]
        return Narrowed(self.ids[places].tolist(), counts)

    def places(self, entries: Ids, language: Language) -> list[int]:
        """Return where in the list the entries of a search stand, in the order of the search."""
        known = self._entries[language]
        return [known[one] for one in entries.tolist() if one in known]

    def entries(self, documents: Iterable[int], language: Language) -> list[int]:
        """Return the search's entries of some documents."""
        wanted = {self._at[one] for one in documents if one in self._at}
        return [entry for entry, place in self._entries[language].items() if place in wanted]


def _order(row: tuple[object, ...]) -> tuple[object, ...]:
    day = row[2]
    return (-day.toordinal() if isinstance(day, date) else 1, row[1], row[0])


def _all(mine: Mask, masks: Iterable[Mask]) -> Mask:
    for mask in masks:
        mine = mine & mask
    return mine


_held: tuple[tuple[str, date], Library] | None = None


def library(day: date) -> Library:
    """Return the library as it stands on a day; read again only where it changed."""
    global _held
    with listing(*_READS):
        key = (versions.current(_KIND), day)
        held = _held
        if held is None or held[0] != key:
            _held = held = key, Library(day)
    return held[1]
