"""What a meeting ends with: its conclusion, or that it was called off."""

from django.db import transaction

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.meetings import errors
from mangnon.meetings.actions.notes import changed, locked, note
from mangnon.meetings.models import Meeting


def conclude(meeting: Meeting, words_vi: str, *, words_en: str = "", warrant: Warrant) -> Meeting:
    """Write what a meeting concluded: it took place, and its figures count from now on.

    A second time corrects the words. Raises WrongState.
    """
    if not words_vi.strip():
        raise errors.words_wanted()
    with transaction.atomic():
        held = locked(meeting, warrant)
        if held.code:
            raise errors.of_the_pack()
        if held.last_day > clock.today():
            raise errors.not_yet(held.last_day)
        held.conclusion_vi, held.conclusion_en = words_vi.strip(), words_en.strip()
        held.concluded_on = held.concluded_on or clock.today()
        changed(held)
        note("meetings.conclude", held, warrant, {"concluded_on": held.concluded_on})
    return held


def cancel(meeting: Meeting, *, warrant: Warrant) -> Meeting:
    """Call a meeting off; it stays in the calendar as called off. Raises WrongState."""
    with transaction.atomic():
        held = locked(meeting, warrant)
        if held.concluded_on is not None:
            raise errors.took_place()
        held.cancelled_on = clock.today()
        changed(held)
        note("meetings.cancel", held, warrant, {"day": held.day})
    return held
