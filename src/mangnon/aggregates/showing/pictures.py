"""The map and the tables of who has reported, and of reports beside records."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.aggregates.showing.coverage import Coverage, Owed
from mangnon.places.naming import own_name
from mangnon.text.dates import format_date
from mangnon.ui.charts.maps import MapPicture, MapShape
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import named, page_language

IN_TIME, LATE, BEGUN, NOTHING = 5, 4, 2, 1


def coverage_map(found: Coverage) -> MapPicture:
    """Return the map: the darkest came in time; late, begun, nothing follow."""
    shapes = tuple(_shape(one) for one in found.owed)
    return MapPicture(_("Báo cáo của từng xã"), shapes, _("chưa lập"), _("nộp đúng hạn"))


def coverage_table(found: Coverage) -> Table:
    """Return every place: where its report stands, how much is filled, when it came.

    A period whose map has no districts has no column of theirs.
    """
    districts = [Column(_("Huyện"))] if any(one.district for one in found.owed) else []
    columns = [
        Column(_("Xã, phường")), *districts, Column(_("Trạng thái")),
        Column(_("Đã điền"), numeric=True), Column(_("Ngày nộp")),
        Column(_("Số ngày chậm"), numeric=True),
    ]  # fmt: skip
    rows = [_row(found, one, bool(districts)) for one in found.owed]
    return Table("places", _("Từng xã"), columns, rows)


def district_table(found: Coverage) -> Table:
    """Return the districts of the period's map: how many owe, came, came in time, are approved."""
    columns = [
        Column(_("Địa bàn")),
        *(Column(label, numeric=True) for label in
          (_("Phải nộp"), _("Đã nộp"), _("Đúng hạn"), _("Đã phê duyệt"), _("Chưa nộp"))),
    ]  # fmt: skip
    groups: dict[str, list[Owed]] = {}
    for one in found.owed:
        groups.setdefault(named(one.district) if one.district else "", []).append(one)
    rows = [_line(name, some) for name, some in groups.items() if name]
    rows.append(_line(_("Cộng"), found.owed))
    return Table("districts", _("Theo địa bàn"), columns, rows)


def state_words(one: Owed) -> str:
    """Say where a place's report stands."""
    return _("Chưa lập") if one.report is None else str(one.report.get_state_display())


def report_address(found: Coverage, one: Owed) -> str:
    """Return where a place's report is."""
    return reverse(
        "aggregates:report", args=[found.form.code, found.period.start.isoformat(), one.unit.key]
    )


def _row(found: Coverage, one: Owed, districts: bool) -> list[Cell]:
    district = [Cell(named(one.district) if one.district else "–")] if districts else []
    first = None if one.report is None else one.report.first_sent_on
    return [
        Cell(named(one.unit), url=report_address(found, one)),
        *district,
        Cell(state_words(one)),
        Cell(f"{one.filled}/{found.items}"),
        Cell(format_date(first, page_language()) if first else "–"),
        Cell(str(one.days_late) if one.days_late else "–"),
    ]


def _line(name: str, some: Sequence[Owed]) -> list[Cell]:
    counts = (
        len(some), sum(one.sent for one in some), sum(one.in_time for one in some),
        sum(one.counted for one in some), sum(not one.sent for one in some),
    )  # fmt: skip
    return [Cell(name), *(Cell(str(count)) for count in counts)]


def _shape(one: Owed) -> MapShape:
    unit = one.unit
    late = _("chậm %(days)s ngày") % {"days": one.days_late} if one.days_late else ""
    return MapShape(
        code=unit.key, name=named(unit), band=_band(one), lon=unit.longitude, lat=unit.latitude,
        value_text=", ".join(filter(None, (state_words(one), late))),
        group=named(one.district) if one.district else "",
        short=own_name(unit.name_vi, unit.style),
    )  # fmt: skip


def _band(one: Owed) -> int:
    if one.sent:
        return IN_TIME if one.in_time else LATE
    return BEGUN if one.report is not None else NOTHING
