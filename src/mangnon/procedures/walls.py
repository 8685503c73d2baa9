"""Procedures and all that belongs to them are public."""

from mangnon.walls import public

public(
    *("procedures.Procedure", "procedures.Step", "procedures.Way", "procedures.Paper"),
    "procedures.Basis",
)
