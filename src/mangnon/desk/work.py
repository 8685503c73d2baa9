"""The desk's own cards: roles to confirm, and figures that are being recounted."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access import unconfirmed
from mangnon.access.doors import leave
from mangnon.access.grounds import Ground, held_on
from mangnon.access.models import User
from mangnon.access.work import MOST, Card, counted
from mangnon.indicators.models import DirtyMark


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the cards that these grounds open; one query each."""
    managed = leave(user, "people.manage", grounds)
    if managed:
        carried = held_on(clock.today()).filter(
            place__in=managed.places, carried_from__isnull=False
        )
        yield Card(
            "due",
            counted(carried),
            _("Vai trò cần xác nhận sau sáp nhập"),
            _("Vai trò được chuyển sang địa bàn mới, chờ người quản trị xác nhận."),
            reverse("people"),
        )
        yield Card(
            "due",
            counted(unconfirmed.to_answer(managed)),
            _("Vai trò chờ bạn xác nhận"),
            _("Một người quản trị khác đã giao; chưa mở được gì cho đến khi bạn xem."),
            reverse("unconfirmed"),
        )
    figures = leave(user, "figures.live", grounds)
    if figures:
        marks = DirtyMark.objects.filter(place__in=figures.places).order_by()
        yield Card(
            "stale",
            len(marks.values_list("place").distinct()[: MOST + 1]),
            _("Địa bàn có số liệu đang tính lại"),
            _("Con số dưới đây đúng với lần tính gần nhất."),
        )
