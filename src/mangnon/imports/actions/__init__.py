"""Everything that becomes of a spreadsheet: brought, judged, accepted, taken back, dropped."""

from mangnon.imports.actions.breaking import break_off
from mangnon.imports.actions.bringing import bring, choose_columns, drop, judge_again
from mangnon.imports.actions.working import accept, take_back, work

__all__ = [
    "accept", "break_off", "bring", "choose_columns", "drop", "judge_again", "take_back", "work",
]  # fmt: skip
