"""What the acts on meetings share: the lock on the row, its new version, the entry."""

from collections.abc import Mapping
from typing import Any

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.meetings import errors
from mangnon.meetings.models import Meeting

HOLD = "meetings.hold"


def subject_of(meeting: Meeting) -> str:
    """Return how entries name a meeting."""
    return f"meetings.meeting:{meeting.uuid}"


def locked(meeting: Meeting, warrant: Warrant) -> Meeting:
    """Return a meeting as it stands now, locked; demand the leave to write it. Not called off."""
    rows = Meeting.objects.select_related("place", "office")
    held = rows.select_for_update(of=("self",)).get(pk=meeting.pk)
    warrant.demand(HOLD, [held.place_id])
    if held.cancelled_on is not None:
        raise errors.called_off(held.cancelled_on)
    return held


def changed(meeting: Meeting) -> None:
    """Save a meeting as a new version of itself."""
    meeting.version += 1
    meeting.changed_at = clock.now()
    meeting.save()


def note(
    act: str, meeting: Meeting, warrant: Warrant, data: Mapping[str, Any] | None = None
) -> None:
    """Add the entry of an act on a meeting."""
    record(
        warrant, act, subject=subject_of(meeting), place_code=meeting.place.key, data=data
    )  # fmt: skip
