"""The roster: whom the register holds, in memory, to be found by name and listed in its order.

Nothing of it is ever written down. It answers with ids; the database fetches what is shown.
"""

from mangnon.register.roster.filters import Filters
from mangnon.register.roster.finding import CAP, Count, Found, Hit
from mangnon.register.roster.live import Roster, nudge_on_commit, replace, roster
from mangnon.register.roster.pages import Cursor, Page, Sort
from mangnon.register.roster.rows import Status

__all__ = [
    "CAP",
    "Count",
    "Cursor",
    "Filters",
    "Found",
    "Hit",
    "Page",
    "Roster",
    "Sort",
    "Status",
    "nudge_on_commit",
    "replace",
    "roster",
]
