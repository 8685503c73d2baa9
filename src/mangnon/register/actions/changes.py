"""What every act on one child does at its end: the entry, and what must be recounted."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.marks import announce
from mangnon.places.models import Place
from mangnon.register.actions.touching import touch
from mangnon.register.models import Child
from mangnon.register.queries import places_lived, places_measured

WRITE = "register.write"
# What depends on where a child lives, and on what it received or how poor its household is.
LIVING = ("children", "circumstance_year", "exits", "identified")
HELPED = ("children", "circumstance_year", "identified")


def demand_at_home(warrant: Warrant, child: Child, since: date) -> None:
    """Demand the right to write at every place where the child lived since the day."""
    warrant.demand(WRITE, places_lived(child, since))


def subject_of(child: Child) -> str:
    """Name the child for an entry, without identity."""
    return f"register.child:{child.uuid}"


def note(warrant: Warrant, act: str, child: Child, place: Place | None = None, **data: Any) -> None:
    """Record an act on a child, when all is changed, and count it on the child's own row.

    ``data`` never holds identity in clear.
    """
    touch(child)
    record(
        warrant,
        f"register.{act}",
        subject=subject_of(child),
        place_code=place.key if place else "",
        data=data,
    )


def child_changed(child: Child, since: date, datasets: Iterable[str] = LIVING) -> None:
    """Have recounted every place where the child lived since the day."""
    announce(datasets, places_lived(child, since), since)


def weighings_changed(child: Child, since: date) -> None:
    """Have recounted every place where the child was weighed: its last weighing may differ."""
    places = places_measured(child)
    if places:
        announce(["measured"], places, since)
