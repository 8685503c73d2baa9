"""What was sought in vain, for editors: the words, how often, on which days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, Sum

from mangnon.finding.models import Missed


@dataclass(frozen=True, slots=True)
class Sought:
    """Words for which nothing was found, how often, first and last when."""

    words: str
    language: str
    times: int
    first: date
    last: date


def sought_in_vain(since: date, most: int = 200) -> Sequence[Sought]:
    """Return what was sought in vain since a day, the most frequent first."""
    rows = (
        Missed.objects.filter(on__gte=since)
        .values("words", "language")
        .annotate(many=Sum("times"), first=Min("on"), last=Max("on"))
        .order_by("-many", "words")[:most]
    )
    return [
        Sought(row["words"], row["language"], row["many"], row["first"], row["last"])
        for row in rows
    ]
