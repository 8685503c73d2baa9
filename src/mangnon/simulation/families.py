"""Who is whose brother or sister: chains of births in one commune, and twins (invented).

A later child looks for an older one born a few years before in the same commune who has no
younger sibling yet; children linked in a chain share a household.
"""

import numpy as np

from mangnon.simulation.days import Days, Flags, Whole

TWIN_SHARE = 0.011  # of the births
_LATER_BORN = 0.55  # who look for an older sibling; some find none in the register
_LEAST_GAP, _MOST_GAP = 300, 13 * 365
_SPAN = 1 << 15  # more than the days a register spans: keeps communes apart in one sorted key
_ROUNDS = 3
_MOST = 4  # children of one household in the register


def households_of(
    chance: np.random.Generator, commune: Whole, birth: Days, pairs: Whole
) -> tuple[Whole, int]:
    """Give each child's household and how many there are.

    ``birth`` ascends within ``commune``, which ascends; ``pairs`` are positions of first twins,
    whose twin stands next.
    """
    n = len(birth)
    older = np.arange(n)  # each child's older sibling, itself where there is none
    has_younger = np.zeros(n, dtype=np.bool_)
    second_twin = np.zeros(n, dtype=np.bool_)
    second_twin[pairs + 1] = True
    older[pairs + 1] = pairs
    key = commune.astype(np.int64) * _SPAN + (birth - birth.min())
    seeking: Whole = np.flatnonzero((chance.random(n) < _LATER_BORN) & ~second_twin)
    for _ in range(_ROUNDS):
        seeking = _one_round(chance, key, seeking, older, has_younger, second_twin)
    return _numbered(older)


def _one_round(
    chance: np.random.Generator,
    key: Whole,
    seeking: Whole,
    older: Whole,
    has_younger: Flags,
    second_twin: Flags,
) -> Whole:
    """Let the seeking find an older sibling; give back those who did not."""
    gap = 480 + chance.gamma(2.2, 420.0, len(seeking)).astype(np.int64)
    found = np.searchsorted(key, key[seeking] - gap)
    apart = key[seeking] - key[found]
    fits = (apart >= _LEAST_GAP) & (apart <= _MOST_GAP)
    fits &= ~has_younger[found] & ~second_twin[found]
    order = chance.permutation(len(seeking))
    _, first = np.unique(found[order], return_index=True)
    chosen = np.zeros(len(seeking), dtype=np.bool_)
    chosen[order[first]] = True
    fits &= chosen
    older[seeking[fits]] = found[fits]
    has_younger[found[fits]] = True
    return seeking[~fits]


def _numbered(older: Whole) -> tuple[Whole, int]:
    """Follow each chain to its eldest, and number the eldest."""
    root = older
    while True:
        further = root[root]
        if bool((further == root).all()):
            break
        root = further
    order = np.argsort(root, kind="stable")
    first = np.searchsorted(root[order], root[order])
    rank = np.empty(len(root), dtype=np.int64)
    rank[order] = np.arange(len(root)) - first
    eldest, number = np.unique(root * len(root) + rank // _MOST, return_inverse=True)
    return number.astype(np.int64), len(eldest)
