"""Who owes what, and what was said about it, is for officers; what is asked of a whole level is
public."""

from mangnon.walls import public, shared

public("duties.PublicDuty")

shared(
    *("duties.SpecialDay", "duties.Duty", "duties.Duty_supporting", "duties.Handing"),
    "duties.Assignment",
    *("duties.Step", "duties.Said", "duties.Evidence", "duties.Pause", "duties.Extension"),
)
