"""The groups of children in special circumstances: how old, how long (plausible).

Durations and what became of the old groups were chosen for the simulation; only the
lists of the two laws are facts.
"""

from dataclasses import dataclass

import numpy as np

from mangnon.simulation.days import Floats, on
from mangnon.simulation.profile import Profile

NEW_LAW = on(2017, 6, 1)
OLD_LAW = on(2005, 1, 1)


@dataclass(frozen=True, slots=True)
class Group:
    """One group. Ages in completed years; ``months`` a spell lasts, None for a lasting one."""

    code: str
    new: bool
    ages: tuple[int, int]
    months: tuple[int, int] | None
    only_poor: bool = False


GROUPS = (
    Group("g2004-disability", False, (1, 15), None),
    Group("g2004-orphan-abandoned", False, (0, 15), None),
    Group("g2004-toxic-chemicals", False, (0, 15), None),
    Group("g2004-work-away", False, (11, 14), (12, 36)),
    Group("g2004-law-conflict", False, (12, 14), (6, 24)),
    Group("g2004-hazardous-work", False, (11, 14), (9, 30)),
    Group("g2004-hiv", False, (0, 14), None),
    Group("g2004-street", False, (7, 14), (4, 24)),
    Group("g2004-sexual-abuse", False, (5, 15), (6, 18)),
    Group("g2004-drugs", False, (12, 14), (6, 18)),
    Group("g2016-disability", True, (1, 15), None),
    Group("g2016-orphan", True, (1, 15), None),
    Group("g2016-no-support", True, (1, 15), (18, 72)),
    Group("g2016-disease-poor", True, (0, 15), (24, 48), only_poor=True),
    Group("g2016-law-conflict", True, (12, 14), (6, 24)),
    Group("g2016-abandoned", True, (0, 8), (8, 36)),
    Group("g2016-hiv", True, (0, 14), None),
    Group("g2016-out-of-school", True, (11, 14), (12, 24)),
    Group("g2016-sexual-abuse", True, (5, 15), (6, 18)),
    Group("g2016-violence", True, (2, 15), (6, 18)),
    Group("g2016-exploitation", True, (9, 15), (6, 18)),
    Group("g2016-drugs", True, (12, 14), (6, 18)),
    Group("g2016-trafficking", True, (3, 15), (6, 18)),
    Group("g2016-migrant", True, (1, 15), (6, 24)),
)
INDEX = {group.code: index for index, group in enumerate(GROUPS)}
NEW = np.array([group.new for group in GROUPS])
LASTING = np.array([group.months is None for group in GROUPS])
DISABILITY = (INDEX["g2004-disability"], INDEX["g2016-disability"])

# What an old group became when its children were looked at again from June 2017.
_HEIRS = {
    "g2004-disability": {"g2016-disability": 1.0},
    "g2004-orphan-abandoned": {
        "g2016-orphan": 0.45,
        "g2016-no-support": 0.4,
        "g2016-abandoned": 0.15,
    },
    "g2004-toxic-chemicals": {"g2016-disability": 1.0},
    "g2004-work-away": {"g2016-out-of-school": 1.0},
    "g2004-law-conflict": {"g2016-law-conflict": 1.0},
    "g2004-hazardous-work": {"g2016-exploitation": 0.3, "g2016-out-of-school": 0.7},
    "g2004-hiv": {"g2016-hiv": 1.0},
    "g2004-street": {"g2016-no-support": 1.0},
    "g2004-sexual-abuse": {"g2016-sexual-abuse": 1.0},
    "g2004-drugs": {"g2016-drugs": 1.0},
}
# How readily a child of an old group is found to belong to a new one.
_STAYING = {
    "g2004-toxic-chemicals": 0.6,
    "g2004-work-away": 0.25,
    "g2004-hazardous-work": 0.3,
    "g2004-orphan-abandoned": 0.85,
}
STAYING = np.array([_STAYING.get(group.code, 1.0) for group in GROUPS])


def shares(profile: Profile, *, new: bool) -> Floats:
    """Give the share of each group among the children of a law; 0 for groups of the other.

    Where the pack gives no shares at all, the groups are alike.
    """
    known = profile.groups or dict.fromkeys(INDEX, 1.0)
    share = np.array([known.get(group.code, 0.0) if group.new == new else 0.0 for group in GROUPS])
    whole: Floats = share / share.sum()
    return whole


def heir(chance: np.random.Generator, old: int) -> int:
    """Draw the new group of a child that was in an old one."""
    heirs = _HEIRS[GROUPS[old].code]
    return INDEX[str(chance.choice(list(heirs), p=list(heirs.values())))]
