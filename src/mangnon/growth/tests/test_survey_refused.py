"""Bad surveys: each is told what is wrong, where, and what to do, in both languages."""

import random
from pathlib import Path

import pytest

from mangnon.growth.survey import SurveyError, read_survey
from mangnon.growth.tests.files import CHILDREN, HEADER, TODAY, changed, write_csv, write_xlsx


def refusal(path: Path) -> SurveyError:
    """Read a survey that must be refused, and give the refusal."""
    with pytest.raises(SurveyError) as caught:
        read_survey(path, today=TODAY)
    assert all(sentence.vi and sentence.en for sentence in caught.value.sentences)
    return caught.value


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("weight_kg", "abc", "Row 3, column 'weight_kg': 'abc' must be a number"),
        ("weight_kg", "9.8kg", "Row 3, column 'weight_kg': '9.8kg' must be a number"),
        ("height_cm", -76, "Row 3, column 'height_cm': '-76' must be a number not below zero"),
        ("age_days", "-1", "Row 3, column 'age_days': '-1' must be a number not below zero"),
        ("weight_kg", "1e999", "Row 3, column 'weight_kg': '1e999' must be a number"),
        ("sex", "3", "Row 3, column 'sex': '3' must be m or f"),
        ("measure", "S", "Row 3, column 'measure': 'S' must be L (lying) or H (standing)"),
        ("oedema", "maybe", "Row 3, column 'oedema': 'maybe' must be y or n"),
    ],
)
def test_a_cell_that_is_not_what_it_must_be(
    tmp_path: Path, column: str, value: object, told: str
) -> None:
    problem = refusal(write_csv(tmp_path / "s.csv", HEADER, changed(1, column, value)))
    assert problem.sentence.en.startswith(told)
    assert problem.sentence.vi.startswith(f"Dòng 3, cột '{column}':")


def test_every_mistake_is_told_at_once_up_to_ten(tmp_path: Path) -> None:
    rows: list[list[object]] = [["x", "y", "z"] for _ in range(5)]
    problem = refusal(write_csv(tmp_path / "s.csv", ["sex", "age_days", "weight"], rows))
    assert len(problem.sentences) == 11
    assert problem.sentences[-1].en == "And 5 more mistakes."


@pytest.mark.parametrize(
    ("birth", "visit", "told"),
    [
        ("05/06/2025", "01/06/2025", "column 'dob': 05/06/2025 lies after 01/06/2025 (the day of"),
        ("01/01/2026", "", "column 'dob': 01/01/2026 lies after 01/12/2025 (today)"),
        ("01/01/2025", "02/12/2025", "column 'visit_date': 02/12/2025 lies after 01/12/2025"),
        ("04/25/2024", "01/06/2025", "column 'dob': '04/25/2024' must be a date, day first"),
        ("5/6/25", "01/06/2025", "column 'dob': '5/6/25' must be a date, day first"),
        ("45000", "01/06/2025", "column 'dob': '45000' must be a date, day first"),
    ],
)
def test_dates_of_the_future_or_unreadable(
    tmp_path: Path, birth: str, visit: str, told: str
) -> None:
    header = ["sex", "dob", "visit_date", "weight"]
    problem = refusal(write_csv(tmp_path / "s.csv", header, [["m", birth, visit, 9.0]]))
    assert told in problem.sentence.en
    assert problem.sentence.en.startswith("Row 2, ")


def rescaled(column: str, times: float) -> list[list[object]]:
    """Give the five children with one column in another unit."""
    where = HEADER.index(column)
    return [
        [
            round(cell * times, 3) if n == where and isinstance(cell, float) else cell
            for n, cell in enumerate(child)
        ]
        for child in CHILDREN
    ]


@pytest.mark.parametrize(
    ("column", "times", "told"),
    [
        ("weight_kg", 2.2046, "look like pounds (lb)"),
        ("weight_kg", 1000.0, "look like grams"),
        ("height_cm", 1 / 30.48, "look like feet (ft)"),
        ("height_cm", 1 / 2.54, "look like inches"),
        ("height_cm", 0.01, "look like metres"),
        ("height_cm", 10.0, "look like millimetres"),
        ("weight_kg", 40.0, "are not a small child's kg"),
    ],
)
def test_other_units_are_found_by_the_median(
    tmp_path: Path, column: str, times: float, told: str
) -> None:
    problem = refusal(write_csv(tmp_path / "s.csv", HEADER, rescaled(column, times)))
    assert told in problem.sentence.en
    assert f"'{column}'" in problem.sentence.en
    assert "Hãy đổi sang" in problem.sentence.vi


def test_a_unit_in_the_name_is_believed(tmp_path: Path) -> None:
    problem = refusal(
        write_csv(tmp_path / "s.csv", ["sex", "age_days", "Weight (lb)"], [["m", 400, 9.0]])
    )
    assert problem.sentence.en == (
        "The column 'Weight (lb)' is in lb. Turn it into kg and run again."
    )


