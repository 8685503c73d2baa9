"""What falls due on a day: files of who has been grown up or dead for so long, old questions."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.conf import settings
from django.db.models import BigIntegerField, Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from mangnon.register.models import Asking, Child, Residence

GROWN = 16  # the years after which nobody is a child by the law of 2016
ASKED_DAYS = 365


@dataclass(frozen=True, slots=True)
class AtPlace:
    """How many files fall due of those kept at a place; None: of who never lived anywhere."""

    place_id: int | None
    children: int


def children_due(day: date) -> QuerySet[Child]:
    """Return the children whose file, still with a name, is to be forgotten by the day.

    One that was merged falls due with the file that was kept.
    """
    years = settings.RETENTION_YEARS
    grown = Q(birth_date__lte=_before(day, GROWN + years))
    died = Q(death__died_on__lte=_before(day, years))
    return Child.objects.filter(grown | died, data_key__isnull=False, merged_into=None)


def askings_due(day: date) -> QuerySet[Asking]:
    """Return the questions after children whose words are to be forgotten by the day."""
    old = day - timedelta(days=ASKED_DAYS)
    return Asking.objects.filter(asked_at__date__lt=old, data_key__isnull=False)


def by_place(day: date, places: frozenset[int] | None = None) -> list[AtPlace]:
    """Count the files that are due where they are kept: at the home, or else the last one."""
    lived = Residence.objects.filter(child=OuterRef("pk")).order_by("-valid_from", "-pk")
    last = Subquery(lived.values("place_id")[:1])
    found = children_due(day).annotate(
        kept_at=Coalesce("home_id", last, output_field=BigIntegerField())
    )
    if places is not None:
        found = found.filter(kept_at__in=places)
    counted = found.order_by("kept_at").values("kept_at").annotate(children=Count("pk"))
    return [AtPlace(row["kept_at"], row["children"]) for row in counted]


def _before(day: date, years: int) -> date:
    """Return the day so many years earlier; the 29th of February gives the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
