"""How far a duty has come: which communes were reached, when, and how many people.

A commune is *reached* on the last day of its own first meeting that took place and is named as
proof of what it owes. It is *represented* from the day on which its people came to another meeting
that proves the duty, its district's for instance. Both are counted on the map of the day on which
the duty was first handed down: ``first_place`` of an assignment never moves, so what was reached
stays reached when places merge. Where a commune's duty was joined to another's by a merger, a
meeting counts for it that was held on or after the day of the joining.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, Min, QuerySet, Sum

from mangnon.duties.models import Assignment, Duty, Step
from mangnon.duties.states import State
from mangnon.meetings.models import Attendance, Meeting, Proof
from mangnon.places.models import Kind
from mangnon.places.tree import Tree
from mangnon.places.world import Unit


@dataclass(frozen=True, slots=True)
class Reached:
    """One commune on the duty's map. ``people`` and ``bases`` None: nobody told."""

    unit: Unit
    due: date
    on: date | None = None
    represented: date | None = None
    people: int | None = None
    bases: int | None = None

    @property
    def in_time(self) -> bool:
        """Whether the commune was reached no later than it owed."""
        return self.on is not None and self.on <= self.due


@dataclass(frozen=True, slots=True)
class Coverage:
    """A duty's communes on one map; ``people`` and ``bases`` of every place that met or was met.

    Among those places are the districts and the province, and communes of a later map.
    """

    day: date
    due: date
    communes: tuple[Reached, ...]
    people: Mapping[int, int]
    bases: Mapping[int, int]

    @property
    def reached(self) -> list[Reached]:
        """The communes that were reached."""
        return [one for one in self.communes if one.on is not None]

    def by_day(self) -> list[tuple[date, int]]:
        """Return how many communes had been reached by each day on which one was."""
        days = sorted(one.on for one in self.communes if one.on is not None)
        return [(day, at) for at, day in enumerate(days, 1) if at == len(days) or days[at] != day]

    def by_district(self) -> list[tuple[Unit | None, list[Reached]]]:
        """Return the communes below each district of the map, or all below none."""
        tree = Tree.on(self.day)
        gathered: dict[int | None, list[Reached]] = defaultdict(list)
        for one in self.communes:
            gathered[_district(tree, one.unit.id)].append(one)
        ordered = [one for one in tree.ids if one in gathered]
        keys = [*ordered, *([None] if None in gathered else [])]
        return [(None if one is None else tree.place(one), gathered[one]) for one in keys]


def coverage(duty: Duty, places: Collection[int] | None = None) -> Coverage | None:
    """Count a duty's communes, those among ``places`` alone where these are given.

    None where the duty was handed to no commune (there).
    """
    owed = Assignment.objects.filter(handing__duty=duty, first_place__kind=Kind.COMMUNE)
    owed = owed.exclude(state=State.WITHDRAWN)
    began = owed.aggregate(day=Min("handing__day"))["day"]
    if began is None:
        return None
    tree = Tree.on(began)
    here = owed if places is None else owed.filter(first_place__in=places)
    dues = dict(here.values_list("first_place").annotate(due=Max("due_on")).order_by())
    dues = {place: due for place, due in dues.items() if place in tree}
    if not dues:
        return None
    reached = _reached_on(duty, here)
    represented = _represented_on(duty)
    people, bases = _people(duty, places), _bases(duty, places)
    communes = tuple(
        Reached(
            tree.place(place), dues[place], reached.get(place), represented.get(place),
            people.get(place), bases.get(place),
        )
        for place in tree.ids
        if place in dues
    )  # fmt: skip
    # The day that most of them owe it by: one that got more time moves nobody else's.
    usual = Counter(dues.values()).most_common(1)[0][0]
    return Coverage(began, usual, communes, people, bases)


@dataclass(frozen=True, slots=True)
class Handed:
    """A duty that was handed to communes: how many owe it, how many named a meeting.

    ``due`` is the day by which most of them owe it, the one that the duty's own coverage names:
    one that got more time moves nobody else's.
    """

    duty: Duty
    communes: int
    due: date
    proved: int


