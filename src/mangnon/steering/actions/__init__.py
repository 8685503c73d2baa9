"""Every act of those who lead."""

from mangnon.steering.actions.committees import end_committee, seat, set_up
from mangnon.steering.actions.heirs import pass_to_heirs
from mangnon.steering.actions.inspections import close_inspection, find, hand_finding, inspect
from mangnon.steering.actions.offices import change_office, close_office, open_office
from mangnon.steering.actions.results import commend, review

__all__ = [
    "change_office",
    "close_inspection",
    "close_office",
    "commend",
    "end_committee",
    "find",
    "hand_finding",
    "inspect",
    "open_office",
    "pass_to_heirs",
    "review",
    "seat",
    "set_up",
]
