"""The lines side by side: the offices of a day by place, each line a column, one below another."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from mangnon.places.models import Kind, Office, Place

_LEVELS = (Kind.PROGRAMME_AREA, Kind.PROVINCE, Kind.DISTRICT, Kind.COMMUNE, Kind.VILLAGE)
LINES = (Office.Line.PARTY, Office.Line.STATE, Office.Line.MASS)


@dataclass
class Node:
    """An office and those below it at the same place and line."""

    office: Office
    below: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class Row:
    """A place with its offices, one list of roots a line, in the order of ``LINES``."""

    place: Place
    columns: list[list[Node]]


def lines(day: date) -> list[Row]:
    """Return the offices of a day, the higher places first; three queries."""
    found: dict[Place, list[Office]] = defaultdict(list)
    rows = Office.objects.select_related("place", "parent").order_by("pk")
    for one in rows.prefetch_related("came_from__source"):
        if one.lives_on(day):
            found[one.place].append(one)
    places = sorted(found, key=lambda one: (_LEVELS.index(Kind(one.kind)), one.sort_key, one.pk))
    return [Row(place, [_roots(found[place], line) for line in LINES]) for place in places]


def _roots(offices: list[Office], line: str) -> list[Node]:
    """Return the offices of a line that stand below none of it; no circle loses one."""
    nodes = {one.pk: Node(one) for one in offices if one.line == line}
    roots = []
    for node in nodes.values():
        above = nodes.get(node.office.parent_id or 0)
        (roots if above is None else above.below).append(node)
    return roots
