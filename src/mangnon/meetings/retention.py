"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "meetings.Proof",
    account="by",
    plain="uuid meeting assignment place plan plan_number plan_issued_on plan_file named_on",
)
personal(
    "meetings.Subscription",
    account="user key made_at",
)
plain(
    "meetings.Meeting",
    "meetings.Holder",
    "meetings.Speaker",
    "meetings.Item",
    "meetings.Paper",
    "meetings.File",
    "meetings.Attendance",
)
