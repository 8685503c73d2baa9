"""From a file to a survey: columns found, cells read, ages worked out, mistakes told together."""

from collections.abc import Callable
from datetime import date
from math import nan
from pathlib import Path
from typing import TypeVar

import numpy as np

from mangnon.growth.ages import days_from_months
from mangnon.growth.arrays import Floats
from mangnon.growth.survey import cells
from mangnon.growth.survey.columns import Columns, Role, find_columns
from mangnon.growth.survey.dates import DatedAges
from mangnon.growth.survey.errors import refused
from mangnon.growth.survey.mistakes import Mistakes
from mangnon.growth.survey.needed import refuse_missing
from mangnon.growth.survey.notes import notes_on
from mangnon.growth.survey.sheet import Cell, Row, Sheet, read_sheet
from mangnon.growth.survey.survey import Survey, Texts
from mangnon.growth.survey.units import refuse_other_units

Value = TypeVar("Value")


def read_survey(path: Path, *, today: date, measured_on: date | None = None) -> Survey:
    """Read a survey of children from a CSV file or an Excel workbook.

    `today` is the last day a date may lie on; `measured_on` the day of measuring where the file
    has no column of it. Raises SurveyError with every mistake found: a file that is not what it
    says, missing columns, cells that cannot be read (row and column named), dates in the future,
    weights and sizes in other units than kg and cm.
    """
    sheet = read_sheet(path)
    columns = find_columns(sheet)
    refuse_missing(columns, visit_given=measured_on is not None)
    reader = _Reader(sheet, columns)
    survey = reader.survey(today, measured_on)
    reader.mistakes.refuse()
    _refuse_nobody(survey)
    refuse_other_units(survey, columns)
    return survey


def _refuse_nobody(survey: Survey) -> None:
    """Refuse a survey in which no row holds what a judgement needs."""
    weighed, sized = survey.weight_kg > 0, survey.length_cm > 0
    aged = ~np.isnan(survey.age_days) & (weighed | sized)
    judged = (survey.sex != "") & (aged | (weighed & sized))
    if not judged.any():
        raise refused(
            vi=f"Trong tệp '{survey.name}' không trẻ nào có đủ giới tính, tuổi và cân nặng hoặc "
            "chiều cao trên cùng một dòng. Hãy điền các cột đó.",
            en=f"In the file '{survey.name}' no child has a sex, an age and a weight or height in "
            "one row. Fill in these columns.",
        )


class _Reader:
    """Reads the rows below the names, one column after the other."""

    def __init__(self, sheet: Sheet, columns: Columns) -> None:
        self.sheet, self.columns, self.mistakes = sheet, columns, Mistakes()
        self.rows = [row for row in sheet.rows if row[0] > columns.header_row]
        if not self.rows:
            raise refused(
                vi=f"Tệp '{sheet.name}' chỉ có tên cột, không có trẻ nào. "
                "Hãy thêm mỗi trẻ một dòng.",
                en=f"The file '{sheet.name}' holds column names but no child. Add one row a child.",
            )
        for number, row in self.rows:
            self._refuse_longer(number, row)

    def survey(self, today: date, measured_on: date | None) -> Survey:
        """Make the survey; mistakes are collected, not raised."""
        ages = DatedAges(today, self._name("birth"), self._name("visit"), self.mistakes)
        age_days = self._age_days(ages, measured_on)
        sex = self._texts("sex", cells.sex)
        weight, length = self._numbers("weight"), self._numbers("length")
        return Survey(
            name=self.sheet.name,
            label=self._labels(),
            sex=sex,
            age_days=age_days,
            weight_kg=weight,
            length_cm=length,
            measured=self._texts("measured", cells.measured),
            oedema=np.array(self._read("oedema", cells.yes_no, False), dtype=np.bool_),
            cluster=self._clusters(),
            notes=notes_on(self.columns, ages, sex, age_days, weight, length),
        )

    def _refuse_longer(self, number: int, row: Row) -> None:
        if any(str(cell or "").strip() for cell in row[self.columns.width :]):
            self.mistakes.add(
                number,
                str(self.columns.width + 1),
                "có giá trị ngoài các cột có tên. Số thập phân viết dấu phẩy trong tệp ngăn bằng "
                "dấu phẩy phải đặt trong ngoặc kép",
                "there is a value outside the named columns. A decimal comma in a file separated "
                "by commas must stand in quotes",
            )

    def _name(self, role: Role) -> str:
        return self.columns.name.get(role, "--measured-on" if role == "visit" else role)

    def _cells(self, role: Role) -> list[tuple[int, Cell]]:
        where = self.columns.place[role]
        return [(number, row[where] if where < len(row) else None) for number, row in self.rows]

    def _read(self, role: Role, parse: Callable[[Cell], Value], instead: Value) -> list[Value]:
        """Read one column; where the file has none, `instead` for every child."""
        if role not in self.columns:
            return [instead] * len(self.rows)
        name, read = self._name(role), self.mistakes.read
        return [read(parse, cell, row, name, instead) for row, cell in self._cells(role)]

    def _numbers(self, role: Role) -> Floats:
        return np.array(self._read(role, cells.number, nan), dtype=np.float64)

    def _texts(self, role: Role, parse: Callable[[Cell], str]) -> Texts:
        return np.array(self._read(role, parse, ""), dtype=np.str_)

    def _labels(self) -> Texts:
        if "id" in self.columns:
            return self._texts("id", cells.text_of)
        return np.array([str(number) for number, _ in self.rows], dtype=np.str_)

    def _clusters(self) -> Texts | None:
        if "cluster" not in self.columns:
            return None
        for row, cell in self._cells("cluster"):
            if not cells.text_of(cell):
                self.mistakes.add(
                    row,
                    self._name("cluster"),
                    "thiếu tên cụm. Hãy điền cụm cho mọi trẻ, hoặc bỏ cột cụm",
                    "the cluster is missing. Fill it in for every child, or drop the column",
                )
        return self._texts("cluster", cells.text_of)

    def _age_days(self, ages: DatedAges, measured_on: date | None) -> Floats:
        if "age_days" in self.columns:
            return self._numbers("age_days")
        if "age_months" not in self.columns or {"birth", "visit"} <= self.columns.place.keys():
            return self._dated_days(ages, measured_on)
        return days_from_months(self._numbers("age_months"))

    def _dated_days(self, ages: DatedAges, measured_on: date | None) -> Floats:
        births = self._read("birth", cells.day, cells.NO_DAY)
        given = cells.NO_DAY if measured_on is None else cells.Day(measured_on, "day")
        visits = self._read("visit", cells.day, given)
        numbers = [number for number, _ in self.rows]
        together = zip(births, visits, numbers, strict=True)
        return np.array([ages.days(born, seen.date, row) for born, seen, row in together])
