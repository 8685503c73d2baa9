"""The province around its children: context figures with their sources, drawn and listed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from mangnon.pages.models import ContextSeries
from mangnon.portal.voices import Voice
from mangnon.text.numbers import format_number
from mangnon.ui.charts.bars import Bar, BarChart
from mangnon.ui.parts import Cell, Column, Table


@dataclass(frozen=True, slots=True)
class Around:
    """One figure through the years; a single value is not drawn."""

    name: str
    chart: BarChart | None
    table: Table
    source: str
    note: str


def around(voice: Voice) -> list[Around]:
    """Return the published figures of the context; two queries."""
    found = ContextSeries.objects.filter(live=True).prefetch_related("values").order_by("pk")
    return [_around(voice, one) for one in found]


def _around(voice: Voice, one: ContextSeries) -> Around:
    values = sorted(one.values.all(), key=lambda value: value.on)
    said = [
        (
            voice.written(value.on),
            value.value,
            format_number(value.value, one.decimals, voice.language),
        )
        for value in values
    ]
    unit, name = voice.of(one, "unit"), voice.name(one)
    title = _("%(name)s, %(unit)s") % {"name": name, "unit": unit}
    bars = [Bar(day, value, text) for day, value, text in said]
    columns = [Column(_("Ngày")), Column(unit, numeric=True)]
    rows = [[Cell(day), Cell(text)] for day, _value, text in said]
    return Around(
        title,
        BarChart(title, bars) if len(bars) > 1 else None,
        Table(f"around-{one.code}", title, columns, rows),
        voice.of(one, "source"),
        voice.of(one, "note"),
    )
