"""The answer of reports to a merger: what was begun of a period not over lapses."""

from mangnon.aggregates.actions.merging import pass_to_heirs
from mangnon.audit.warrants import Warrant
from mangnon.places.heirs import Merger, on_succession


@on_succession
def reports_lapse(merger: Merger, *, warrant: Warrant) -> None:
    """End what the old places had begun; their heirs owe the period."""
    pass_to_heirs(merger, warrant=warrant)
