"""The card of reminders on the first page: what is unread and still owed."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.work import Card, counted
from mangnon.notices.queries import unread


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the card, where a role lets the person see duties; one query."""
    see = leave(user, "duties.see", grounds)
    if see:
        yield Card(
            "due", counted(unread(see)), _("Lời nhắc chưa đọc"),
            _("Nhiệm vụ sắp đến hạn, quá hạn, hoặc nơi nhận nhiệm vụ của bạn chậm hạn."),
            reverse("notices:list"),
        )  # fmt: skip
