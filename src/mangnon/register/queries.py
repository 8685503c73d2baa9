"""Questions to the register that its acts and others ask."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mangnon import clock
from mangnon.places.models import Succession
from mangnon.register.models import Child, Measurement, Residence

_AT_ONCE = 5000  # ids in one statement; every database takes that many


def home(child: Child) -> Residence | None:
    """Return where the child lives now: its open residence, or None."""
    return child.residences.filter(valid_to__isnull=True).select_related("place").first()


def home_on(child: Child, day: date) -> Residence | None:
    """Return where the child lived on a day, or None."""
    lived = child.residences.filter(valid_from__lte=day)
    return lived.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=day)).first()


def astray() -> QuerySet[Child]:
    """Return the children whose row names another home than their open residence: none."""
    lived = Residence.objects.filter(child=OuterRef("pk"), valid_to__isnull=True)
    number = BigIntegerField()
    found = Child.objects.annotate(
        lived=Coalesce(Subquery(lived.values("place_id")[:1]), 0, output_field=number),
        named=Coalesce("home_id", 0, output_field=number),
    )
    return found.exclude(named=F("lived"))


def places_lived(child: Child, since: date) -> set[int]:
    """Return the places where the child lived since a day, or else where it last lived before.

    A residence that ends on the day is among them: what ended with it is counted there.
    """
    spells = child.residences.order_by("valid_from").values_list("place_id", "valid_to")
    met = list(spells)
    since_then = {place for place, end in met if end is None or end >= since}
    return since_then or {place for place, _ in met[-1:]}


def file_kept_at(child: Child) -> int:
    """Return the id of the place that keeps the child's file: its home, or else its last one.

    0 for a child that never lived anywhere: only leave for everywhere covers that.
    """
    if child.home_id is not None:
        return child.home_id
    lived = child.residences.order_by("-valid_from", "-pk").values_list("place_id", flat=True)
    return lived.first() or 0


def merged_with(child_ids: Iterable[int]) -> set[int]:
    """Return the children and whichever files were merged into theirs, one after the other."""
    waiting = list(child_ids)
    found = set(waiting)
    while waiting:
        some, waiting = waiting[:_AT_ONCE], waiting[_AT_ONCE:]
        into = Child.objects.filter(merged_into__in=some).values_list("pk", flat=True)
        new = set(into) - found
        found |= new
        waiting += new
    return found


def file_kept_of(child: Child) -> Child:
    """Return the file into which a child's was merged, at last; its own where it was not."""
    while child.merged_into is not None:
        child = child.merged_into
    return child


def places_measured(child: Child) -> set[int]:
    """Return every place where the child was ever weighed."""
    return set(child.measurements.values_list("place_id", flat=True).distinct())


def places_of_children(children: QuerySet[Any, Any] | Iterable[int]) -> set[int]:
    """Return every place where any of the children, a query of one column or ids, ever lived."""
    lived = Residence.objects.filter(child__in=children)
    return set(lived.values_list("place_id", flat=True).distinct())


def places_of_weighings(children: QuerySet[Child] | Iterable[int]) -> set[int]:
    """Return every place where any of the children was ever weighed."""
    weighed = Measurement.objects.filter(child__in=children)
    return set(weighed.values_list("place_id", flat=True).distinct())


def unassigned() -> QuerySet[Residence]:
    """Return the worklist after splits: open residences at communes that are no more.

    Until an officer says which heir each child lives in, it counts at the heirs by share.
    """
    split = Succession.objects.filter(
        source=OuterRef("place"), date=OuterRef("place__valid_to"), carried_out=True
    )
    gone = Residence.objects.filter(valid_to__isnull=True, place__valid_to__lte=clock.today())
    return gone.filter(Exists(split)).order_by("place_id", "id")
