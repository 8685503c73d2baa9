"""Everything that becomes of a spreadsheet: brought, judged, accepted, taken back, dropped."""

from mangnon.imports.actions.bringing import bring, choose_columns, drop, judge_again
from mangnon.imports.actions.working import accept, take_back, work

__all__ = ["accept", "bring", "choose_columns", "drop", "judge_again", "take_back", "work"]
