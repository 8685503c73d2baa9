"""Writes every child's z-scores to a file, whole or not at all."""

import csv
import os
from collections.abc import Iterator
from math import isnan
from pathlib import Path

from mangnon.growth.standards import ZScores
from mangnon.growth.survey.errors import refused, why_not
from mangnon.growth.survey.survey import Survey

HEADER = [
    "id", "sex", "age_days", "weight_kg", "length_cm", "measured", "oedema",
    "length_used_cm", "waz", "haz", "whz", "baz", "waz_flag", "haz_flag", "whz_flag", "baz_flag",
]  # fmt: skip


def write_zscores(path: Path, survey: Survey, z: ZScores) -> None:
    """Write one row a child as CSV (UTF-8, marked so that Excel reads it right).

    The file appears only when it is complete. Raises SurveyError where it cannot be written.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(_rows(survey, z))
        unfinished.replace(path)
    except OSError as problem:
        unfinished.unlink(missing_ok=True)
        why = why_not(problem)
        raise refused(
            vi=f"Không ghi được tệp '{path}' ({why.vi}). Hãy chọn thư mục khác.",
            en=f"The file '{path}' cannot be written ({why.en}). Choose another folder.",
        ) from problem


def _rows(survey: Survey, z: ZScores) -> Iterator[list[str]]:
    columns = (
        survey.label, survey.sex, survey.age_days, survey.weight_kg, survey.length_cm,
        survey.measured, survey.oedema, z.length_cm, z.waz, z.haz, z.whz, z.baz,
        z.waz_flag, z.haz_flag, z.whz_flag, z.baz_flag,
    )  # fmt: skip
    for row in zip(*(column.tolist() for column in columns), strict=True):
        yield [_written(value) for value in row]


def _harmless(text: str) -> str:
    """Keep a spreadsheet from running a child's own number as a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text


def _written(value: str | float | bool) -> str:
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if isnan(value) else f"{value:.10g}"
