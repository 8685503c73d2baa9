"""`mangnon growth FILE`: judges a nutrition survey by WHO's standards and prints the report."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from mangnon.cli.growth_report import show
from mangnon.clock import today
from mangnon.growth import GrowthError
from mangnon.growth.survey import Report, SurveyError, read_survey, report_on
from mangnon.growth.survey.cells import UnreadableError, day
from mangnon.growth.survey.errors import refused
from mangnon.growth.survey.files import write_zscores
from mangnon.text.sentence import Language, Sentence

BAD_INPUT = 2


@click.command("growth")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--language", type=click.Choice(["vi", "en"]), default="vi", help="Ngôn ngữ / language."
)
@click.option("--json", "as_json", is_flag=True, help="In JSON / print JSON.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Ghi z-score từng trẻ / z-scores as CSV."
)
@click.option("--measured-on", help="Ngày cân đo chung / the day all were measured (25/12/2024).")
def growth_command(
    file: Path, language: Language, as_json: bool, out: Path | None, measured_on: str | None
) -> None:
    """Đánh giá dinh dưỡng một cuộc điều tra / judge a nutrition survey (CSV, XLSX)."""
    try:
        report = _report(file, out, _day(measured_on))
    except GrowthError as problem:
        _tell(problem, language)
        sys.exit(BAD_INPUT)
    if as_json:
        click.echo(json.dumps(report.as_data(), ensure_ascii=False, indent=2))
    else:
        show(report, language)
        if out is not None:
            click.echo(_written(out).in_language(language))


def _written(out: Path) -> Sentence:
    return Sentence(vi=f"Đã ghi z-score của từng trẻ vào {out}.", en=f"Z-scores written to {out}.")


def _report(file: Path, out: Path | None, measured_on: date | None) -> Report:
    if out is not None and out.resolve() == file.resolve():
        raise refused(
            vi=f"--out '{out}' chính là tệp đầu vào. Hãy chọn tên khác.",
            en=f"--out '{out}' is the survey itself. Choose another name.",
        )
    report = report_on(read_survey(file, today=today(), measured_on=measured_on))
    if out is not None:
        write_zscores(out, report.survey, report.z)
    return report


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    try:
        found = day(written).date
    except UnreadableError:
        found = None
    if found is None or found > today():
        raise refused(
            vi=f"--measured-on '{written}' phải là một ngày không sau hôm nay, ví dụ 25/12/2024.",
            en=f"--measured-on '{written}' must be a date not after today, such as 25/12/2024.",
        )
    return found


def _tell(problem: GrowthError, language: Language) -> None:
    """Say every mistake in both languages, the reader's first."""
    sentences = problem.sentences if isinstance(problem, SurveyError) else (problem.sentence,)
    other: Language = "en" if language == "vi" else "vi"
    for spoken in (language, other):
        for sentence in sentences:
            click.echo(sentence.in_language(spoken), err=True)
