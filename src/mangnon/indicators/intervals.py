"""Intervals of shares and of rare events, for one figure or for arrays of them.

Sources: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209 for shares; F. Garwood, Biometrika 28
(1936) 437 for the exact Poisson interval, as quantiles of the gamma distribution.
"""

from importlib import import_module
from statistics import NormalDist
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

# Sums carried across places by share hold to 1e-9: so much may a part exceed its whole.
_SLACK = 1e-9


@overload
def wilson(numerator: float, denominator: float, level: float = 0.95) -> tuple[float, float]: ...
@overload
def wilson(
    numerator: ArrayLike, denominator: ArrayLike, level: float = 0.95
) -> tuple[Floats, Floats]: ...
def wilson(numerator: Any, denominator: Any, level: float = 0.95) -> tuple[Any, Any]:
    """Give Wilson's interval of numerator ÷ denominator, as shares from 0 to 1.

    A denominator of 0 gives NaN. Raises ValueError where a part is negative or more than its
    whole: such a figure is no share, and no interval of one would be true.
    """
    part = np.asarray(numerator, dtype=np.float64)
    whole = np.asarray(denominator, dtype=np.float64)
    if np.any(part < 0) or np.any(part > whole * (1 + _SLACK) + _SLACK):
        raise ValueError("a share needs 0 <= numerator <= denominator")
    quantile = NormalDist().inv_cdf(_tail(level))
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.minimum(part / whole, 1.0)
        square = quantile**2 / whole
        middle = (share + square / 2) / (1 + square)
        half = quantile / (1 + square) * np.sqrt(share * (1 - share) / whole + square / whole / 4)
    # At the ends the bound is the end itself; rounding would leave 1e-18 of it.
    low = np.where(share == 0, 0.0, np.maximum(middle - half, 0.0))
    high = np.where(share == 1, 1.0, np.minimum(middle + half, 1.0))
    none = whole == 0
    return _answer(np.where(none, np.nan, low)), _answer(np.where(none, np.nan, high))


@overload
def poisson(events: float, level: float = 0.95) -> tuple[float, float]: ...
@overload
def poisson(events: ArrayLike, level: float = 0.95) -> tuple[Floats, Floats]: ...
def poisson(events: Any, level: float = 0.95) -> tuple[Any, Any]:
    """Give the exact interval of a count of rare events, in events.

    Divide both bounds by the births (or years) to have the interval of a rate. Raises
    ValueError where a count is negative.
    """
    count = np.asarray(events, dtype=np.float64)
    if np.any(count < 0):
        raise ValueError("a count of events is not negative")
    # scipy has no type stubs; half a chi-squared quantile is a gamma quantile.
    quantile = import_module("scipy.special").gammaincinv
    upper_tail = _tail(level)
    low = np.where(count > 0, quantile(np.maximum(count, 1e-300), 1 - upper_tail), 0.0)
    return _answer(low), _answer(quantile(count + 1, upper_tail))


def _tail(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, not at {level}")
    return (1 + level) / 2


def _answer(values: Floats) -> Floats | float:
    return float(values) if np.ndim(values) == 0 else values
