"""The card of the library on the first page: what readers say is wrong."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.doors import leave
from mangnon.access.grounds import Ground
from mangnon.access.models import User
from mangnon.access.work import Card, counted
from mangnon.legislation.models import Problem


def cards(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield the card, where a role lets the person edit the library; one query."""
    if leave(user, "legislation.edit", grounds):
        yield Card(
            "due", counted(Problem.objects.filter(closed_on=None)), _("Lời báo sai về văn bản"),
            _("Người đọc báo một chỗ trong văn bản chưa đúng."), reverse("legislation:problems"),
        )  # fmt: skip
