"""The cascade as tables: who owes it at each level, how it stands below each place."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from mangnon.duties.showing.cascade import Cascade, Standing
from mangnon.places.models import Kind, Place
from mangnon.text.numbers import format_number
from mangnon.ui.charts.bars import Bar, BarChart
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import named, page_language

MOST_BARS = 15
LEVELS = {
    Kind.PROGRAMME_AREA: _lazy("Toàn địa bàn"),
    Kind.PROVINCE: _lazy("Cấp tỉnh"),
    Kind.DISTRICT: _lazy("Cấp huyện"),
    Kind.COMMUNE: _lazy("Cấp xã"),
}


def levels(counted: Cascade) -> Table:
    """Return a row a level."""
    rows = [(str(LEVELS[Kind(kind)]), one) for kind, one in counted.levels.items()]
    return _table("levels", _("Tình hình thực hiện theo cấp"), _("Cấp"), rows)


def by_place(counted: Cascade, names: Mapping[int, Place]) -> Table:
    """Return a row a place below the root, the most overdue first."""
    found = [(named(names[place]), one) for place, one in counted.places.items()]
    found.sort(key=lambda row: (-row[1].overdue, row[1].share))
    return _table("places", _("Theo địa bàn"), _("Địa bàn"), found)


def _table(key: str, caption: str, first: str, rows: list[tuple[str, Standing]]) -> Table:
    heads = (
        first, _("Đã giao"), _("Đã hoàn thành"), _("Chờ công nhận"), _("Đang thực hiện"),
        _("Chưa tiếp nhận"), _("Hỏi lại, trả lại"), _("Quá hạn"), _("Tỷ lệ hoàn thành"),
    )  # fmt: skip
    columns = [Column(str(label), numeric=n > 0) for n, label in enumerate(heads)]
    body = [[Cell(name), *map(Cell, _figures(one))] for name, one in rows]
    return Table(key=key, caption=caption, columns=columns, rows=body)


def bars(counted: Cascade, names: Mapping[int, Place]) -> BarChart:
    """Return the share that is done below each place, the least first; the table has them all."""
    language = page_language()
    found = sorted(counted.places.items(), key=lambda one: (one[1].share, -one[1].overdue))
    title = _("Tỷ lệ hoàn thành theo địa bàn")
    if len(found) > MOST_BARS:
        title = _("%(number)s địa bàn có tỷ lệ hoàn thành thấp nhất") % {"number": MOST_BARS}
    return BarChart(
        title=title,
        bars=[
            Bar(named(names[place]), one.share, f"{format_number(one.share, 0, language)}%")
            for place, one in found[:MOST_BARS]
        ],
    )


def _figures(one: Standing) -> list[str]:
    counts = (
        one.total, one.done, one.reported, one.at_work, one.untaken, one.asking, one.overdue
    )  # fmt: skip
    language = page_language()
    return [*(format_number(n, 0, language) for n in counts),
            f"{format_number(one.share, 0, language)}%"]  # fmt: skip
