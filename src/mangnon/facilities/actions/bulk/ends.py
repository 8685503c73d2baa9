"""What every bulk act on facilities does at its end."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, digest
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.models import Site
from mangnon.indicators.marks import announce


def note(warrant: Warrant, act: str, count: int, manifest: Mapping[str, Column]) -> None:
    """Record a bulk act: how many rows, and the digest of what was handed in."""
    data = {"rows": count, "sha256": digest(manifest)}
    record(warrant, f"facilities.{act}", data=data)


def changed(
    warrant: Warrant, datasets: Iterable[str], places: Collection[int], since: date
) -> None:
    """Demand the right at every place touched, and leave their recount to the sweeper."""
    warrant.demand(WRITE, places)  # known only now; refusing undoes the whole act
    if places:
        announce(datasets, places, since, inline=False)


def places_of(facility_ids: Iterable[int]) -> set[int]:
    """Return every place where any of the facilities ever stood."""
    wanted = set(facility_ids)
    sites = Site.objects.values_list("facility_id", "place_id")
    return {place for facility, place in sites if facility in wanted}
