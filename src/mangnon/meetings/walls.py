"""Who met, what was said there and who came is for officers."""

from mangnon.walls import shared

shared(
    *("meetings.Meeting", "meetings.Holder", "meetings.Speaker", "meetings.Item"),
    *("meetings.Paper", "meetings.File", "meetings.Attendance", "meetings.Proof"),
    "meetings.Subscription",
)
