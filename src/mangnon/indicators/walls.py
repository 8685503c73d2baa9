"""What an indicator is, is public; what is counted at this moment is the officers'."""

from mangnon.walls import public, shared

public("indicators.Indicator")
shared("indicators.Cell", "indicators.ReportedTotal", "indicators.DirtyMark")
