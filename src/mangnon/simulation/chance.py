"""Seeded chance: each part of the simulation draws from a stream of its own name.

So a change in one part leaves every other part as it was, and one seed gives one province.
"""

from zlib import crc32

import numpy as np

from mangnon.simulation.days import Floats, Whole


def stream(seed: int, name: str) -> np.random.Generator:
    """Give the stream of chance of one part."""
    return np.random.default_rng([seed, crc32(name.encode())])


def pick_weighted(chance: np.random.Generator, weights: Floats, count: int) -> Whole:
    """Give ``count`` different positions, likelier where the weight is larger; 0 is never picked.

    Fewer are given where fewer weigh anything. Exponential races: one pass, no replacement.
    """
    with np.errstate(divide="ignore"):
        race = chance.exponential(size=len(weights)) / weights
    open_to = int((weights > 0).sum())
    count = min(count, open_to)
    if count <= 0:
        return np.zeros(0, dtype=np.int64)
    best = np.argpartition(race, count - 1)[:count]
    return np.sort(best)


def split_whole(total: int, shares: Floats) -> Whole:
    """Split a whole number by shares; the largest remainders get the last units."""
    exact = total * shares / shares.sum() if shares.sum() > 0 else np.zeros(len(shares))
    whole = np.floor(exact).astype(np.int64)
    missing = int(total - whole.sum()) if shares.sum() > 0 else 0
    if missing > 0:
        whole[np.argsort(-(exact - whole), kind="stable")[:missing]] += 1
    return whole