def test_feet_without_any_age_known(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", "", 2.6, 10.0], ["f", "", 3.1, 14.0]]
    header = ["sex", "age_days", "height", "weight"]
    problem = refusal(write_csv(tmp_path / "s.csv", header, rows))
    assert "look like feet" in problem.sentence.en


def test_months_under_the_name_of_days(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", 24, 12.0, 87.0], ["f", 36, 14.0, 95.0], ["f", 30, 13, 90]]
    problem = refusal(write_csv(tmp_path / "s.csv", ["sex", "age_days", "wt", "ht"], rows))
    assert "rename the column to 'age_months'" in problem.sentence.en


def test_days_under_the_name_of_months(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", 730, 12.0], ["f", 1000, 13.0]]
    problem = refusal(write_csv(tmp_path / "s.csv", ["sex", "age_months", "weight"], rows))
    assert "rename the column to 'age_days'" in problem.sentence.en


def test_schoolchildren_are_told_apart(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", "01/01/2015", "01/06/2025", 30.0]]
    path = write_csv(tmp_path / "s.csv", ["sex", "dob", "visit_date", "weight"], rows)
    assert refusal(path).sentence.en.startswith("No child is under five")


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (["age_days", "weight"], "There is no column of sex."),
        (["sex", "weight"], "There is no age."),
        (["sex", "tuổi", "weight"], "The column 'tuổi' does not say"),
        (["sex", "Ngày sinh", "weight"], "There is a birth date but no date of measuring."),
        (["sex", "age_days", "muac"], "There is neither a weight nor a height."),
    ],
)
def test_missing_columns(tmp_path: Path, header: list[str], told: str) -> None:
    problem = refusal(write_csv(tmp_path / "s.csv", header, [list(range(1, len(header) + 1))]))
    assert problem.sentences[0].en.startswith(told)
    assert problem.sentences[-1].en.startswith("Column names read in row 1: ")


def test_no_known_column_at_all_tells_everything_missing(tmp_path: Path) -> None:
    problem = refusal(write_csv(tmp_path / "s.csv", ["foo", "bar"], [[1, 2]]))
    assert len(problem.sentences) == 4
    assert problem.sentences[-1].en == "Column names read in row 1: foo, bar."


def test_a_decimal_comma_that_splits_a_cell(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("sex,age_days,weight\nm,400,9,8\n", encoding="utf-8")
    assert refusal(path).sentence.en.startswith("Row 2, column '4': there is a value outside")


def test_a_child_without_its_cluster(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", 400, 9.8, "A"], ["f", 400, 9.0, ""]]
    problem = refusal(write_csv(tmp_path / "s.csv", ["sex", "age_days", "weight", "cluster"], rows))
    assert problem.sentence.en.startswith("Row 3, column 'cluster': the cluster is missing")


ZIP = b"PK\x03\x04" + bytes(60)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("s.csv", b"", "is empty"),
        ("s.xlsx", b"", "is empty"),
        ("s.csv", b"\n\n ,, \n", "is empty"),
        ("s.csv", b"sex,age_days,weight\n", "holds column names but no child"),
        ("s.csv", b"sex,age_days,weight\nm,400,\n,400,9\nm,,9\n", "no child has a sex, an age"),
        ("s.csv", ZIP, "is an Excel workbook inside"),
        ("s.xlsx", ZIP, "is no Excel workbook or is damaged"),
        ("s.xlsx", b"sex,age_days,weight\n", "but is no Excel workbook"),
        ("s.xls", b"\xd0\xcf\x11\xe0" + bytes(60), "old Excel workbook"),
        ("s.csv", b"%PDF-1.4", "is no spreadsheet"),
        ("s.doc", b"sex", "is no spreadsheet"),
        ("s.csv", b"sex,age_days\n\0\0\0", "is not text"),
        ("s.csv", "giới\n".encode("cp1258", "replace") + b"\xff\xfe\xfd", "is not UTF-8"),
        ("s.csv", b'sex,age_days,weight\nm,400,"' + b"9" * 200_000 + b'"\n', "is damaged"),
    ],
)
def test_files_that_are_not_what_they_say(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert told in refusal(path).sentence.en


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "cannot be opened" in refusal(tmp_path / "none.csv").sentence.en
    assert "cannot be opened" in refusal(tmp_path).sentence.en


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert "is empty" in refusal(write_xlsx(tmp_path / "s.xlsx", [])).sentence.en


def test_a_number_that_excel_made_a_date(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "s.xlsx", [["sex", "age_days", "weight"], ["m", 400, TODAY]])
    assert "Row 2, column 'weight'" in refusal(path).sentence.en


def test_no_damage_to_a_workbook_gets_through_as_a_crash(tmp_path: Path) -> None:
    """Bytes changed or cut off by chance: read, or refused in a sentence, never anything else."""
    whole = write_xlsx(tmp_path / "s.xlsx", [[*HEADER], *CHILDREN]).read_bytes()
    refused = 0
    for seed in range(60):
        chance = random.Random(seed)
        damaged = bytearray(whole)
        for _ in range(20):
            damaged[chance.randrange(4, len(whole))] = chance.randrange(256)
        path = tmp_path / "damaged.xlsx"
        path.write_bytes(damaged if seed % 2 else damaged[: chance.randrange(4, len(whole))])
        try:
            read_survey(path, today=TODAY)
        except SurveyError as problem:
            refused += bool(problem.sentence.vi)
    assert refused > 30
