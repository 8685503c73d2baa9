"""How well a survey was measured: rounding habits, spread, flags, what is missing, boys to girls.

Sources: WHO, Technical Report Series 854 (1995), for the expected standard deviations; WHO and
UNICEF recommendations (2019), chapter 3, for what a report on quality must show.
"""

from dataclasses import dataclass
from math import nan

import numpy as np

from mangnon.growth.arrays import Bools
from mangnon.growth.digits import DigitPreference, digit_preference
from mangnon.growth.standards import ZScores
from mangnon.growth.survey.survey import Survey

EXPECTED_SD = {"waz": (1.00, 1.20), "haz": (1.10, 1.30), "whz": (0.85, 1.10)}
"""Between these a spread of z-scores is usual (TRS 854); far above, measuring was poor."""


@dataclass(frozen=True, slots=True)
class Spread:
    """The z-scores of one index: how many, flagged ones, and their standard deviation."""

    index: str
    n: int
    flagged: int
    sd: float
    expected_low: float
    expected_high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """What the checks found. `boys_to_girls` and shares are fractions; NaN where unknown."""

    weight_digits: DigitPreference
    length_digits: DigitPreference
    spreads: tuple[Spread, ...]
    boys_to_girls: float
    without_weight: int
    without_length: int
    without_age: int
    oedema: int
    whole_month_ages: float
    odd_position: int


def quality_of(survey: Survey, z: ZScores, counted: Bools) -> Quality:
    """Check the children who are counted."""
    boys, girls = (int((survey.sex[counted] == letter).sum()) for letter in "mf")
    weight, length = survey.weight_kg[counted], survey.length_cm[counted]
    return Quality(
        weight_digits=digit_preference(weight[weight > 0]),
        length_digits=digit_preference(length[length > 0]),
        spreads=tuple(_spread(z, index, counted) for index in EXPECTED_SD),
        boys_to_girls=boys / girls if girls else nan,
        without_weight=int((~(weight > 0)).sum()),
        without_length=int((~(length > 0)).sum()),
        without_age=int(np.isnan(survey.age_days[counted]).sum()),
        oedema=int(survey.oedema[counted].sum()),
        whole_month_ages=_whole_months(survey, counted),
        odd_position=_odd_position(survey, counted),
    )


def _spread(z: ZScores, index: str, counted: Bools) -> Spread:
    believed = z.believable(index)[counted]
    known = believed[~np.isnan(believed)]
    flagged = int(getattr(z, f"{index}_flag")[counted].sum())
    sd = float(known.std(ddof=1)) if len(known) > 1 else nan
    return Spread(index, len(known), flagged, sd, *EXPECTED_SD[index])


def _whole_months(survey: Survey, counted: Bools) -> float:
    """Give the share of ages that are whole months to the day: 3 % by chance, more if guessed."""
    days = survey.age_days[counted & ~np.isnan(survey.age_days)]
    if not len(days):
        return nan
    months = np.floor(np.round(days / 30.4375) * 30.4375 + 0.5)
    return float((months == days).mean())


def _odd_position(survey: Survey, counted: Bools) -> int:
    """Count the children measured standing under two years or lying from two years on."""
    standing_young = (survey.measured == "H") & (survey.age_days < 731)
    lying_old = (survey.measured == "L") & (survey.age_days >= 731)
    return int(((standing_young | lying_old) & counted).sum())
