"""How long this room keeps what names a person."""

from mangnon.lasting import plain

plain(
    "programme.Plan",
    "programme.Objective",
    "programme.Task",
    "programme.Target",
    "programme.Step",
    "programme.Allotted",
)
