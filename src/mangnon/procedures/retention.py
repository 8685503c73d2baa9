"""How long this room keeps what names a person."""

from mangnon.lasting import plain

plain(
    "procedures.Procedure",
    "procedures.Step",
    "procedures.Way",
    "procedures.Paper",
    "procedures.Basis",
)
