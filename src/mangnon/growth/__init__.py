"""WHO child growth standards: z-scores over arrays, prevalence, quality checks. No Django here.

`zscores` judges children, `prevalence` counts them, `digit_preference` judges those who measured.
"""

from mangnon.growth.ages import completed_months, days_between, days_from_months
from mangnon.growth.digits import DigitPreference, digit_preference
from mangnon.growth.errors import GrowthError
from mangnon.growth.reference import length_for_age, weight_for_age, weight_for_size
from mangnon.growth.shares import Prevalence, prevalence
from mangnon.growth.standards import ZScores, zscores

__all__ = [
    "DigitPreference",
    "GrowthError",
    "Prevalence",
    "ZScores",
    "completed_months",
    "days_between",
    "days_from_months",
    "digit_preference",
    "length_for_age",
    "prevalence",
    "weight_for_age",
    "weight_for_size",
    "zscores",
]
