"""Rounding as WHO's programs do it, so that our counts are theirs."""

import numpy as np

from mangnon.growth.arrays import Floats


def two_decimals(z: Floats) -> Floats:
    """Round to two decimals, halves away from zero (WHO igrowup, WHO Anthro)."""
    return np.asarray(np.trunc(z * 100.0 + np.copysign(0.5, z)) / 100.0 + 0.0)


def whole(value: Floats) -> Floats:
    """Round to whole numbers, halves up: an age of 30.5 days is 31."""
    return np.asarray(np.floor(value + 0.5))
