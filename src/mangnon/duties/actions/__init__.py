"""Every act on duties: handing down, steps, more time, the calendar, mergers."""

from mangnon.duties.actions.calendar import announce_days
from mangnon.duties.actions.handing import hand_down, put_duty
from mangnon.duties.actions.merging import pass_to_heirs
from mangnon.duties.actions.stepping import take
from mangnon.duties.actions.time import answer_extension, ask_extension

__all__ = [
    "announce_days",
    "answer_extension",
    "ask_extension",
    "hand_down",
    "pass_to_heirs",
    "put_duty",
    "take",
]
