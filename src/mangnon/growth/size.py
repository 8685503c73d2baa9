"""Lying or standing: which one a child's size was, and what it is made into.

A child is 0.7 cm longer lying than standing. WHO's standards are for length lying under 24 months
(731 days) and for height standing from then on, so the other way round is corrected.

Source: WHO and UNICEF recommendations (2019), section 3.1; WHO igrowup for what is unknown.
"""

import numpy as np

from mangnon.growth.arrays import Bools, Floats, Ints

STANDING_FROM_DAY = 731
LYING_LONGER_CM = 0.7
LYING_BELOW_CM = 87.0
"""A child whose age and way of measuring are both unknown is taken as lying below this size."""


def corrected_cm(length_cm: Floats, age_days: Floats, measured: Ints) -> Floats:
    """Give the size as the standards want it; `measured`: lying 0, standing 1, unknown -1.

    Unknown measure: taken to fit the age. Unknown age: left as it is.
    """
    young = age_days < STANDING_FROM_DAY
    old = age_days >= STANDING_FROM_DAY
    tall = np.where(young & (measured == 1), LYING_LONGER_CM, 0.0)
    return np.asarray(length_cm + tall - np.where(old & (measured == 0), LYING_LONGER_CM, 0.0))


def against_height(length_cm: Floats, age_days: Floats, measured: Ints) -> Bools:
    """Mark the children whose weight is judged by standing height: by age, else by measure."""
    unknown_age = np.isnan(age_days)
    stood = (measured == 1) | ((measured != 0) & (length_cm >= LYING_BELOW_CM))
    return np.asarray((age_days >= STANDING_FROM_DAY) | (unknown_age & stood))
