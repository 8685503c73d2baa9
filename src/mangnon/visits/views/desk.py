"""The desk's page: which sections are read."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.rights import OWN
from mangnon.access.routes import DeskRequest, private
from mangnon.text.numbers import format_number
from mangnon.ui.charts.bars import Bar, BarChart
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import page_language
from mangnon.visits.queries import SectionViews, by_section, first_day, total
from mangnon.visits.sections import title_of
from mangnon.visits.starting import visits_before


@private(OWN)
def page(request: DeskRequest) -> HttpResponse:
    """Show the views of every section, as bars and as a table."""
    found = by_section(clock.today())
    context = {
        "total": total(),
        "before": visits_before(),
        "since": first_day(),
        "chart": _chart(found),
        "table": _table(found),
    }
    return render(request, "visits/desk.html", context)


def _written(number: int) -> str:
    return format_number(number, 0, page_language())


def _chart(found: list[SectionViews]) -> BarChart:
    bars = [Bar(title_of(one.section), one.month, _written(one.month)) for one in found]
    return BarChart(_("Lượt xem 30 ngày qua, theo mục"), bars)


def _table(found: list[SectionViews]) -> Table:
    labels = (_("7 ngày"), _("30 ngày"), _("365 ngày"), _("Từ khi đếm"))
    columns = [Column(_("Mục")), *(Column(label, numeric=True) for label in labels)]
    rows = [
        [Cell(title_of(section)), *(Cell(_written(number)) for number in numbers)]
        for section, *numbers in found
    ]
    return Table("visits", _("Lượt xem theo mục"), columns, rows)
