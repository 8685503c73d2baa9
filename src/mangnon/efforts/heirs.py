"""The answer of this room to a merger of places."""

from mangnon.audit.warrants import Warrant
from mangnon.efforts.actions.heirs import pass_to_heirs
from mangnon.places.heirs import Merger, on_succession


@on_succession
def efforts_pass(merger: Merger, *, warrant: Warrant) -> None:
    """Move what goes on to the heirs."""
    pass_to_heirs(merger, warrant=warrant)
