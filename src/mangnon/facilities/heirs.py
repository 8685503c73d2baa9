"""The answer of facilities to a merger: stations join, schools pass; those of a split wait."""

from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions.heirs import pass_to_heirs
from mangnon.places.heirs import Merger, on_succession


@on_succession
def facilities_pass(merger: Merger, *, warrant: Warrant) -> None:
    """Move what stands at a commune that passed whole; ``queries.unassigned`` lists the rest."""
    pass_to_heirs(merger.whole, merger.date, split=list(merger.split), warrant=warrant)
