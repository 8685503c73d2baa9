"""What every act on one child does at its end: the entry, and what must be recounted."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.indicators.marks import announce
from mangnon.places.models import Place
from mangnon.register.actions.touching import touch
from mangnon.register.models import Child
from mangnon.register.queries import file_kept_at, places_lived, places_measured

WRITE = "register.write"
BULK = "register.bulk"
MEASURE = "register.measure"
VITAL = "register.vital"
SUPPORT = "register.support"
# What depends on where a child lives, and on what it received or how poor its household is.
LIVING = ("children", "circumstance_year", "exits", "identified")
HELPED = ("children", "circumstance_year", "identified")


def demand_at_home(warrant: Warrant, child: Child, act: str = WRITE) -> None:
    """Demand a right where the child's file is kept: its home, or else its last one."""
    warrant.demand(act, [file_kept_at(child)])


def subject_of(child: Child) -> str:
    """Name the child for an entry, without identity."""
    return f"register.child:{child.uuid}"


def note(
    warrant: Warrant,
    act: str,
    child: Child,
    place: Place | None = None,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
    let_go: Mapping[str, str] | None = None,
    **data: Any,
) -> None:
    """Record an act on a child, when all is changed, and count it on the child's own row.

    ``before`` and ``after``: the fields that changed. Identity stands there only as the child's
    row keeps it, sealed (bytes); ``data`` never holds any. ``let_go``: what was typed and given
    up for another's, sealed (hexadecimal).
    """
    touch(child)
    if let_go:
        data["let_go"] = dict(let_go)
    record(
        warrant,
        f"register.{act}",
        subject=subject_of(child),
        place_code=place.key if place else "",
        data=data,
        before=before,
        after=after,
    )


def kept(row: Model, names: Iterable[str]) -> dict[str, object]:
    """Return fields of a row for an entry: as they are kept, sealed ones without their suffix."""
    values = {name.removesuffix("_sealed"): getattr(row, name) for name in names}
    return {name: value for name, value in values.items() if value not in (None, "")}


def child_changed(child: Child, since: date, datasets: Iterable[str] = LIVING) -> None:
    """Have recounted every place where the child lived since the day."""
    announce(datasets, places_lived(child, since), since)


def weighings_changed(child: Child, since: date) -> None:
    """Have recounted every place where the child was weighed: its last weighing may differ."""
    places = places_measured(child)
    if places:
        announce(["measured"], places, since)
