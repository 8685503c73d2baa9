"""WHO's limits of plausibility: beyond them a z-score is a mistake of measuring or writing.

Source: WHO and UNICEF, "Recommendations for data collection, analysis and reporting on
anthropometric indicators in children under 5 years old" (2019), section 3.1.
"""

import numpy as np

from mangnon.growth.arrays import Bools, Floats

LIMITS: dict[str, tuple[float, float]] = {
    "waz": (-6.0, 5.0),
    "haz": (-6.0, 6.0),
    "whz": (-5.0, 5.0),
    "baz": (-5.0, 5.0),
}
"""Lowest and highest believable z-score of each index, in the order of `ZScores`; the limits are
believed themselves."""


def implausible(z: Floats, index: str) -> Bools:
    """Mark the z-scores of this index ("waz", "haz", "whz", "baz") outside its limits."""
    low, high = LIMITS[index]
    return np.asarray((z < low) | (z > high))
