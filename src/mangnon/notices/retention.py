"""How long this room keeps what names a person."""

from mangnon.lasting import personal

personal(
    "notices.Letter",
    account="user",
    plain="uuid day state tries claimed_at sent_at",
)
personal(
    "notices.Notice",
    account="user read_at",
    plain="uuid assignment place kind day made_on due_on letter",
)
personal(
    "notices.Stop",
    account="user kind since",
)
