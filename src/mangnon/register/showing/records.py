"""Everything that the register holds of one child, read once."""

from dataclasses import dataclass

from django.db.models import QuerySet

from mangnon.register.models import (
    Assistance,
    Birth,
    Child,
    Circumstance,
    Death,
    Measurement,
    Plan,
    Reintegration,
    Residence,
)


@dataclass(frozen=True, slots=True)
class Records:
    """A child's records, each list in order of time."""

    homes: list[Residence]
    circumstances: list[Circumstance]
    assistance: list[Assistance]
    plans: list[Plan]
    outcomes: list[Reintegration]
    weighings: list[Measurement]
    birth: Birth | None
    death: Death | None


def spells_of(child: Child) -> QuerySet[Circumstance]:
    """Return a child's spells in order of time, with what each rests on."""
    return child.circumstances.select_related("group", "evidence").order_by("valid_from", "pk")


def records_of(child: Child) -> Records:
    """Read a child's records."""
    with_services = child.plans.prefetch_related("services__kind")
    return Records(
        homes=list(child.residences.select_related("place", "village").order_by("valid_from")),
        circumstances=list(spells_of(child)),
        assistance=list(child.assistance.select_related("kind").order_by("delivered_on", "pk")),
        plans=list(with_services.order_by("approved_on", "pk")),
        outcomes=list(child.reintegrations.order_by("reached_on", "pk")),
        weighings=list(child.measurements.order_by("measured_on", "pk")),
        birth=Birth.objects.filter(child=child).select_related("place").first(),
        death=Death.objects.filter(child=child).select_related("place").first(),
    )
