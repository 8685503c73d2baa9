"""The cards of home: reports that a commune owes or got back, those that wait for approval."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.work import Card, counted
from mangnon.aggregates.models import Report, ReportForm
from mangnon.aggregates.periods import owed_periods
from mangnon.aggregates.showing.coverage import standing
from mangnon.aggregates.states import State


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the cards that these grounds open."""
    fills = leave(user, "aggregates.fill", grounds)
    approves = leave(user, "aggregates.approve", grounds)
    address = reverse("aggregates:all")
    if fills:
        back = Report.objects.filter(place__in=fills.places, state=State.RETURNED)
        yield Card(
            "returned", counted(back), _("Báo cáo số liệu bị trả lại"),
            _("Xem lý do, sửa số rồi nộp lại."), address,
        )  # fmt: skip
        yield Card(
            "due", _owed(fills.places), _("Báo cáo số liệu chưa nộp"),
            _("Kỳ đã kết thúc. Nhập số rồi nộp."), address,
        )  # fmt: skip
    if approves:
        waiting = Report.objects.filter(place__in=approves.places, state=State.SUBMITTED)
        yield Card(
            "returned", counted(waiting), _("Báo cáo số liệu chờ phê duyệt"),
            _("Phê duyệt, hoặc trả lại kèm lý do."), address,
        )  # fmt: skip


def _owed(places: frozenset[int]) -> int:
    """Count what has not come of the newest period of every form."""
    forms = list(ReportForm.objects.all())
    newest = [(form, list(owed_periods(form))[-1:]) for form in forms]
    return sum(one.owed - one.sent for form, last in newest for one in standing(form, last, places))
