"""The page of an act on one meeting, which leads back to it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from mangnon.access.sending import ActPage
from mangnon.audit.warrants import Warrant
from mangnon.meetings.feed import title_of
from mangnon.meetings.models import Meeting
from mangnon.meetings.queries import own_within
from mangnon.ui.forms import Form


class NothingForm(Form):
    """A form that asks nothing: its button is the answer."""


class MeetingPage(ActPage):
    """An act on the meeting of the address, at a place that the leave covers."""

    template = "meetings/act.html"
    meeting: Meeting

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.meeting = own_within(self.request.leave, kwargs["uuid"])

    def back(self) -> str:
        """Return the meeting's own address."""
        return address_of(self.meeting)

    def warrant(self) -> Warrant:
        """Return the leave to write the meeting."""
        return self.request.leave.warrant()

    def context(self) -> dict[str, Any]:
        crumbs = [
            (_("Hội nghị, tập huấn"), reverse("meetings:list")),
            (title_of(self.meeting), self.back()),
        ]
        return {
            **super().context(), "meeting": self.meeting, "back": self.back(),
            "crumbs": [*crumbs, (str(self.title), None)],
        }  # fmt: skip


def address_of(meeting: Meeting) -> str:
    """Return the address of a meeting's page."""
    return reverse("meetings:meeting", args=[meeting.uuid])
