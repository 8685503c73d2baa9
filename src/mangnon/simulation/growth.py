"""How children grow: a track of z-scores a child, around means that rise (invented).

The means follow the path's surveys: mean = -2 - SD x the normal quantile of the share below -2.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from mangnon.simulation.chance import stream
from mangnon.simulation.days import Floats, Whole
from mangnon.simulation.ground import Ground
from mangnon.simulation.profile import Year

SD_WEIGHT, SD_HEIGHT = 1.05, 1.20
_LASTING = 0.85  # correlation of a child's z-scores half a year apart, and on
_TOGETHER = 0.65  # of weight and height
# Stunting peaks at 18-35 months: by completed months, the shift of the height's mean.
_AGE_MONTHS = (0, 6, 12, 18, 27, 36, 48, 60)
_AGE_SHIFT = (0.28, 0.18, 0.02, -0.14, -0.2, -0.1, 0.0, 0.04)


@dataclass
class Tracks:
    """Each child's lasting deviation, in standard deviations, of height and of weight."""

    height: Floats
    weight: Floats


def tracks(children: int, seed: int) -> Tracks:
    """Draw the tracks of n children."""
    chance = stream(seed, "growth")
    height = chance.normal(size=children)
    own = chance.normal(size=children)
    return Tracks(height, _TOGETHER * height + np.sqrt(1 - _TOGETHER**2) * own)


def place_shift(ground: Ground) -> Floats:
    """Give the shift of each commune's means, in z; an heir has its predecessors' mean."""
    before = np.array([ground.profile.district(code).z_shift for code in ground.district])
    if not ground.after:
        return before
    total = ground.inherited(before)
    parts = ground.inherited(np.ones(ground.before))
    return np.concatenate([before, total / np.maximum(parts, 1e-9)])


def mean_of(share: float, sd: float) -> float:
    """Give the mean at which so many per cent lie below -2."""
    return float(-2.0 - sd * ndtri(share / 100))


def z_scores(
    chance: np.random.Generator, own: Tracks, child: Whole, months: Whole, shift: Floats, row: Year
) -> tuple[Floats, Floats]:
    """Give weight-for-age and height-for-age of children on one day, before any mistake."""
    noise = np.sqrt(1 - _LASTING)
    z_height = np.sqrt(_LASTING) * own.height[child] + noise * chance.normal(size=len(child))
    z_weight = np.sqrt(_LASTING) * own.weight[child] + noise * chance.normal(size=len(child))
    age = np.interp(months, _AGE_MONTHS, _AGE_SHIFT)
    spread = np.sqrt(SD_HEIGHT**2 - 0.02)  # what age and place add is taken off
    return (
        mean_of(row.t4, SD_WEIGHT) + shift + 0.4 * age + SD_WEIGHT * z_weight,
        mean_of(row.t5, SD_HEIGHT) + shift + age + spread * z_height,
    )
