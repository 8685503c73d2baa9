"""What a merger of places, or of offices, does to duties: what is open moves to the heir, once.

Where several of one handing meet at one heir, the one that is farthest goes on and the others
join it, their history kept. What is settled moves as it is. A place that appears, by a split or
anew, receives what every place of its level owes and what is not yet due everywhere.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.duties.actions.handing import assign, below
from mangnon.duties.actions.stepping import moved
from mangnon.duties.errors import WrongReceiver
from mangnon.duties.models import Assignment, Handing
from mangnon.duties.states import OPEN, TRANSITIONS, State
from mangnon.places.heirs import Merger
from mangnon.places.models import Office, Place

_JOIN = TRANSITIONS["join"]
_FARTHEST = (
    State.REPORTED, State.ACCEPTED, State.WAITING, State.QUESTIONED, State.HANDED, State.RETURNED,
)  # fmt: skip


def pass_to_heirs(merger: Merger, *, warrant: Warrant) -> int:
    """Move what the old places hold to their heirs; return how many. Part of ``places.succeed``.

    A split place's duties pass to the heir with the largest share; the other heirs receive their
    own by the rule that made them.
    """
    warrant.demand("places.succeed")
    heir_of = {**merger.whole, **{old: _largest(heirs) for old, heirs in merger.split.items()}}
    with transaction.atomic():
        held = list(
            Assignment.objects.select_for_update(of=("self",))
            .filter(place_id__in=list(heir_of))
            .exclude(state=State.JOINED)
            .select_related("handing", "place")
            .order_by("pk")
        )
        heirs = Place.objects.in_bulk(set(heir_of.values()))
        for one in held:
            one.place = heirs[heir_of[one.place_id]]
        Assignment.objects.bulk_update(held, ["place"], batch_size=2_000)
        _join_where_they_meet(set(heir_of.values()), warrant)
        _pass_what_lies_below(heir_of)
        new = _complete(merger, warrant)
        data = {"passed": len(held), "new": new}
        record(warrant, "duties.pass_to_heirs", subject=f"day:{merger.date}", data=data)
    return len(held)


def pass_to_office(old: Office, heir: Office, *, warrant: Warrant) -> int:
    """Move what an office that ended still owes to its heir; return how many.

    Where the heir holds the same handing open, the old one joins it. Part of the act that ends
    the office, under its right.
    """
    warrant.demand("steering.write", [old.place_id, heir.place_id])
    rows = Assignment.objects.select_for_update(of=("self",)).select_related("handing", "place")
    owed = list(rows.filter(office=old, state__in=OPEN).order_by("pk"))
    theirs: dict[int, Assignment] = {}
    for one in rows.filter(office=heir, handing__in=[one.handing_id for one in owed]):
        theirs[one.handing_id] = one
    for one in owed:
        held = theirs.get(one.handing_id)
        if held is None:
            one.office, one.place = heir, heir.place
            one.save(update_fields=["office", "place"])
        elif held.state in OPEN:
            _join(one, held, warrant)
    return len(owed)


def _largest(heirs: Iterable[tuple[int, float]]) -> int:
    return max(heirs, key=lambda heir: (heir[1], -heir[0]))[0]


def _join_where_they_meet(heirs: Iterable[int], warrant: Warrant) -> None:
    """Leave one open assignment of a handing at a place and office, and join the others to it."""
    meeting: dict[tuple[int, int, int | None], list[Assignment]] = defaultdict(list)
    rows = Assignment.objects.filter(place_id__in=list(heirs), state__in=OPEN)
    rows = rows.select_for_update(of=("self",)).select_related("handing", "place")
    for one in rows.order_by("pk"):
        meeting[one.handing_id, one.place_id, one.office_id].append(one)
    for several in meeting.values():
        first, *others = sorted(several, key=lambda one: _FARTHEST.index(State(one.state)))
        for one in others:
            _join(one, first, warrant)


def _join(one: Assignment, first: Assignment, warrant: Warrant) -> None:
    one.pauses.filter(until__isnull=True).update(until=clock.today())
    one.joined_to = first
    moved(one, _JOIN, "", warrant)
    Handing.objects.filter(held=one).update(held=first)


def _pass_what_lies_below(heir_of: dict[int, int]) -> None:
    """Have the heirs answer for what the old places handed down."""
    for old, heir in heir_of.items():
        Handing.objects.filter(within_id=old).update(within_id=heir)


def _complete(merger: Merger, warrant: Warrant) -> int:
    """Give places that hold nothing of an open rule what the rule says; return how many."""
    made = 0
    rules = Handing.objects.exclude(rule=Handing.Rule.OFFICES).filter(assignments__state__in=OPEN)
    for handing in rules.select_related("within").distinct():
        there = set(Assignment.objects.filter(handing=handing).values_list("place_id", flat=True))
        try:
            wanted = below(handing, merger.date)
        except WrongReceiver:
            continue  # the level was abolished: what was open passed to who came after
        missing = [(place, office) for place, office in wanted if place not in there]
        if missing:
            last = handing.assignments.order_by("-due_on").values_list("due_on", flat=True)[0]
            due = max(last, merger.date)
            made += assign(handing, missing, merger.date, due, "map", warrant)
    return made
