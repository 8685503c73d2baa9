"""How the Fund's purposes are grouped so that no few children can be singled out. No database.

A purpose that reached 1 to 4 children does not stand alone: it is added to the smallest others
until the group counts five. What a correction changed by 1 to 4 is withheld, as is everything
where the groups themselves changed: otherwise it shows by subtraction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

FEWEST = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Purposes told together; ``children`` None: withheld."""

    purposes: tuple[str, ...]
    amount: int
    children: int | None


def grouped(totals: Mapping[str, tuple[int, int]]) -> list[Group]:
    """Return the groups of {purpose: (amount, children)}, the largest amount first."""
    alone = [Group((one,), amount, children) for one, (amount, children) in totals.items()]
    few = [one for one in alone if 0 < (one.children or 0) < FEWEST]
    others = sorted(
        (one for one in alone if one not in few),
        key=lambda one: (not one.children, one.children, one.purposes),
    )
    while few and others and (len(few) == 1 or _count(few) < FEWEST):
        few.append(others.pop(0))
    pool = [_together(few)] if few else []
    return sorted([*others, *pool], key=lambda one: (-one.amount, one.purposes))


def corrected(groups: Iterable[Group], before: Mapping[tuple[str, ...], int | None]) -> list[Group]:
    """Withhold what would show by subtraction from an earlier publication of the same year."""
    found = list(groups)
    if {one.purposes for one in found} != before.keys():
        return [Group(one.purposes, one.amount, None) for one in found]
    return [
        one if _is_far(one.children, before[one.purposes])
        else Group(one.purposes, one.amount, None)
        for one in found
    ]  # fmt: skip


def _is_far(now: int | None, then: int | None) -> bool:
    if now is None or then is None:
        return False
    return now == then or abs(now - then) >= FEWEST


def _count(groups: Iterable[Group]) -> int:
    return sum(one.children or 0 for one in groups)


def _together(groups: list[Group]) -> Group:
    children = _count(groups)
    return Group(
        tuple(sorted(code for one in groups for code in one.purposes)),
        sum(one.amount for one in groups),
        children if children >= FEWEST else None,
    )
