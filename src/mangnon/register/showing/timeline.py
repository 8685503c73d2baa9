"""What happened in a child's life, as the register knows it, the newest first."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext as _

from mangnon.register.models import Child
from mangnon.register.showing.records import Records
from mangnon.register.showing.words import named
from mangnon.text.numbers import format_number
from mangnon.ui.templatetags.mangnon_ui import page_language


class Event(NamedTuple):
    """A day and what happened."""

    day: date
    words: str


def timeline(child: Child, records: Records) -> list[Event]:
    """Return every dated event of the records; the birth only where its day is known."""
    found = [
        *_life(child, records), *_homes(records), *_circumstances(records), *_support(records),
        *_weighings(records),
    ]  # fmt: skip
    return sorted(found, key=lambda event: event.day, reverse=True)


def _life(child: Child, records: Records) -> Iterator[Event]:
    if child.birth_precision == Child.Precision.DAY:
        yield Event(child.birth_date, _("Sinh"))
    if records.birth and records.birth.registered_on:
        yield Event(records.birth.registered_on, _("Đăng ký khai sinh"))
    if records.death:
        yield Event(records.death.died_on, _("Tử vong"))


def _homes(records: Records) -> Iterator[Event]:
    for number, spell in enumerate(records.homes):
        place = named(spell.place)
        words = _("Chuyển đến %(place)s") if number else _("Ở %(place)s")
        yield Event(spell.valid_from, words % {"place": place})
    if records.homes and records.homes[-1].valid_to and not records.death:
        last = records.homes[-1]
        if last.valid_to:
            words = _("Rời %(place)s") % {"place": named(last.place)}
            yield Event(last.valid_to, words)


def _circumstances(records: Records) -> Iterator[Event]:
    for spell in records.circumstances:
        group = named(spell.group)
        yield Event(spell.valid_from, _("Bắt đầu: %(group)s") % {"group": group})
        if spell.valid_to:
            yield Event(spell.valid_to, _("Kết thúc: %(group)s") % {"group": group})


def _support(records: Records) -> Iterator[Event]:
    for given in records.assistance:
        yield Event(given.delivered_on, _("Trợ giúp: %(kind)s") % {"kind": named(given.kind)})
    for plan in records.plans:
        yield Event(plan.approved_on, _("Duyệt kế hoạch hỗ trợ, can thiệp"))
        if plan.closed_on:
            yield Event(plan.closed_on, _("Đóng kế hoạch hỗ trợ, can thiệp"))
    for outcome in records.outcomes:
        yield Event(outcome.reached_on, _("Ghi kết quả hòa nhập"))
        if outcome.followed_up_on:
            yield Event(outcome.followed_up_on, _("Theo dõi lại kết quả hòa nhập"))


def _weighings(records: Records) -> Iterator[Event]:
    language = page_language()
    for one in records.weighings:
        parts = [
            f"{format_number(value, 1, language)} {unit}"
            for value, unit in ((one.weight_kg, "kg"), (one.length_cm, "cm"))
            if value is not None
        ]
        yield Event(one.measured_on, _("Cân đo: %(found)s") % {"found": ", ".join(parts)})
