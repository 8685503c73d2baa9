"""The report on a survey as a reader sees it in a terminal, in one language."""

from collections.abc import Callable
from math import isnan

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from mangnon.growth import DigitPreference
from mangnon.growth.survey import Report
from mangnon.growth.survey.quality import Quality
from mangnon.growth.survey.report import Line
from mangnon.text.sentence import Language, Sentence

BY_GROUP = ("underweight", "stunting", "wasting", "overweight")
"""The kinds shown for every group; the severe ones stand in the first table and in the JSON."""

GRADES = {
    "excellent": Sentence("rất tốt", "excellent"),
    "good": Sentence("tốt", "good"),
    "acceptable": Sentence("chấp nhận được", "acceptable"),
    "problematic": Sentence("có vấn đề", "problematic"),
    "too_few": Sentence("quá ít để xét", "too few to judge"),
}


class _Words:
    """Chooses words and writes numbers in the reader's language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, vi: str, en: str) -> str:
        return vi if self.language == "vi" else en

    def of(self, sentence: Sentence) -> str:
        return sentence.in_language(self.language)

    def number(self, value: float, decimals: int = 1) -> str:
        """Write a number with the decimal mark of the language; unknown is a dash."""
        if isnan(value):
            return "–"
        written = f"{value:.{decimals}f}".replace("-", "−")
        return written.replace(".", ",") if self.language == "vi" else written

    def percent(self, share: float) -> str:
        return self.number(100 * share)


def show(report: Report, language: Language) -> None:
    """Print the report on a survey as tables."""
    say, console = _Words(language), Console(highlight=False)
    title = say("Tình trạng dinh dưỡng", "Nutritional status")
    console.print(f"[bold]{title}[/bold] · {escape(report.survey.name)}")
    console.print(_children(report, say))
    console.print(_kinds_table(report, say))
    for code in BY_GROUP:
        console.print(_group_table([line for line in report.lines if line.kind.code == code], say))
    console.print(_quality_table(report.quality, say))
    for note in report.survey.notes:
        console.print(f"· {escape(say.of(note))}")
    console.print(f"[dim]{escape(say.of(report.method))}[/dim]")


def _children(report: Report, say: _Words) -> str:
    n, out = report.counted, report.left_out
    if not out:
        return say(f"Trẻ dưới 5 tuổi: {n}", f"Children under five: {n}")
    return say(
        f"Trẻ dưới 5 tuổi: {n}; từ 60 tháng tuổi trở lên, không tính: {out}",
        f"Children under five: {n}; aged 60 months or more, left out: {out}",
    )


def _kinds_table(report: Report, say: _Words) -> Table:
    table = Table(title=say("Tất cả trẻ", "All children"), title_justify="left")
    table.add_column(say("Thể", "Kind"))
    table.add_column(say("Ngưỡng", "Limit"))
    everyone = [line for line in report.lines if line.group.code == "all"]
    _add_figures(table, everyone, say, lambda line: (say.of(line.kind.name), line.kind.limit))
    return table


def _group_table(lines: list[Line], say: _Words) -> Table:
    kind = lines[0].kind
    table = Table(title=f"{say.of(kind.name)} ({kind.limit})", title_justify="left")
    table.add_column(say("Nhóm", "Group"))
    _add_figures(table, lines, say, lambda line: (say.of(line.group.name),))
    return table


def _add_figures(
    table: Table, lines: list[Line], say: _Words, heads: Callable[[Line], tuple[str, ...]]
) -> None:
    """Add the columns of figures, and one row a line that begins with its heads."""
    clustered = lines[0].found.clusters is not None
    names = ["n", say("Số trẻ", "Cases"), "%", say("KTC 95%", "95% CI")]
    names += [say("TB z", "Mean z"), "SD"] + ([say("HSTK", "Deff")] if clustered else [])
    for name in names:
        table.add_column(name, justify="right", no_wrap=True)
    for line in lines:
        found = line.found
        interval = f"{say.percent(found.low)}–{say.percent(found.high)}"
        cells = [str(found.n), str(found.cases), say.percent(found.share)]
        cells += [interval if not isnan(found.low) else "–"]
        cells += [say.number(found.mean, 2), say.number(found.sd, 2)]
        if found.design_effect is not None:
            cells.append(say.number(found.design_effect, 2))
        table.add_row(*heads(line), *cells)


def _quality_table(quality: Quality, say: _Words) -> Table:
    table = Table(title=say("Chất lượng cân đo", "Quality of measuring"), title_justify="left")
    table.add_column(say("Kiểm tra", "Check"))
    table.add_column(say("Thấy", "Found"), justify="right")
    table.add_column(say("Mong đợi", "Expected"))
    for name, found, expected in [*_digit_rows(quality, say), *_spread_rows(quality, say)]:
        table.add_row(name, found, expected)
    for name, found in _counts(quality, say):
        table.add_row(name, found, "")
    return table


def _digit_rows(quality: Quality, say: _Words) -> list[tuple[str, str, str]]:
    weight, length = quality.weight_digits, quality.length_digits
    return [
        (say("Cân nặng tận cùng .0 hoặc .5", "Weights ending in .0 or .5"),
         f"{say.percent(weight.half)}%", "20%"),
        (say("Chiều cao chẵn cm", "Heights in whole cm"),
         f"{say.percent(length.whole)}%", "10%"),
        (say("Điểm chữ số cuối, cân nặng", "Digit score, weight"), *_score(weight, say)),
        (say("Điểm chữ số cuối, chiều cao", "Digit score, height"), *_score(length, say)),
        (say("Tuổi tròn tháng", "Ages in whole months"),
         f"{say.percent(quality.whole_month_ages)}%", "3%"),
    ]  # fmt: skip


def _score(digits: DigitPreference, say: _Words) -> tuple[str, str]:
    grade = say.of(GRADES[digits.grade])
    return f"{say.number(digits.score)} ({grade})", say("dưới 13 (SMART)", "below 13 (SMART)")


def _spread_rows(quality: Quality, say: _Words) -> list[tuple[str, str, str]]:
    rows = []
    for spread in quality.spreads:
        usual = f"{say.number(spread.expected_low, 2)}–{say.number(spread.expected_high, 2)}"
        index = spread.index.upper()
        rows.append((f"SD {index}", say.number(spread.sd, 2), usual))
        flags = f"{spread.flagged} / {spread.n + spread.flagged}"
        rows.append((say(f"{index} ngoài ngưỡng hợp lý", f"{index} not plausible"), flags, "< 1%"))
    return rows


def _counts(quality: Quality, say: _Words) -> list[tuple[str, str]]:
    return [
        (say("Số bé trai trên một bé gái", "Boys to one girl"),
         say.number(quality.boys_to_girls, 2)),
        (say("Không có cân nặng", "Without a weight"), str(quality.without_weight)),
        (say("Không có chiều cao", "Without a height"), str(quality.without_length)),
        (say("Không rõ tuổi", "Without an age"), str(quality.without_age)),
        (say("Đo đứng dưới 2 tuổi, nằm từ 2 tuổi", "Standing under two, lying from two"),
         str(quality.odd_position)),
        (say("Phù", "Oedema"), str(quality.oedema)),
    ]  # fmt: skip
