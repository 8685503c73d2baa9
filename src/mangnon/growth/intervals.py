"""95 % confidence intervals of a share, from single children or from clusters of them.

Sources: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209; for clusters, Wilson's interval on the
effective sample size: N. Dean and M. Pagano, J. Surv. Stat. Methodol. 3 (2015) 484.
"""

from dataclasses import dataclass
from importlib import import_module
from math import nan, sqrt
from statistics import NormalDist

import numpy as np

from mangnon.growth.arrays import Anything, Bools

NORMAL_975 = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True)
class ClusteredInterval:
    """An interval that knows of clusters, with their number and the design effect."""

    low: float
    high: float
    clusters: int
    effect: float


def wilson_interval(cases: int, n: int) -> tuple[float, float]:
    """Give Wilson's interval of cases among n children; NaN for none."""
    return _wilson(cases / n, n, NORMAL_975) if n else (nan, nan)


def clustered_interval(beyond: Bools, names: Anything) -> ClusteredInterval:
    """Give the interval of the share of `beyond` (n marks) when children came in clusters.

    The variance is that of a ratio of cluster totals, linearised; the design effect is that
    variance over the one of single children, never taken below 1. One cluster says nothing about
    the differences between clusters: the interval is NaN.
    """
    n = len(beyond)
    _, member = np.unique(names, return_inverse=True)
    clusters = int(member.max()) + 1 if n else 0
    if clusters < 2:
        return ClusteredInterval(nan, nan, clusters, nan)
    share = float(beyond.mean())
    residual = np.bincount(member, weights=beyond - share)
    variance = clusters / (clusters - 1) * float(residual @ residual) / n**2
    simple = share * (1 - share) / n
    effect = max(1.0, variance / simple) if simple > 0 else 1.0
    low, high = _wilson(share, n / effect, _student_975(clusters - 1))
    return ClusteredInterval(low, high, clusters, effect)


def _wilson(share: float, n: float, quantile: float) -> tuple[float, float]:
    square = quantile**2 / n
    middle = (share + square / 2) / (1 + square)
    half = quantile / (1 + square) * sqrt(share * (1 - share) / n + square / (4 * n))
    return max(0.0, middle - half), min(1.0, middle + half)


def _student_975(freedom: int) -> float:
    # scipy has no type stubs, and only surveys by cluster need it: fetched when asked for.
    return float(import_module("scipy.special").stdtrit(freedom, 0.975))
