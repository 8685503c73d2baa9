"""What public pages may ask of facilities: what each offers to children, and nothing else.

One published table is read, whole in itself; no record of a facility or of its staff is reached.
"""

from collections.abc import Collection
from dataclasses import dataclass

from mangnon.facilities.models import PublicOffer


@dataclass(frozen=True, slots=True)
class Offered:
    """What one facility offers, as published."""

    kind: str
    kind_vi: str
    name: str
    words_vi: str
    words_en: str


def offered_at(places: Collection[int], most: int = 40) -> list[Offered]:
    """Return what the facilities at some places offer; one query."""
    rows = PublicOffer.objects.filter(place__in=list(places))[:most]
    return [
        Offered(one.kind, str(one.get_kind_display()), one.name, one.words_vi, one.words_en)
        for one in rows
    ]
