"""What every bulk act on the register does at its end."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, digest
from mangnon.indicators.marks import announce
from mangnon.register.actions.changes import BULK


def note(warrant: Warrant, act: str, count: int, manifest: Mapping[str, Column]) -> None:
    """Record a bulk act: how many rows, and the digest of what was handed in."""
    data = {"rows": count, "sha256": digest(manifest)}
    record(warrant, f"register.{act}", data=data)


def changed(
    warrant: Warrant,
    datasets: Iterable[str],
    places: Collection[int],
    since: date,
    right: str = BULK,
) -> None:
    """Demand the right at every place touched, and leave their recount to the sweeper."""
    warrant.demand(right, places)  # known only now; refusing undoes the whole act
    if places:
        announce(datasets, places, since, inline=False)
