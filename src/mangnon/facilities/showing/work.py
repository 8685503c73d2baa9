"""The card of home: recognitions that end soon or have ended."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.work import Card, counted
from mangnon.facilities.showing.expiring import ending


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the card that these grounds open; one query."""
    writes = leave(user, "facilities.write", grounds)
    if writes:
        yield Card(
            "due", counted(ending(writes.places)), _("Công nhận trường sắp hết hạn"),
            _("Hết hạn trong 180 ngày tới hoặc đã hết hạn mà chưa được công nhận lại."),
            reverse("facilities:expiring"),
        )  # fmt: skip
