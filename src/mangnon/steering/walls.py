"""Who leads, who was inspected and what was found is for officers."""

from mangnon.walls import shared

shared(
    *("steering.Committee", "steering.Member", "steering.Inspection", "steering.Finding"),
    *("steering.Review", "steering.Commendation"),
)
