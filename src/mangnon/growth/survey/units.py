"""Finds a survey in pounds or feet, in grams or metres, or with ages in the wrong unit.

The measurements of a real survey, each over WHO's median for the child's age, lie about 1; those
of a survey in pounds about 2.2. The median of that ratio over all children tells.
"""

from dataclasses import dataclass

import numpy as np

from mangnon.growth.arrays import Floats
from mangnon.growth.reference import length_for_age, weight_for_age
from mangnon.growth.survey.columns import Columns, Role
from mangnon.growth.survey.errors import refused
from mangnon.growth.survey.survey import Survey
from mangnon.growth.tables import LAST_DAY

BELIEVED = {"weight": (0.55, 1.7), "length": (0.8, 1.25)}
"""Between these medians a survey of children is possible, hungry or fat."""

MEDIAN_WEIGHT_KG, MEDIAN_LENGTH_CM = 11.5, 87.0
"""WHO's medians at two years, for children whose age is unknown."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that people use, how many times the number grows in it, and its name."""

    times: float
    vi: str
    en: str


WEIGHT_UNITS = (
    Unit(2.2046, "pound (lb)", "pounds (lb)"),
    Unit(1000.0, "gam", "grams"),
    Unit(10.0, "lạng", "hundreds of grams"),
)
LENGTH_UNITS = (
    Unit(1 / 30.48, "foot (ft)", "feet (ft)"),
    Unit(1 / 2.54, "inch", "inches"),
    Unit(0.01, "mét", "metres"),
    Unit(10.0, "mm", "millimetres"),
)


def refuse_other_units(survey: Survey, columns: Columns) -> None:
    """Raise SurveyError where the median child is none in kg and cm and days."""
    _refuse_all_too_old(survey, columns)
    weight = _ratio(survey.weight_kg, _expected(survey, "weight"))
    length = _ratio(survey.length_cm, _expected(survey, "length"))
    if _odd("weight", weight) and _odd("length", length):
        _refuse_ages(survey, columns, weight, length)
    for role, ratio, units in (("weight", weight, WEIGHT_UNITS), ("length", length, LENGTH_UNITS)):
        if _odd(role, ratio):
            _refuse_unit(survey, columns, role, ratio, units)


def _expected(survey: Survey, role: str) -> Floats:
    sex = np.where(survey.sex == "", "f", survey.sex)
    if role == "weight":
        expected, unknown = weight_for_age(sex=sex, age_days=survey.age_days), MEDIAN_WEIGHT_KG
    else:
        expected, unknown = length_for_age(sex=sex, age_days=survey.age_days), MEDIAN_LENGTH_CM
    return np.where(np.isnan(survey.age_days), unknown, expected)


def _ratio(values: Floats, expected: Floats) -> float:
    ratio = values / expected
    known = ratio[(values > 0) & ~np.isnan(ratio)]
    return float(np.median(known)) if len(known) else 1.0


def _odd(role: str, ratio: float) -> bool:
    low, high = BELIEVED[role]
    return not low <= ratio <= high


def _refuse_all_too_old(survey: Survey, columns: Columns) -> None:
    """Ages in days under the name of months leave no child under five."""
    known = survey.age_days[~np.isnan(survey.age_days)]
    if not len(known) or float(known.min()) <= LAST_DAY:
        return
    if "age_months" in columns and not {"birth", "visit"} <= columns.place.keys():
        name = columns.name["age_months"]
        raise refused(
            vi=f"Cột '{name}' ghi tháng tuổi nhưng không trẻ nào dưới 5 tuổi. "
            "Nếu đó là ngày tuổi, hãy đổi tên cột thành 'Ngày tuổi'.",
            en=f"The column '{name}' says months but no child is under five. "
            "If these are days, rename the column to 'age_days'.",
        )
    raise refused(
        vi="Không trẻ nào dưới 5 tuổi, mà chuẩn này chỉ dùng cho trẻ dưới 5 tuổi. "
        "Hãy kiểm tra cột tuổi hoặc ngày sinh.",
        en="No child is under five, and these standards are for children under five. "
        "Check the column of ages or birth dates.",
    )


def _refuse_ages(survey: Survey, columns: Columns, weight: float, length: float) -> None:
    """Ages in months under the name of days make every child far too big."""
    oldest = float(np.nanmax(survey.age_days))
    if "age_days" in columns and oldest <= 72 and 1 < length < 2.6 and weight > 1:
        name = columns.name["age_days"]
        raise refused(
            vi=f"Cột '{name}' ghi ngày tuổi nhưng lớn nhất chỉ {oldest:g}, mà trẻ to hơn nhiều. "
            "Có vẻ đó là tháng tuổi: hãy đổi tên cột thành 'Tháng tuổi'.",
            en=f"The column '{name}' says days but its highest is {oldest:g}, and the children are "
            "far bigger. These look like months: rename the column to 'age_months'.",
        )


def _refuse_unit(
    survey: Survey, columns: Columns, role: str, ratio: float, units: tuple[Unit, ...]
) -> None:
    column: Role = "weight" if role == "weight" else "length"
    values = survey.weight_kg if role == "weight" else survey.length_cm
    wanted = "kg" if role == "weight" else "cm"
    middle = float(np.nanmedian(values))
    found = next((unit for unit in units if 0.75 < ratio / unit.times < 1.33), None)
    name = columns.name[column]
    looks_vi = f"có vẻ ghi theo {found.vi}" if found else f"không giống {wanted} của trẻ nhỏ"
    looks_en = f"look like {found.en}" if found else f"are not a small child's {wanted}"
    raise refused(
        vi=f"Cột '{name}': trung vị {middle:g} {looks_vi}. Hãy đổi sang {wanted} rồi chạy lại.",
        en=f"The column '{name}': values with a median of {middle:g} {looks_en}. "
        f"Turn them into {wanted} and run again.",
    )
