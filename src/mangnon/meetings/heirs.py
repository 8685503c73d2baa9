"""The answer of meetings to a merger: what is to come moves, what took place stays."""

from mangnon.audit.warrants import Warrant
from mangnon.meetings.actions.merging import pass_to_heirs
from mangnon.places.heirs import Merger, on_succession


@on_succession
def meetings_pass(merger: Merger, *, warrant: Warrant) -> None:
    """Move the meetings to come to the heirs of their places."""
    pass_to_heirs(merger, warrant=warrant)
