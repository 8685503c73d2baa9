"""Surveys as people send them: other names, separators, dates, spreadsheets."""

from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest

from mangnon.growth.survey import read_survey
from mangnon.growth.tests.files import CHILDREN, HEADER, TODAY, write_csv, write_xlsx


def test_a_plain_survey(tmp_path: Path) -> None:
    survey = read_survey(write_csv(tmp_path / "s.csv", HEADER, CHILDREN), today=TODAY)
    assert survey.label.tolist() == ["a", "b", "c", "d", "e"]
    assert survey.sex.tolist() == ["m", "f", "m", "f", "m"]
    assert survey.age_days.tolist() == [400, 365, 1300, 1200, 600]
    assert survey.oedema.tolist() == [False] * 4 + [True]
    assert survey.zscores().waz[1] == -2.05
    assert survey.notes == ()


def test_vietnamese_names_semicolons_and_decimal_commas(tmp_path: Path) -> None:
    header = [
        "Mã số",
        "Giới tính",
        "Tháng tuổi",
        "Cân nặng (kg)",
        "Chiều cao (cm)",
        "Tư thế đo",
        "Phù",
        "Cụm",
    ]
    rows: list[list[object]] = [
        ["1", "Nam", "13,1", "9,8", "76,1", "nằm", "không", "Xã A"],
        ["2", "Nữ", "39,4", "15", "98", "đứng", "có", "Xã B"],
    ]
    survey = read_survey(write_csv(tmp_path / "s.csv", header, rows, separator=";"), today=TODAY)
    assert survey.age_days.tolist() == [399, 1199]
    assert survey.weight_kg.tolist() == [9.8, 15.0]
    assert survey.measured.tolist() == ["L", "H"]
    assert survey.oedema.tolist() == [False, True]
    assert survey.cluster is not None
    assert survey.cluster.tolist() == ["Xã A", "Xã B"]


def test_dates_are_read_day_first(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["m", "03/04/2024", "13/04/2024", 4.0],
        ["f", "2024-04-03", "5.4.2024", 3.0],
        ["m", "04/2024", "20/04/2024", 3.5],
        ["f", "2023", "20/04/2024", 3.5],
        ["f", "28/04/2024", "NA", 3.5],
    ]
    header = ["gioi", "Ngày sinh", "Ngày cân", "Cân nặng"]
    survey = read_survey(write_csv(tmp_path / "s.csv", header, rows), today=TODAY)
    assert survey.age_days[:3].tolist() == [10, 2, 5]
    assert np.isnan(survey.age_days[3:]).all()
    assert [note.en for note in survey.notes] == [
        "Children with a month of birth only, taken as born on day 15: 1.",
        "Children with a year of birth only, their age counts as unknown: 1.",
        "Children of unknown age: 2.",
    ]


def test_a_birth_in_the_month_of_the_visit_is_no_future(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "s.csv",
        ["sex", "dob", "visit_date", "weight"],
        [["m", "04/2024", "03/04/2024", 3.5]],
    )
    assert read_survey(path, today=TODAY).age_days.tolist() == [0]


def test_one_day_of_measuring_for_all(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "s.csv", ["sex", "dob", "weight"], [["m", "01/06/2024", 9.0]])
    survey = read_survey(path, today=TODAY, measured_on=date(2025, 6, 1))
    assert survey.age_days.tolist() == [365]


def test_a_workbook_with_a_title_and_real_dates(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "s.xlsx",
        [
            ["ĐIỀU TRA DINH DƯỠNG"],
            [],
            ["STT", "Giới", "Ngày sinh", "Ngày cân đo", "Cân nặng", "Chiều cao"],
            [1, 1, datetime(2024, 6, 1), datetime(2025, 6, 1), 9.5, 75.5],
            [2, 2, datetime(2024, 6, 1), datetime(2025, 6, 1), 9, None],
        ],
    )
    survey = read_survey(path, today=TODAY)
    assert survey.age_days.tolist() == [365, 365]
    assert survey.sex.tolist() == ["m", "f"]
    assert np.isnan(survey.length_cm[1])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marked_encodings(tmp_path: Path, encoding: str) -> None:
    header = ["Giới", "Ngày tuổi", "Cân nặng"]
    path = write_csv(tmp_path / "s.csv", header, [["nữ", 400, 9.0]], encoding=encoding)
    assert read_survey(path, today=TODAY).sex.tolist() == ["f"]


def test_excels_own_line_of_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("sep=;\nsex;age_days;weight\nm;400;9,8\n", encoding="utf-8")
    assert read_survey(path, today=TODAY).weight_kg.tolist() == [9.8]


def test_nothing_measured_is_written_in_many_ways(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", 400, word, 76.0] for word in ("", "NA", ".", "không đo", 9.8)]
    path = write_csv(tmp_path / "s.csv", ["sex", "age_days", "weight", "height"], rows)
    assert np.isnan(read_survey(path, today=TODAY).weight_kg).tolist() == [True] * 4 + [False]


def test_a_zero_counts_as_not_measured_and_is_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", 400, 0], ["m", 400, 9.8]]
    survey = read_survey(
        write_csv(tmp_path / "s.csv", ["sex", "age_days", "weight"], rows), today=TODAY
    )
    assert np.isnan(survey.zscores().waz).tolist() == [True, False]
    assert survey.notes[0].en == "Measurements of 0, counted as not measured: 1."


def test_days_are_preferred_to_months_and_unused_columns_are_told(tmp_path: Path) -> None:
    header = ["sex", "agemons", "age.days", "weight", "MUAC"]
    survey = read_survey(
        write_csv(tmp_path / "s.csv", header, [["m", 13, 400, 9.8, 14]]), today=TODAY
    )
    assert survey.age_days.tolist() == [400]
    assert [note.en for note in survey.notes] == [
        "Ages are from the column 'age.days'; 'agemons' is not used.",
        "Columns not used: MUAC.",
    ]


def test_quoted_decimal_commas_between_commas(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text('sex,age_days,weight\nm,400,"9,8"\n', encoding="utf-8")
    assert read_survey(path, today=TODAY).weight_kg.tolist() == [9.8]
