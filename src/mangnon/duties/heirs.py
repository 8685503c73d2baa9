"""The answer of duties to a merger of places: none is lost, none is doubled."""

from mangnon.audit.warrants import Warrant
from mangnon.duties.actions.merging import pass_to_heirs
from mangnon.places.heirs import Merger, on_succession


@on_succession
def duties_pass(merger: Merger, *, warrant: Warrant) -> None:
    """Move what is held at places that passed; a split place's duties are owed by every heir."""
    pass_to_heirs(merger, warrant=warrant)
