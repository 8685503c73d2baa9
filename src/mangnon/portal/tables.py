"""Tables of figures: one place through the years, many places in one year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mangnon.portal.editions import Edition
from mangnon.portal.figuring import amount, sum_text
from mangnon.portal.seen import Seen
from mangnon.ui.parts import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class Measure:
    """How the figures of an indicator are written."""

    unit: str
    decimals: int


def value_cell(edition: Edition, one: Seen | None, measure: Measure) -> Cell:
    """Write a figure, or a dash with the word why there is none."""
    if one is None:
        return Cell("–")
    if one.withheld:
        return Cell("–", markers=one.markers)
    text = amount(one.value, measure.unit, measure.decimals, edition.language)
    return Cell(text, markers=one.markers)


def series_table(
    edition: Edition, key: str, caption: str, seen: Sequence[Seen], measure: Measure
) -> Table:
    """Show one series through the years, with its sums and intervals."""
    interval = any(one.lower is not None for one in seen)
    sums = any(one.denominator is not None for one in seen) or measure.unit == "count"
    columns = [Column(_("Kỳ")), Column(_("Giá trị"), numeric=True)]
    columns += [Column(_("Khoảng tin cậy 95%"), numeric=True)] if interval else []
    columns += [Column(_("Tử số"), numeric=True), Column(_("Mẫu số"), numeric=True)] if sums else []
    columns.append(Column(_("Tính đến")))
    rows = []
    for one in seen:
        row = [Cell(one.period.name), value_cell(edition, one, measure)]
        row += [Cell(_interval(edition, one, measure))] if interval else []
        row += _sums(edition, one) if sums else []
        rows.append([*row, Cell(edition.written(one.as_of))])
    return Table(key, caption, columns, rows)


def _interval(edition: Edition, one: Seen, measure: Measure) -> str:
    if one.lower is None or one.upper is None:
        return "–"
    low = amount(one.lower, "count", measure.decimals, edition.language)
    return f"{low}–{amount(one.upper, measure.unit, measure.decimals, edition.language)}"


def _sums(edition: Edition, one: Seen) -> list[Cell]:
    return [
        Cell(sum_text(one.numerator, edition.language)),
        Cell(sum_text(one.denominator, edition.language)),
    ]


def years_table(
    edition: Edition,
    caption: str,
    lines: Iterable[tuple[str, str, Measure, Sequence[Seen]]],
    *,
    key: str = "years",
    heading: str = "",
) -> Table:
    """Show several series side by side, a row each: its name, its link, its figures by year."""
    lines = list(lines)
    names = sorted({(one.period, one.period.name) for *_rest, seen in lines for one in seen})
    years = list(dict.fromkeys(name for _period, name in names))
    columns = [Column(heading or _("Lời hứa")), *(Column(year, numeric=True) for year in years)]
    rows = []
    for name, url, measure, seen in lines:
        by_year: Mapping[str, Seen] = {one.period.name: one for one in seen}
        cells = [value_cell(edition, by_year.get(year), measure) for year in years]
        rows.append([Cell(name, url), *cells])
    return Table(key, caption, columns, rows)
