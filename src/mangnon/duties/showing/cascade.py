"""One duty down the tree: who owes it at each level, and how it stands below every place."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, QuerySet

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.duties.models import Assignment, Duty
from mangnon.duties.queries import is_late, overdue, reached
from mangnon.duties.states import OWED, State
from mangnon.places.models import Kind, Place
from mangnon.places.tree import Tree
from mangnon.places.world import world


@dataclass(slots=True)
class Standing:
    """How many of some assignments stand where; joined and withdrawn ones are nobody's any more."""

    done: int = 0
    reported: int = 0
    at_work: int = 0
    untaken: int = 0
    asking: int = 0
    overdue: int = 0

    @property
    def total(self) -> int:
        """All that is owed or settled."""
        return self.done + self.reported + self.at_work + self.untaken + self.asking

    @property
    def share(self) -> float:
        """The share that is done, per cent."""
        return 100 * self.done / self.total if self.total else 0.0


_WHERE = {
    State.DONE: "done",
    State.REPORTED: "reported",
    State.ACCEPTED: "at_work",
    State.WAITING: "at_work",
    State.HANDED: "untaken",
    State.QUESTIONED: "asking",
    State.RETURNED: "asking",
}


@dataclass(slots=True)
class Cascade:
    """A duty at a glance: by level, and by place below the root (or below the reader's own)."""

    levels: dict[str, Standing] = field(default_factory=dict)
    places: dict[int, Standing] = field(default_factory=dict)


def duties_within(leave: Leave) -> list[Duty]:
    """Return every duty with what is owed of it within reach, the nearest open day first."""
    today = clock.today()
    held = reached(leave).exclude(state__in=(State.JOINED, State.WITHDRAWN)).order_by()
    counted = held.values("handing__duty").annotate(
        total=Count("pk"),
        done=Count("pk", filter=Q(state=State.DONE)),
        late=Count("pk", filter=is_late(today)),
        overdue=Count("pk", filter=overdue(today)),
    )
    known = {row["handing__duty"]: row for row in counted}
    found = Duty.objects.select_related("document", "lead").in_bulk(list(known))
    for pk, duty in found.items():
        duty.standing = known[pk]  # type: ignore[attr-defined]
    return sorted(found.values(), key=lambda duty: (-known[duty.pk]["overdue"], duty.code))


def cascade_of(duty: Duty, leave: Leave) -> Cascade:
    """Count a duty within reach in one pass over its assignments."""
    rows = reached(leave).filter(handing__duty=duty, state__in=list(_WHERE)).order_by()
    return _counted(rows, clock.today())


def _counted(rows: QuerySet[Assignment], today: date) -> Cascade:
    tree, every, found = Tree.on(today), world().units, Cascade()
    kinds: dict[str, Standing] = defaultdict(Standing)
    places: dict[int, Standing] = defaultdict(Standing)
    asked = rows.values_list("place_id", "state", "due_on")
    for place, state, due in asked.iterator(chunk_size=5_000):
        kind = every[place].kind
        late = state in OWED and due < today
        below = tree.below_root(place) if place in tree else place
        for standing in (kinds[kind], places[below]):
            setattr(standing, _WHERE[state], getattr(standing, _WHERE[state]) + 1)
            standing.overdue += late
    found.levels = {kind: kinds[kind] for kind in Kind.values if kind in kinds}
    found.places = dict(places)
    return found


def names_of(places: Iterable[int]) -> dict[int, Place]:
    """Return the places by id: one that passed bears its last name."""
    return Place.objects.in_bulk(list(places))
