"""From a measurement to a z-score and back: Cole's LMS method with WHO's restricted tails.

Source: WHO, "WHO Child Growth Standards: methods and development" (2006), chapter 7.
"""

import numpy as np

from mangnon.growth.arrays import Bools, Floats
from mangnon.growth.tables import Lms


def z_score(value: Floats, lms: Lms, *, restricted: bool) -> Floats:
    """Give the z-score of each value; NaN stays NaN.

    `restricted` is WHO's rule for the indices with weight: beyond 3 SD the scale goes on straight,
    by the distance between SD 2 and SD 3, since no such children were in the reference.
    Values must be positive or NaN.
    """
    ratio = value / lms.median
    if lms.linear:
        z: Floats = (ratio - 1.0) / lms.spread
    else:
        z = (np.exp(np.log(ratio) * lms.skew) - 1.0) / (lms.skew * lms.spread)
    if restricted:
        far = np.abs(z) > 3.0
        if far.any():
            z[far] = _tail(value[far], _only(lms, far), np.sign(z[far]))
    return z


def value_at(z: Floats, lms: Lms, *, restricted: bool) -> Floats:
    """Give the measurement whose z-score is z; the inverse of `z_score`."""
    value = _plain_value(np.clip(z, -3.0, 3.0) if restricted else z, lms)
    if restricted:
        far = np.abs(z) > 3.0
        if far.any():
            there, side = _only(lms, far), np.sign(z[far])
            edge, step = _edge(there, side)
            value[far] = edge + (np.abs(z[far]) - 3.0) * step * side
    return value


def _plain_value(z: Floats | float, lms: Lms) -> Floats:
    """M (1 + L S z) ^ (1 / L)."""
    return np.asarray(lms.median * (1.0 + lms.skew * lms.spread * z) ** (1.0 / lms.skew))


def _tail(value: Floats, lms: Lms, side: Floats) -> Floats:
    edge, step = _edge(lms, side)
    return np.asarray(side * 3.0 + (value - edge) / step)


def _edge(lms: Lms, side: Floats) -> tuple[Floats, Floats]:
    """Give the value at 3 SD on this side (+1 or -1) and the distance between SD 2 and SD 3."""
    edge = _plain_value(3.0 * side, lms)
    return edge, np.abs(edge - _plain_value(2.0 * side, lms))


def _only(lms: Lms, mask: Bools) -> Lms:
    return Lms(lms.skew[mask], lms.median[mask], lms.spread[mask])
