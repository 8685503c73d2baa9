"""The number of views is shown to everybody; how far a log was read is the officers'."""

from mangnon.walls import public, shared

public("visits.DayCount")
shared("visits.Followed")
