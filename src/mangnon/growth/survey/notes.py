"""What a reader should know about a survey that could be read: assumed, passed over, unknown."""

import numpy as np

from mangnon.growth.arrays import Floats
from mangnon.growth.survey.columns import Columns, Role
from mangnon.growth.survey.dates import DatedAges
from mangnon.growth.survey.survey import Texts
from mangnon.text.sentence import Sentence

NAMED = 12
"""Unused columns named one by one."""


def notes_on(
    columns: Columns, ages: DatedAges, sex: Texts, age_days: Floats, *measured: Floats
) -> tuple[Sentence, ...]:
    """Say what was assumed about ages, what is unknown, and which columns were not used."""
    notes = [
        _counted(
            ages.month_only,
            "Trẻ chỉ có tháng sinh, tính như sinh ngày 15",
            "Children with a month of birth only, taken as born on day 15",
        ),
        _counted(
            ages.year_only,
            "Trẻ chỉ có năm sinh, tuổi coi như không rõ",
            "Children with a year of birth only, their age counts as unknown",
        ),
        _counted(int((sex == "").sum()), "Trẻ không rõ giới tính", "Children of unknown sex"),
        _counted(int(np.isnan(age_days).sum()), "Trẻ không rõ tuổi", "Children of unknown age"),
        _counted(
            sum(int((values == 0).sum()) for values in measured),
            "Giá trị cân đo bằng 0, coi như không đo",
            "Measurements of 0, counted as not measured",
        ),
        _ages_used(columns),
        _unused(columns),
    ]
    return tuple(note for note in notes if note is not None)


def _counted(count: int, vi: str, en: str) -> Sentence | None:
    return Sentence(vi=f"{vi}: {count}.", en=f"{en}: {count}.") if count else None


def _ages_used(columns: Columns) -> Sentence | None:
    """Say which column the ages came from where there were several."""
    ways: list[Role] = ["age_days", "birth", "age_months"]
    if "visit" not in columns and "age_months" in columns:
        ways.remove("birth")
    found = [columns.name[way] for way in ways if way in columns]
    if len(found) < 2:
        return None
    return Sentence(
        vi=f"Tuổi lấy từ cột '{found[0]}'; không dùng '{found[1]}'.",
        en=f"Ages are from the column '{found[0]}'; '{found[1]}' is not used.",
    )


def _unused(columns: Columns) -> Sentence | None:
    if not columns.unused:
        return None
    names = ", ".join(columns.unused[:NAMED])
    left = len(columns.unused) - NAMED
    return Sentence(
        vi=f"Cột không dùng: {names}" + (f" và {left} cột khác." if left > 0 else "."),
        en=f"Columns not used: {names}" + (f" and {left} more." if left > 0 else "."),
    )
