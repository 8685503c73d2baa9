"""The answer of this room to a merger of places."""

from mangnon.audit.warrants import Warrant
from mangnon.places.heirs import Merger, on_succession
from mangnon.steering.actions.heirs import pass_to_heirs


@on_succession
def committees_end(merger: Merger, *, warrant: Warrant) -> None:
    """End the committees of places that are no more."""
    pass_to_heirs(merger, warrant=warrant)
