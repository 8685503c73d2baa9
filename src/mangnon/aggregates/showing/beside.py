"""Reports beside records: both, and by how much they differ, place by place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from mangnon.aggregates.models import Item
from mangnon.aggregates.queries import counted_at, recorded, reported
from mangnon.indicators.declaration import Declaration
from mangnon.indicators.rollup import Rolled, RollKey
from mangnon.places.models import Kind, Place
from mangnon.text.numbers import format_number
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import named, page_language
from mangnon.ui.units import figure_text, sign


@dataclass(frozen=True, slots=True)
class Beside:
    """What the reports and the records say of one indicator at one place."""

    declared: Declaration
    reported: Rolled | None
    recorded: Rolled | None

    @property
    def difference(self) -> float | None:
        """Reported less recorded, in the indicator's unit."""
        pair = (self.reported, self.recorded)
        values = [None if one is None else one.value for one in pair]
        return None if values[0] is None or values[1] is None else values[0] - values[1]

    @property
    def difference_text(self) -> str:
        """The difference with its sign; a dash where one of the two is missing."""
        found = self.difference
        if found is None:
            return "–"
        written = format_number(abs(found), 1, page_language())
        if written.strip("0.,") == "":
            return "0"
        return f"{'+' if found > 0 else '−'}{written}{_points(self.declared)}"

    @property
    def reported_text(self) -> str:
        """What the reports say: 12 / 340 = 3,5%."""
        return _text(self.declared, self.reported)

    @property
    def recorded_text(self) -> str:
        """What the records say."""
        return _text(self.declared, self.recorded)


def beside(counted: dict[RollKey, Rolled], item: Item, place: int, start: date) -> Beside:
    """Return both figures of an item at a place."""
    declared = Declaration.from_dict(item.indicator.declaration)
    return Beside(
        declared,
        reported(counted, item, declared, place, start),
        recorded(counted, item, declared, place, start),
    )


def beside_table(item: Item, places: Sequence[Place], start: date) -> tuple[Table, int]:
    """Return the places with both figures, and at how many communes the two differ."""
    counted = counted_at(places, [item], start)
    found = [(place, beside(counted, item, place.pk, start)) for place in places]
    above = [one for one in found if one[0].kind != Kind.COMMUNE]
    below = [one for one in found if one[0].kind == Kind.COMMUNE]
    below.sort(key=lambda one: -abs(one[1].difference or 0))
    columns = [
        Column(_("Địa bàn")), Column(_("Theo báo cáo đã phê duyệt"), numeric=True),
        Column(_("Theo hồ sơ"), numeric=True), Column(_("Chênh lệch"), numeric=True),
    ]  # fmt: skip
    rows = [
        [
            Cell(named(place)), Cell(one.reported_text), Cell(one.recorded_text),
            Cell(one.difference_text),
        ]
        for place, one in above + below
    ]  # fmt: skip
    differing = sum(one.difference_text not in ("–", "0") for _place, one in below)
    return Table("beside", _("Đối chiếu với hồ sơ"), columns, rows), differing


def _text(declared: Declaration, found: Rolled | None) -> str:
    if found is None or found.value is None:
        return "–"
    language = page_language()
    value = figure_text(found.value, declared.unit, 1, language)
    if found.numerator is None or found.denominator is None:
        return value
    part, whole = (format_number(n, 0, language) for n in (found.numerator, found.denominator))
    return f"{part} / {whole} = {value}"


def _points(declared: Declaration) -> str:
    return _(" điểm %") if declared.unit == "percent" else sign(declared.unit)
