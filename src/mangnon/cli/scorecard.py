"""``mangnon scorecard``: live figures of a place, or the figures of a release."""

import json
from datetime import date, timedelta

import click
from rich.table import Table

from mangnon import clock
from mangnon.cli.dates import DAY
from mangnon.cli.progress import console
from mangnon.figures.queries import frozen_scorecard, release_of
from mangnon.indicators.periods import start_of
from mangnon.places.models import Place
from mangnon.places.resolve import resolve
from mangnon.places.tree import Tree
from mangnon.programme.arithmetic.assessment import Assessment
from mangnon.programme.arithmetic.inputs import Point
from mangnon.programme.models import Target
from mangnon.programme.scorecard import Row, scorecard
from mangnon.programme.status import NOT_JUDGED, STATUS_WORDS
from mangnon.text.numbers import format_number
from mangnon.text.sentence import DomainError, Language, Sentence

UNITS = {"percent": "%", "per_mille": "‰", "count": "", "ratio": ""}


class DayOutsideTheData(DomainError):
    """The day asked for lies before the first figures or after today."""

    def __init__(self, on: date) -> None:
        today = clock.today()
        super().__init__(
            Sentence(
                vi=f"Ngày {on:%d/%m/%Y} nằm ngoài số liệu; hãy chọn ngày đến {today:%d/%m/%Y}.",
                en=f"{on} lies outside the data; choose a day up to {today}.",
            )
        )


def last_closed_day() -> date:
    """Return the last day of the last year that is over."""
    return start_of("year", clock.today()) - timedelta(days=1)


def find_place(code: str | None, day: date) -> Place:
    """Return the place named, on the map of ``day``; without a name, the programme area."""
    if code is not None:
        return resolve(code, day)
    return Place.objects.get(pk=Tree.on(day).root)


@click.command("scorecard")
@click.option("--place", "code", help="Mã địa bàn, ví dụ 288 hoặc 10525@2025-07-01.")
@click.option("--on", type=DAY, help="Đến ngày / As of a day; mặc định: hết kỳ đã khép.")
@click.option("--map", "map_day", type=DAY, help="Bản đồ của ngày / The map of a day.")
@click.option("--release", "number", type=int, help="Số của đợt công bố / A release's number.")
@click.option("--json", "as_json", is_flag=True, help="In JSON.")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi")
def scorecard_command(
    code: str | None,
    on: date | None,
    map_day: date | None,
    number: int | None,
    as_json: bool,
    language: Language,
) -> None:
    """Bảng điểm: các lời hứa đang ở đâu / The scorecard: how every promise stands."""
    day = on or last_closed_day()
    if day > clock.today():
        raise DayOutsideTheData(day)
    place = find_place(code, map_day or day)
    rows = scorecard(place, day) if number is None else frozen_scorecard(release_of(number), place)
    if as_json:
        click.echo(json.dumps([plain(row) for row in rows], ensure_ascii=False, indent=1))
    else:
        console.print(table(rows, place, day, language))


def plain(row: Row) -> dict[str, object]:
    """Return a row as JSON: the latest figure of the series that judges, and the status."""
    latest = row.latest
    judged = row.assessment.current
    return {
        "code": row.target.code,
        "place": row.place.key,
        "numerator": latest and latest.numerator,
        "denominator": latest and latest.denominator,
        "value": latest and latest.value,
        "target": judged and f"{judged.step.comparator} {judged.step.value:g}",
        "due": judged and judged.step.due.isoformat(),
        "status": row.assessment.status,
        "now": row.assessment.now and row.assessment.now.status,
        "as_of": latest and latest.as_of.isoformat(),
    }


def table(rows: list[Row], place: Place, day: date, language: Language) -> Table:
    """Lay the scorecard out for the terminal."""
    vi = language == "vi"
    drawn = Table(title=f"{place.name_vi if vi else place.name_en} · {day:%d/%m/%Y}")
    for title in (
        ("", "Lời hứa", "Mức đề ra", "Hiện nay", "Đánh giá", "Đến ngày")
        if vi
        else ("", "Promise", "Promised", "Now", "Status", "As of")
    ):
        drawn.add_column(title)
    for row in rows:
        title = row.target.title_vi if vi else row.target.title_en
        drawn.add_row(
            *(row.target.code, title, promised(row.target, row, language)),
            *(figure(row, row.latest, language), word(row.assessment, language)),
            f"{row.latest.as_of:%d/%m/%Y}" if row.latest else "—",
        )
    return drawn


def promised(target: Target, row: Row, language: Language) -> str:
    """Write the steps of a promise shortly."""
    unit = UNITS[row.declared.unit]
    return "; ".join(
        f"{step.comparator} {format_number(step.value, 1, language)}{unit} {step.due.year}"
        for step in target.steps.all()
    )


def figure(row: Row, latest: Point | None, language: Language) -> str:
    """Write the latest figure with its unit."""
    if latest is None or latest.value is None:
        return "—"
    return format_number(latest.value, 2, language) + UNITS[row.declared.unit]


def word(assessment: Assessment, language: Language) -> str:
    """Write the status, and beside it how the promise stands now."""
    if assessment.status is None:
        return NOT_JUDGED.in_language(language)
    words = STATUS_WORDS[assessment.status].in_language(language)
    if assessment.now is None:
        return words
    now = STATUS_WORDS[assessment.now.status].in_language(language)
    return f"{words} ({'nay' if language == 'vi' else 'now'}: {now})"
