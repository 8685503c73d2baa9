"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "steering.Inspection",
    account="by",
    paper="conclusion",
    plain="uuid simulated place office decision decided_on begun_on ended_on subject",
)
personal(
    "steering.Finding",
    paper="words recommendation",
    plain="uuid inspection duty",
)
plain(
    "steering.Committee",
    "steering.Member",
    "steering.Review",
    "steering.Commendation",
)
