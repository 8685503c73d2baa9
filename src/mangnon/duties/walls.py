"""Who owes what, and what was said about it, is for officers."""

from mangnon.walls import shared

shared(
    *("duties.SpecialDay", "duties.Duty", "duties.Duty_supporting", "duties.Handing"),
    "duties.Assignment",
    *("duties.Step", "duties.Said", "duties.Evidence", "duties.Pause", "duties.Extension"),
)
