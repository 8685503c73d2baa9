"""The tables of a child's file."""

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.register.access import token_of
from mangnon.register.models import Child, Reintegration
from mangnon.register.showing.records import Records
from mangnon.register.showing.words import named
from mangnon.text.dates import format_date
from mangnon.ui.parts import Cell, Column, Table
from mangnon.ui.templatetags.mangnon_ui import page_language


def residences(records: Records) -> Table:
    """Return where the child lived, the newest first."""
    kinds = {"permanent": _("Thường trú"), "temporary": _("Tạm trú"), "absent": _("Vắng mặt")}
    rows = [
        [
            Cell(named(one.place) + (f", {named(one.village)}" if one.village else "")),
            Cell(kinds[one.kind]),
            Cell(_day(one.valid_from)),
            Cell(_day(one.valid_to) if one.valid_to else _("nay")),
        ]
        for one in reversed(records.homes)
    ]
    columns = [Column(_("Nơi ở")), Column(_("Loại")), Column(_("Từ")), Column(_("Đến"))]
    return Table("homes", _("Nơi ở theo thời gian"), columns, rows)


def assistance(records: Records) -> Table:
    """Return what the child received, the newest first."""
    rows = [
        [Cell(named(one.kind)), Cell(_day(one.delivered_on))]
        for one in reversed(records.assistance)
    ]
    columns = [Column(_("Trợ giúp")), Column(_("Ngày nhận"))]
    return Table("assistance", _("Trợ giúp đã nhận"), columns, rows)


def outcomes(child: Child, records: Records, *, supports: bool) -> Table:
    """Return how the child stood against the four conditions; who may is led to the follow-up."""
    columns = [
        Column(_("Ngày")), Column(_("Ở gia đình")), Column(_("Đi học, được chăm sóc")),
        Column(_("Không bị xâm hại lại")), Column(_("Đạt mục tiêu")), Column(_("Còn giữ được")),
        Column(_("Theo dõi lại")),
    ]  # fmt: skip
    rows = [
        [
            Cell(_day(one.reached_on)), _yes(one.in_family), _yes(one.in_school_or_care),
            _yes(one.no_new_harm), _yes(one.goals_met), _yes(one.still_holds),
            _follow_up(child, one, supports),
        ]
        for one in reversed(records.outcomes)
    ]  # fmt: skip
    return Table("outcomes", _("Kết quả hòa nhập"), columns, rows)


def _follow_up(child: Child, one: Reintegration, supports: bool) -> Cell:
    """Return the day of the follow-up; it waits only where all four conditions were met."""
    met = all(getattr(one, condition) for condition in Reintegration.CONDITIONS)
    if not supports or not (met or one.followed_up_on):
        return Cell(_day(one.followed_up_on) if one.followed_up_on else "–")
    page = reverse("register:follow_up", args=[child.uuid, token_of(one, child)])
    words = _day(one.followed_up_on) if one.followed_up_on else _("Ghi theo dõi lại")
    return Cell(words, url=page)


def _yes(value: bool | None) -> Cell:
    return Cell("–" if value is None else _("Có") if value else _("Không"))


def _day(day: object) -> str:
    return format_date(day, page_language())  # type: ignore[arg-type]
