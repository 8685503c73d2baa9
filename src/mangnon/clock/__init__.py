"""The one place that says what day it is, in Vietnam; it can be pinned. No Django here."""

from mangnon.clock.days import ZONE, is_pinned, now, pin, pinned, today

__all__ = ["ZONE", "is_pinned", "now", "pin", "pinned", "today"]
