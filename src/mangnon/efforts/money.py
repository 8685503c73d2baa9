"""Money in words, and a budget added up for a chart and a table."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from mangnon.efforts.models import BudgetLine
from mangnon.text.numbers import format_number
from mangnon.ui.charts.bars import Bar, BarChart
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import page_language

_MILLION = 1_000_000


def dong(amount: int) -> str:
    """Write an amount in the page's language."""
    return format_number(amount, 0, page_language())


def budget_chart(lines: Iterable[BudgetLine]) -> BarChart | None:
    """Draw planned, given and spent of every year, in millions; None without money."""
    years: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in lines:
        for at, amount in enumerate((one.planned, one.given, one.spent)):
            years[one.year][at] += amount
    kinds = (_("dự toán"), _("đã cấp"), _("đã chi"))
    bars = [
        Bar(
            f"{year}, {kind}",
            amount / _MILLION,
            _("%(millions)s triệu") % {"millions": _millions(amount)},
            chosen=kind == kinds[2],
        )
        for year, amounts in sorted(years.items())
        for kind, amount in zip(kinds, amounts, strict=True)
    ]
    return BarChart(_("Kinh phí theo năm, triệu đồng"), bars) if bars else None


def budget_table(lines: Iterable[BudgetLine], note: str = "") -> Table | None:
    """List planned, given and spent by year and source; None without money."""
    sums: dict[tuple[int, Any], list[int]] = defaultdict(lambda: [0, 0, 0])
    notes: dict[tuple[int, Any], list[str]] = defaultdict(list)
    for one in lines:
        key = (one.year, one.get_source_display())
        for at, amount in enumerate((one.planned, one.given, one.spent)):
            sums[key][at] += amount
        notes[key] += [one.note] if one.note else []
    if not sums:
        return None
    rows = [
        [
            Cell(str(year)),
            Cell(str(source)),
            *(Cell(dong(one)) for one in sums[year, source]),
            Cell(" ".join(notes[year, source])),
        ]
        for year, source in sorted(sums, key=lambda key: (key[0], str(key[1])))
    ]
    money = [Column(label, numeric=True) for label in (_("Dự toán"), _("Đã cấp"), _("Đã chi"))]
    columns = [Column(_("Năm")), Column(_("Nguồn")), *money, Column(_("Ghi chú"))]
    return Table("budget", _("Kinh phí theo năm và nguồn, đồng"), columns, rows, note)


def _millions(amount: int) -> str:
    decimals = 0 if amount % _MILLION == 0 or amount >= 100 * _MILLION else 1
    return format_number(amount / _MILLION, decimals, page_language())
