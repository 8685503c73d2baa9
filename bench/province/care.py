"""Special circumstances, and what the children in them received."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bench.province.people import People
from bench.province.shape import (
    FIRST_DAY,
    LAST_DAY,
    LAW_CHANGED,
    NEVER,
    Days,
    Ints,
    years_on,
)

OLD_GROUPS = 10
NEW_GROUPS = 14
KINDS = 18  # of assistance: the first 12 count, the first is the monthly allowance


@dataclass(frozen=True, slots=True)
class Spells:
    """Arrays of shape (spells,); group 0 to 9 of the old law, 10 to 23 of the new."""

    child: Ints
    group: Ints
    start: Days
    end: Days
    reason: NDArray[np.str_]
    found: Days


@dataclass(frozen=True, slots=True)
class Care:
    """Arrays of shape (assistance,), (plans,), (services,) and (outcomes,)."""

    helped: Ints
    kind: Ints
    given: Days
    planned: Ints
    approved: Days
    of_plan: Ints
    service: Ints
    due: Days
    delivered: Days
    back: Ints
    reached: Days
    followed: Days
    holds: NDArray[np.bool_]


def invent_spells(people: People, chance: np.random.Generator) -> Spells:
    """Put some 5 in 100 children into a group for a time, a sixth of those into two."""
    n = len(people.born)
    child = np.flatnonzero(chance.random(n) < 0.05)
    child = np.concatenate([child, child[chance.random(len(child)) < 0.17]])
    until = np.minimum(np.minimum(people.left[child], years_on(people.born[child], 16)), LAST_DAY)
    room = until - people.came[child]
    child, until = child[room > 1], until[room > 1]
    start = people.came[child] + (chance.random(len(child)) * room[room > 1]).astype(np.int64)
    wanted = start + 30 + chance.exponential(1200, len(child)).astype(np.int64)
    end = np.where(wanted < until, wanted, NEVER)
    reasons = np.array(["improved", "aged_out", "other", "corrected", ""])
    reason = chance.choice(reasons, len(child), p=[0.6, 0.2, 0.1, 0.05, 0.05])
    reason = np.where(end == NEVER, "", reason)
    group = chance.integers(0, OLD_GROUPS, len(child))
    found = np.minimum(start + chance.integers(0, 60, len(child)), LAST_DAY)
    return _under_two_laws(Spells(child, group, start, end, reason, found), chance)


def _under_two_laws(spells: Spells, chance: np.random.Generator) -> Spells:
    """Close old spells on the day the law changed and open new ones in their stead."""
    old = spells.start < LAW_CHANGED
    over = old & (spells.end > LAW_CHANGED)
    new_group = OLD_GROUPS + chance.integers(0, NEW_GROUPS, len(old))
    ended = np.where(over, LAW_CHANGED, spells.end)
    return Spells(
        child=np.concatenate([spells.child, spells.child[over]]),
        group=np.concatenate([np.where(old, spells.group, new_group), new_group[over]]),
        start=np.concatenate([spells.start, np.full(over.sum(), LAW_CHANGED)]),
        end=np.concatenate([ended, spells.end[over]]),
        reason=np.concatenate([np.where(over, "law_changed", spells.reason), spells.reason[over]]),
        found=np.concatenate([spells.found, spells.found[over]]),
    )


def invent_care(people: People, spells: Spells, chance: np.random.Generator) -> Care:
    """Assist four spells in five, about three times a year; plan for some; some come back."""
    until = np.minimum(spells.end, LAST_DAY)
    length = np.maximum(until - spells.start, 1)
    times = np.where(chance.random(len(length)) < 0.8, chance.poisson(length / 120), 0)
    of = np.repeat(np.arange(len(length)), times)
    planned = np.flatnonzero((chance.random(len(length)) < 0.4) & (length > 120))
    approved = spells.start[planned] + chance.integers(5, 60, len(planned))
    of_plan = np.repeat(np.arange(len(planned)), chance.integers(1, 4, len(planned)))
    due = approved[of_plan] + chance.integers(20, 120, len(of_plan))
    delivered = due + chance.integers(-40, 30, len(of_plan))
    delivered = np.maximum(delivered, approved[of_plan])
    done = (chance.random(len(of_plan)) < 0.8) & (delivered <= LAST_DAY)
    back = np.flatnonzero((spells.reason == "improved") & (chance.random(len(length)) < 0.5))
    reached = spells.end[back]
    followed = reached + chance.integers(90, 300, len(back))
    return Care(
        helped=spells.child[of],
        kind=np.minimum((KINDS * chance.random(len(of)) ** 2).astype(np.int64), KINDS - 1),
        given=spells.start[of] + (chance.random(len(of)) * length[of]).astype(np.int64),
        planned=spells.child[planned],
        approved=approved,
        of_plan=of_plan,
        service=chance.integers(0, 12, len(of_plan)),
        due=due,
        delivered=np.where(done, delivered, NEVER),
        back=spells.child[back],
        reached=np.maximum(reached, FIRST_DAY),
        followed=np.where(followed <= LAST_DAY, followed, NEVER),
        holds=chance.random(len(back)) < 0.9,
    )
