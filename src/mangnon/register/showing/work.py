"""The register's cards on the first page: who is due, what is promised, what came back."""

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import Leave, leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.work import Card, counted
from mangnon.indicators.periods import months_later
from mangnon.register.models import Circumstance, PlannedService, Reintegration, Transfer
from mangnon.register.queries import unassigned
from mangnon.register.roster import Filters, roster
from mangnon.register.showing import dues

SOON = timedelta(days=14)
HELD_FOR = 6  # months after which a reintegration is followed up (T2c)


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the cards that these grounds open; one query each."""
    for act, make in (
        ("register.measure", _weighings),
        ("register.support", _services),
        ("register.support", _unfounded),
        ("register.support", _follow_ups),
        ("register.write", _heirs),
        ("register.release", _requests),
    ):
        found = leave(user, act, grounds)
        if found:
            yield make(found)


def _weighings(reached: Leave) -> Card:
    since = dues.since()
    asked = Filters(age_to=dues.WEIGHED_UNTIL - 1, unmeasured_since=since)
    count = roster().page(reached.places, asked, size=1).count
    words = {"tuoi_den": dues.WEIGHED_UNTIL - 1, "chua_can": f"{since:%d/%m/%Y}"}
    return Card(
        "due",
        count.value + count.more,
        _("Trẻ dưới 5 tuổi chưa cân trong nửa năm"),
        _("Cân hai lần một năm để thấy sớm trẻ chậm lớn."),
        f"{reverse('register:list')}?{urlencode(words)}",
    )


def promised(reached: Leave) -> QuerySet[PlannedService]:
    """Return the services of open plans that are late or due within a fortnight."""
    waiting = PlannedService.objects.filter(
        delivered_on__isnull=True,
        due_on__lte=clock.today() + SOON,
        plan__closed_on__isnull=True,
        plan__child__home__in=reached.places,
    )
    return waiting.order_by("due_on", "pk")


def _services(reached: Leave) -> Card:
    return Card(
        "due",
        counted(promised(reached)),
        _("Dịch vụ đến hạn trong kế hoạch hỗ trợ"),
        _("Đã quá hạn, hoặc đến hạn trong 14 ngày."),
        reverse("register:due_services"),
    )


def without_evidence(reached: Leave) -> QuerySet[Circumstance]:
    """Return the open spells that rest on no paper yet, the longest open first."""
    waiting = Circumstance.objects.filter(
        evidence__isnull=True, valid_to__isnull=True, child__home__in=reached.places
    )
    return waiting.order_by("valid_from", "pk")


def _unfounded(reached: Leave) -> Card:
    return Card(
        "due",
        counted(without_evidence(reached)),
        _("Hoàn cảnh đặc biệt chưa có giấy tờ làm căn cứ"),
        _("Giấy tờ thường có sau; khi có, hãy ghi vào hồ sơ."),
        reverse("register:without_evidence"),
    )


def to_follow_up(reached: Leave) -> QuerySet[Reintegration]:
    """Return the reintegrations of six months ago and more that nobody followed up."""
    waiting = Reintegration.objects.filter(
        followed_up_on__isnull=True,
        reached_on__lte=months_later(clock.today(), -HELD_FOR),
        child__home__in=reached.places,
        **dict.fromkeys(Reintegration.CONDITIONS, True),
    )
    return waiting.order_by("reached_on", "pk")


def _follow_ups(reached: Leave) -> Card:
    return Card(
        "due",
        counted(to_follow_up(reached)),
        _("Trẻ đã hòa nhập đến lúc theo dõi lại"),
        _("Sau 6 tháng, xem bốn điều kiện còn giữ được không."),
        reverse("register:follow_ups"),
    )


def _heirs(reached: Leave) -> Card:
    here = unassigned().filter(place__in=reached.places)
    return Card(
        "due",
        counted(here),
        _("Trẻ ở xã đã chia, chưa rõ thuộc xã mới nào"),
        _("Cho đến khi xếp xong, các em được tính theo tỷ lệ."),
        reverse("register:heirs"),
    )


def _requests(reached: Leave) -> Card:
    asked = Transfer.objects.filter(state=Transfer.State.ASKED, child__home__in=reached.places)
    return Card(
        "returned",
        counted(asked),
        _("Yêu cầu chuyển hồ sơ đang chờ bạn trả lời"),
        _("Xã khác đề nghị nhận hồ sơ của trẻ đã chuyển đến."),
        reverse("register:transfers"),
    )
