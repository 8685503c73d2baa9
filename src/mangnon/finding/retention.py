"""How long this room keeps what names a person."""

from mangnon.lasting import personal, plain

personal(
    "finding.Missed",
    session="words",
    plain="on language times id",
)
plain(
    "finding.Entry",
    "finding.Word",
    "finding.Synonym",
    "finding.Version",
)
