"""The cards of home: meetings that took place and have no conclusion yet, those of a fortnight."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.work import Card, counted
from mangnon.meetings.models import Meeting

SOON = timedelta(days=14)


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the cards that these grounds open; one query each."""
    holds = leave(user, "meetings.hold", grounds)
    if not holds:
        return
    today, address = clock.today(), reverse("meetings:list")
    mine = Meeting.objects.filter(
        place__in=holds.places, concluded_on__isnull=True, cancelled_on__isnull=True
    )
    yield Card(
        "due", counted(mine.filter(last_day__lt=today)), _("Hội nghị chưa ghi kết luận"),
        _("Đã qua ngày họp. Ghi số người dự và kết luận thì kết quả mới được tính."),
        f"{address}#chua-ket-luan",
    )  # fmt: skip
    yield Card(
        "due", counted(mine.filter(day__range=(today, today + SOON))), _("Hội nghị sắp tới"),
        _("Trong 14 ngày tới, ở địa bàn của bạn."), f"{address}#sap-toi",
    )  # fmt: skip