def handed_to_communes(places: Collection[int] | None = None) -> list[Handed]:
    """Return the duties that communes owe, those among ``places`` alone where these are given."""
    owed = Assignment.objects.filter(first_place__kind=Kind.COMMUNE).exclude(state=State.WITHDRAWN)
    proofs = Proof.objects.filter(place__kind=Kind.COMMUNE)
    if places is not None:
        owed, proofs = owed.filter(first_place__in=places), proofs.filter(place__in=places)
    counted = owed.order_by().values_list("handing__duty")
    number = dict(counted.annotate(n=Count("first_place", distinct=True)))
    usual = _usual_due(owed)
    found = {duty: (n, usual[duty]) for duty, n in number.items()}
    named = proofs.order_by().values_list("assignment__handing__duty")
    proved = dict(named.annotate(n=Count("place", distinct=True)))
    duties = Duty.objects.filter(pk__in=found).select_related("document", "lead")
    return [Handed(one, *found[one.pk], proved.get(one.pk, 0)) for one in duties]


def _usual_due(owed: QuerySet[Assignment]) -> dict[int, date]:
    """Return the day by which most assignments of each duty are due, the earlier one of two."""
    rows = owed.order_by("due_on").values_list("handing__duty", "due_on").annotate(n=Count("pk"))
    found: dict[int, Counter[date]] = defaultdict(Counter)
    for duty, due, number in rows:
        found[duty][due] += number
    return {duty: days.most_common(1)[0][0] for duty, days in found.items()}


def _reached_on(duty: Duty, owed: QuerySet[Assignment]) -> dict[int, date]:
    """Return the day on which each commune was reached, by its first place."""
    proved = _proof_days(duty)
    joined = _joinings(duty)
    found: dict[int, date] = {}
    for pk, place in owed.values_list("pk", "first_place"):
        days = [day for held, since in _line(pk, joined) for day in proved[held] if day >= since]
        if days:
            found[place] = min([*days, found.get(place, date.max)])
    return found


def _proof_days(duty: Duty) -> dict[int, list[date]]:
    """Return the days of the communes' own meetings, by what they are named for."""
    found: dict[int, list[date]] = defaultdict(list)
    proofs = Proof.objects.filter(assignment__handing__duty=duty, place__kind=Kind.COMMUNE)
    rows = proofs.values_list("assignment", "meeting__last_day").distinct()
    for assignment, day in rows.order_by():
        found[assignment].append(day)
    return found


def _joinings(duty: Duty) -> dict[int, tuple[int, date]]:
    """Return to what an assignment was joined by a merger, and when."""
    steps = Step.objects.filter(act="join", assignment__handing__duty=duty)
    rows = steps.values_list("assignment", "assignment__joined_to", "day")
    return {one: (other, day) for one, other, day in rows if other is not None}


def _line(pk: int, joined: dict[int, tuple[int, date]]) -> Iterator[tuple[int, date]]:
    """Yield an assignment and what it was joined to, each with the first day that counts."""
    since, seen = date.min, set[int]()
    while pk not in seen:
        yield pk, since
        seen.add(pk)
        pk, since = joined.get(pk, (pk, since))


def _proving(duty: Duty) -> QuerySet[Meeting]:
    """Return the meetings that prove the duty somewhere: all of them took place."""
    return Meeting.objects.filter(proofs__assignment__handing__duty=duty).distinct()


def _represented_on(duty: Duty) -> dict[int, date]:
    """Return since when people of a place have been at a meeting held elsewhere."""
    rows = Attendance.objects.filter(meeting__in=_proving(duty), attended__gt=0, office=None)
    rows = rows.exclude(place=F("meeting__place"))
    return dict(rows.values_list("place").annotate(first=Min("meeting__last_day")).order_by())


def _people(duty: Duty, places: Collection[int] | None) -> dict[int, int]:
    """Return how many came to the meetings held at a place; a place where nobody told is absent."""
    rows = Attendance.objects.filter(meeting__in=_proving(duty), attended__isnull=False)
    rows = rows if places is None else rows.filter(meeting__place__in=places)
    return dict(rows.values_list("meeting__place").annotate(all=Sum("attended")).order_by())


def _bases(duty: Duty, places: Collection[int] | None) -> dict[int, int]:
    """Return the base organisations of a place: the most that a meeting reached, not their sum."""
    rows = Attendance.objects.filter(meeting__in=_proving(duty), bases__isnull=False)
    rows = rows if places is None else rows.filter(place__in=places)
    return dict(rows.values_list("place").annotate(most=Max("bases")).order_by())


def _district(tree: Tree, place: int) -> int | None:
    above = (tree.place(one) for one in tree.ancestors(place))
    return next((one.id for one in above if one.kind == Kind.DISTRICT), None)
