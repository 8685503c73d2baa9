"""The map, the trend and the tables of a duty's coverage."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from mangnon.meetings.coverage import Coverage, Reached
from mangnon.meetings.showing.coverage import share_text
from mangnon.places.naming import own_name
from mangnon.places.tree import Tree
from mangnon.places.world import Unit
from mangnon.text.dates import format_date
from mangnon.text.numbers import format_number
from mangnon.ui.charts.maps import MapPicture, MapShape
from mangnon.ui.charts.trend import Due, Point, Trend
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import named, page_language

IN_TIME, LATE, REPRESENTED, NOT_YET = 5, 4, 2, 1


def reach_map(found: Coverage) -> MapPicture:
    """Return the map: the darkest was reached in time; late, represented above, not yet follow."""
    tree = Tree.on(found.day)
    shapes = tuple(_shape(tree, one) for one in found.communes)
    return MapPicture(_("Xã đã được quán triệt"), shapes, _("chưa"), _("đúng hạn"))


def reach_trend(found: Coverage) -> Trend | None:
    """Return how many communes had been reached by each day, against the path to the deadline."""
    days = found.by_day()
    if not days:
        return None
    points = [Point(day, count) for day, count in days]
    if days[0][0] > found.day:
        points.insert(0, Point(found.day, 0))
    path = (Due(found.day, 0), Due(found.due, len(found.communes), _("hạn")))
    late = len(found.reached) < len(found.communes)
    return Trend(
        _("Số xã đã được quán triệt, cộng dồn theo ngày"), (tuple(points),), path, label=_("xã"),
        unit="count", decimals=0, tone="late" if late else "good",
    )  # fmt: skip


def district_table(found: Coverage) -> Table:
    """Return the districts with their communes, days and people; the whole stands last."""
    columns = [
        Column(_("Địa bàn")), *_numeric(_("Số xã"), _("Đã quán triệt"), _("Tỷ lệ")),
        *_numeric(_("Đúng hạn")), Column(_("Xã đầu tiên")), Column(_("Xã gần nhất")),
        *_numeric(_("Lượt người dự"), _("Tổ chức cơ sở")),
    ]  # fmt: skip
    parts = found.by_district()
    rows = [_district_row(unit, below, found) for unit, below in parts if unit is not None]
    if len(rows) != 1:
        whole = _line(_("Cộng"), found.communes, sum(found.people.values()),
                      sum(found.bases.values()))  # fmt: skip
        rows.append(whole)
    note = _(
        "Tính theo lượt người: người dự hai hội nghị được tính hai lần; gồm cả hội nghị của "
        "cấp huyện, cấp tỉnh. Tổ chức cơ sở của mỗi nơi chỉ tính một lần."
    )
    return Table("districts", _("Theo địa bàn"), columns, rows, note)


def commune_table(found: Coverage) -> Table:
    """Return every commune: whether it was reached, when, by how many people."""
    columns = [
        Column(_("Xã, phường")), Column(_("Huyện")), Column(_("Kết quả")), Column(_("Ngày")),
        Column(_("Hạn")), *_numeric(_("Lượt người dự"), _("Tổ chức cơ sở")),
    ]  # fmt: skip
    rows = [
        [
            Cell(named(one.unit)), Cell("" if unit is None else named(unit)), Cell(_result(one)),
            Cell(_day(one.on or one.represented)), Cell(_day(one.due)), Cell(_number(one.people)),
            Cell(_number(one.bases)),
        ]
        for unit, below in found.by_district()
        for one in below
    ]  # fmt: skip
    return Table("communes", _("Từng xã"), columns, rows)


def _shape(tree: Tree, one: Reached) -> MapShape:
    unit = one.unit
    above = [tree.place(place) for place in tree.ancestors(unit.id)]
    day = _day(one.on or one.represented)
    return MapShape(
        code=unit.key, name=named(unit), band=_band(one), lon=unit.longitude, lat=unit.latitude,
        value_text=", ".join(filter(None, (_result(one), day if day != "–" else ""))),
        group=named(above[0]) if above else "", short=own_name(unit.name_vi, unit.style),
    )  # fmt: skip


def _band(one: Reached) -> int:
    if one.on is not None:
        return IN_TIME if one.in_time else LATE
    return REPRESENTED if one.represented is not None else NOT_YET


def _result(one: Reached) -> str:
    if one.on is not None:
        return _("đúng hạn") if one.in_time else _("hoàn thành sau hạn")
    return _("mới dự hội nghị cấp trên") if one.represented is not None else _("chưa")


def _district_row(unit: Unit, below: Sequence[Reached], found: Coverage) -> list[Cell]:
    places = [unit.id, *(one.unit.id for one in below)]
    people = sum(found.people.get(place, 0) for place in places)
    return _line(named(unit), below, people, sum(found.bases.get(one, 0) for one in places))


def _line(name: str, below: Sequence[Reached], people: int, bases: int) -> list[Cell]:
    days = [one.on for one in below if one.on is not None]
    in_time = sum(one.in_time for one in below)
    return [
        Cell(name), Cell(_number(len(below))), Cell(_number(len(days))),
        Cell(share_text(len(days), len(below))), Cell(_number(in_time)),
        Cell(_day(min(days, default=None))), Cell(_day(max(days, default=None))),
        Cell(_number(people)), Cell(_number(bases)),
    ]  # fmt: skip


def _numeric(*labels: str) -> list[Column]:
    return [Column(label, numeric=True) for label in labels]


def _number(value: int | None) -> str:
    return "–" if value is None else format_number(value, 0, page_language())


def _day(day: date | None) -> str:
    return "–" if day is None else format_date(day, page_language())
