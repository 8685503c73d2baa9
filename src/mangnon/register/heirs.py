"""The register's answer to a merger: residences pass to the heir; those of a split wait."""

from mangnon.audit.warrants import Warrant
from mangnon.places.heirs import Merger, on_succession
from mangnon.register.actions.heirs import pass_to_heirs


@on_succession
def residences_pass(merger: Merger, *, warrant: Warrant) -> None:
    """Move everyone of a commune that passed whole; see ``queries.unassigned`` for the rest."""
    pass_to_heirs(merger.whole, merger.date, split=list(merger.split), warrant=warrant)
