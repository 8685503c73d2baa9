"""What a merger does to spreadsheets that wait: they pass to the heir, to be judged anew there."""

from mangnon.audit.warrants import Warrant
from mangnon.imports.actions.heirs import pass_to_heirs
from mangnon.places.heirs import Merger, on_succession


@on_succession
def imports_pass(merger: Merger, *, warrant: Warrant) -> None:
    """Move what waits at a place that passed whole; what a split leaves is its heirs' to drop."""
    pass_to_heirs(merger.whole, merger.date, warrant=warrant)
