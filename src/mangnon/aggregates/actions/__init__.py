"""The acts on reports of totals: typing, steps, restating, what a pack brings, mergers."""

from mangnon.aggregates.actions.filling import Typed, type_figure
from mangnon.aggregates.actions.merging import pass_to_heirs
from mangnon.aggregates.actions.restating import restate
from mangnon.aggregates.actions.stepping import take
from mangnon.aggregates.actions.together import Whole, lock_together, write_together

__all__ = [
    "Typed",
    "Whole",
    "lock_together",
    "pass_to_heirs",
    "restate",
    "take",
    "type_figure",
    "write_together",
]
