"""The papers on which findings rest: most spells have one, often some weeks after (invented)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mangnon.simulation.chance import stream
from mangnon.simulation.days import FOREVER, Flags, Whole, years
from mangnon.simulation.groups import GROUPS
from mangnon.simulation.spells import Spells

_NONE_YET = 0.12  # of the spells
_LATEST = 75  # days after the beginning
# What each group's finding rests on, by the pack's codes; any other group: a decision.
_OF_GROUP = {
    "disability": "disability-certificate",
    "orphan": "parents-death",
    "law-conflict": "police-finding",
    "sexual-abuse": "police-finding",
    "trafficking": "police-finding",
    "drugs": "medical-record",
    "hiv": "medical-record",
    "disease-poor": "medical-record",
    "toxic-chemicals": "medical-record",
    "violence": "risk-assessment",
    "exploitation": "risk-assessment",
    "out-of-school": "school-statement",
    "migrant": "verification-record",
    "no-support": "verification-record",
    "street": "verification-record",
}
_ANY_OTHER = "commune-decision"
# Who issues a kind, and the tail of its numbers.
_ISSUED = {
    "disability-certificate": ("Ủy ban nhân dân cấp xã", "GXN-UBND"),
    "parents-death": ("Ủy ban nhân dân cấp xã", "TLKT"),
    "police-finding": ("Cơ quan công an", "TB-CA"),
    "medical-record": ("Bệnh viện đa khoa tỉnh", "GRV"),
    "risk-assessment": ("Ủy ban nhân dân cấp xã", "ĐGNC"),
    "school-statement": ("Trường học nơi trẻ theo học", "XN-TH"),
    "verification-record": ("Ủy ban nhân dân cấp xã", "BB-UBND"),
    _ANY_OTHER: ("Ủy ban nhân dân cấp xã", "QĐ-UBND"),
}
CODES = tuple(_ISSUED)


@dataclass(frozen=True, slots=True)
class Papers:
    """A paper for each spell: a position in ``CODES``, -1 for none yet; its day and number."""

    kind: Whole
    day: Whole
    number: Whole

    def numbers(self, rows: Whole) -> list[str]:
        """Give the numbers of some papers as they are written: 128/2019/QĐ-UBND."""
        return [
            "" if kind < 0 else f"{number}/{year}/{_ISSUED[CODES[kind]][1]}"
            for kind, number, year in zip(
                self.kind[rows].tolist(), self.number[rows].tolist(),
                years(self.day[rows]).tolist(), strict=True,
            )
        ]  # fmt: skip

    def issuers(self, rows: Whole) -> list[str]:
        """Give who issued some papers."""
        return ["" if kind < 0 else _ISSUED[CODES[kind]][0] for kind in self.kind[rows].tolist()]

    def known(self, until: int, kinds: Flags) -> "Papers":
        """Give what has come by a day, of the kinds that a pack knows."""
        come = (self.kind >= 0) & (self.day <= until) & kinds[self.kind]
        return Papers(np.where(come, self.kind, -1), np.where(come, self.day, FOREVER), self.number)


def papers_of(spells: Spells, seed: int) -> Papers:
    """Draw the papers of all spells."""
    chance = stream(seed, "papers")
    count = len(spells)
    has_one = chance.random(count) >= _NONE_YET
    day = spells.start + chance.integers(0, _LATEST, count)
    kinds = _kinds_of_groups()[spells.group]
    return Papers(
        kind=np.where(has_one, kinds, -1),
        day=np.where(has_one, day, FOREVER),
        number=chance.integers(1, 900, count),
    )


def _kinds_of_groups() -> NDArray[np.int64]:
    codes = (_OF_GROUP.get(group.code.partition("-")[2], _ANY_OTHER) for group in GROUPS)
    return np.array([CODES.index(code) for code in codes], dtype=np.int64)
