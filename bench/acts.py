"""On whom a run acts, and the live figures that must then hold it."""

from datetime import date
from typing import Any

from bench.province import TODAY

FIGURES = {"begin": "special", "weigh": "oedema"}  # each act adds one to a numerator


def living() -> Any:
    """Give the children under sixteen who live somewhere in the province, in a fixed order."""
    from mangnon.register.models import Child

    found = Child.objects.filter(merged_into=None, birth_date__gt=date(2008, 1, 1))
    found = found.filter(residences__valid_to=None, residences__valid_from__lt=TODAY)
    return found.exclude(residences__valid_to=None, residences__kind="absent").order_by("pk")


def calm() -> Any:
    """Give those in no special circumstances: a spell that begins adds one to "special"."""
    return living().exclude(circumstances__valid_to=None, circumstances__isnull=False).distinct()


def small() -> Any:
    """Give those under five never seen with oedema: such a weighing adds one to "oedema"."""
    found = living().filter(birth_date__gt=date(2019, 1, 1)).exclude(birth_precision="year")
    found = found.exclude(measurements__measured_on=TODAY)
    return found.exclude(measurements__oedema=True).distinct()


def area() -> Any:
    """Give the programme area."""
    from mangnon.places.models import Kind, Place

    return Place.objects.get(kind=Kind.PROGRAMME_AREA)


def figure(kind: str, place: Any) -> float:
    """Read a place's live figure of this year, to which acts of a kind add."""
    from mangnon.indicators.rollup import roll_up

    year = date(TODAY.year, 1, 1)
    rolled = roll_up([place], indicators=[FIGURES[kind]], periods=(year, year))
    return next((one.numerator or 0.0 for one in rolled.values()), 0.0)
