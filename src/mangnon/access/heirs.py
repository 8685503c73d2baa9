"""Roles and mergers: those held at a place that passed whole go on at its heir, for a while.

They go on for 90 days, so that work does not stop on the day; until then somebody with the right
confirms each by giving the role anew. Roles at a place that was split still reach the files that
wait there; who works in which heir is for people to say.
"""

from datetime import timedelta

from mangnon.access.actions.heirs import carry_over
from mangnon.audit.warrants import Warrant
from mangnon.places.heirs import Merger, on_succession

GRACE = timedelta(days=90)


@on_succession
def roles_pass(merger: Merger, *, warrant: Warrant) -> None:
    """Carry the roles of every place that passed whole to its heir."""
    carry_over(merger.whole, merger.date, until=merger.date + GRACE, warrant=warrant)
