"""Every act on meetings: announcing, counting who came, concluding, papers, proofs, the calendar.

``put_meeting`` → ``record_attendance`` → ``conclude`` → ``prove`` is the course of a meeting.
"""

from mangnon.meetings.actions.attending import record_attendance
from mangnon.meetings.actions.calendar import end_calendar, renew_calendar
from mangnon.meetings.actions.concluding import cancel, conclude
from mangnon.meetings.actions.merging import pass_to_heirs
from mangnon.meetings.actions.packing import put_from_pack, withdraw
from mangnon.meetings.actions.papers import add_document, add_file, add_speaker
from mangnon.meetings.actions.proving import prove, take_back
from mangnon.meetings.actions.putting import put_meeting

__all__ = [
    "add_document",
    "add_file",
    "add_speaker",
    "cancel",
    "conclude",
    "end_calendar",
    "pass_to_heirs",
    "prove",
    "put_from_pack",
    "put_meeting",
    "record_attendance",
    "renew_calendar",
    "take_back",
    "withdraw",
]
