"""The report: who is counted where, quality, and the file of z-scores."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from mangnon.growth.survey import Report, SurveyError, read_survey, report_on
from mangnon.growth.survey.files import write_zscores
from mangnon.growth.tests.files import CHILDREN, HEADER, TODAY, write_csv


def report_of(folder: Path, header: list[str], rows: list[list[object]]) -> Report:
    return report_on(read_survey(write_csv(folder / "s.csv", header, rows), today=TODAY))


def counted(report: Report, kind: str, group: str = "all") -> tuple[int, int]:
    """Give n and cases of one line."""
    (line,) = [x for x in report.lines if (x.kind.code, x.group.code) == (kind, group)]
    return line.found.n, line.found.cases


def test_five_children_counted_by_hand(tmp_path: Path) -> None:
    report = report_of(tmp_path, HEADER, CHILDREN)
    # b has waz -2.05, c whz -2.09; e has oedema: below every limit of the indices with weight
    assert counted(report, "underweight") == (5, 2)
    assert counted(report, "underweight_severe") == (5, 1)
    assert counted(report, "stunting") == (5, 0)
    assert counted(report, "wasting") == (5, 2)
    assert counted(report, "overweight") == (5, 0)


def test_groups_by_sex_and_age(tmp_path: Path) -> None:
    report = report_of(tmp_path, HEADER, CHILDREN)
    assert counted(report, "underweight", "boys") == (3, 1)
    assert counted(report, "underweight", "girls") == (2, 1)
    assert counted(report, "underweight", "6-11") == (1, 1)
    assert counted(report, "underweight", "12-23") == (2, 1)
    assert counted(report, "underweight", "0-5") == (0, 0)


def test_children_of_sixty_months_are_left_out_and_told(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", 1826, 18.0], ["m", 1827, 18.0]]
    report = report_of(tmp_path, ["sex", "age_days", "weight"], rows)
    assert (report.counted, report.left_out) == (1, 1)
    assert counted(report, "underweight") == (1, 0)


def test_flagged_children_are_left_out_and_shown_as_quality(tmp_path: Path) -> None:
    rows: list[list[object]] = [["m", 400, 9.8], ["m", 400, 2.0], ["f", 400, 9.0]]
    report = report_of(tmp_path, ["sex", "age_days", "weight"], rows)
    assert counted(report, "underweight") == (2, 0)
    assert (report.quality.spreads[0].n, report.quality.spreads[0].flagged) == (2, 1)
    assert report.quality.without_length == 3
    assert report.quality.boys_to_girls == 2.0


def test_clusters_widen_the_interval_and_are_told(tmp_path: Path) -> None:
    header = ["sex", "age_days", "weight", "cluster"]
    rows: list[list[object]] = [
        ["m", 400, 6.5 if n < 10 else 10.0, f"C{n // 10}"] for n in range(40)
    ]
    report = report_of(tmp_path, header, rows)
    alone = report_of(tmp_path, header[:3], [row[:3] for row in rows])
    with_clusters, without = report.lines[0].found, alone.lines[0].found
    assert with_clusters.clusters == 4
    assert with_clusters.high - with_clusters.low > without.high - without.low
    assert "by cluster" in report.method.en
    assert "by cluster" not in alone.method.en


def test_position_and_ages_are_checked(tmp_path: Path) -> None:
    header = ["sex", "age_days", "height", "measure"]
    rows: list[list[object]] = [["m", 365, 75.0, "H"], ["m", 900, 90.0, "L"], ["f", 900, 90.0, "H"]]
    quality = report_of(tmp_path, header, rows).quality
    assert quality.odd_position == 2
    # 365 is twelve months to the day, 900 none
    assert quality.whole_month_ages == pytest.approx(1 / 3)


def test_the_report_as_json_has_no_nan(tmp_path: Path) -> None:
    written = json.dumps(report_of(tmp_path, HEADER, CHILDREN).as_data(), allow_nan=False)
    data = json.loads(written)
    assert data["lines"][0]["percent"] == 40.0
    assert data["lines"][0]["n"] == 5
    empty = [line for line in data["lines"] if line["n"] == 0]
    assert empty[0]["percent"] is None


def test_the_file_of_z_scores(tmp_path: Path) -> None:
    report = report_of(tmp_path, HEADER, [*CHILDREN, ["=1+1", "m", 400, "", 76.0, "L", "n"]])
    write_zscores(tmp_path / "z.csv", report.survey, report.z)
    with (tmp_path / "z.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["waz"] for row in rows] == ["" if np.isnan(z) else f"{z:g}" for z in report.z.waz]
    assert rows[4]["oedema"] == "1"
    assert rows[5]["id"] == "'=1+1"
    assert {path.name for path in tmp_path.iterdir()} == {"s.csv", "z.csv"}


def test_a_folder_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    report = report_of(tmp_path, HEADER, CHILDREN)
    with pytest.raises(SurveyError, match="cannot be written"):
        write_zscores(tmp_path / "none" / "z.csv", report.survey, report.z)
    assert [path.name for path in tmp_path.iterdir()] == ["s.csv"]
