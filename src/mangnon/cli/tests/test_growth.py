"""`mangnon growth` through its front door."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mangnon.cli.growth import growth_command
from mangnon.clock import pinned
from mangnon.growth.tests.files import CHILDREN, HEADER, TODAY, changed, write_csv


@pytest.fixture(autouse=True)
def _on_that_day() -> Iterator[None]:
    with pinned(TODAY):
        yield


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "s.csv", HEADER, CHILDREN)


def run(*arguments: object) -> Result:
    return CliRunner().invoke(growth_command, [str(argument) for argument in arguments])


def test_the_table_in_vietnamese(survey: Path) -> None:
    result = run(survey)
    assert result.exit_code == 0
    for words in ("Trẻ dưới 5 tuổi: 5", "Nhẹ cân", "Thấp còi", "Gầy còm", "Thừa cân", "40,0"):
        assert words in result.output


def test_the_table_in_english(survey: Path) -> None:
    result = run(survey, "--language", "en")
    for words in ("Children under five: 5", "Underweight", "Stunting", "Wasting", "40.0", "Wilson"):
        assert words in result.output


def test_json_and_the_file_of_z_scores(survey: Path) -> None:
    out = survey.with_name("z.csv")
    result = run(survey, "--json", "--out", out)
    assert json.loads(result.stdout)["children"] == 5
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) == 6


def test_bad_input_is_told_in_both_languages_with_code_2(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "s.csv", HEADER, changed(0, "weight_kg", "nặng"))
    out = tmp_path / "z.csv"
    result = run(path, "--out", out)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "Dòng 2, cột 'weight_kg': 'nặng' phải là một số, ví dụ 10,5; để trống nếu không đo.",
        "Row 2, column 'weight_kg': 'nặng' must be a number, for example 10.5; "
        "leave it empty if not measured.",
    ]
    assert not out.exists()


def test_english_first_where_asked(tmp_path: Path) -> None:
    result = run(tmp_path / "none.csv", "--language", "en")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[0].startswith("The file ")


@pytest.mark.parametrize("day", ["02/12/2025", "31/02/2025", "2025", "hôm qua", ""])
def test_a_day_of_measuring_that_is_none(survey: Path, day: str) -> None:
    result = run(survey, "--measured-on", day)
    assert result.exit_code == 2
    assert "--measured-on" in result.stderr


def test_a_day_of_measuring_for_all(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "s.csv", ["sex", "dob", "weight"], [["m", "01/06/2024", 9.0]])
    assert run(path, "--measured-on", "01/06/2025").exit_code == 0
    assert run(path).exit_code == 2


def test_the_survey_is_never_written_over(survey: Path) -> None:
    before = survey.read_bytes()
    result = run(survey, "--out", survey)
    assert result.exit_code == 2
    assert "--out" in result.stderr
    assert survey.read_bytes() == before
