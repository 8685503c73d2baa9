"""Erasing files on a named person's word, and proof that no total moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import take_turn
from mangnon.indicators.marks import announce
from mangnon.indicators.models import Cell
from mangnon.indicators.recount import recount_marked
from mangnon.register.actions.changes import LIVING
from mangnon.register.actions.touching import touch_children
from mangnon.register.models import Child, Residence
from mangnon.register.queries import file_kept_of, merged_with, places_of_weighings
from mangnon.retention import listed
from mangnon.retention.actions.clearing import atomically, clear, counted, sweep
from mangnon.retention.errors import totals_moved, unknown
from mangnon.retention.models import Erasure

ERASE = "retention.erase"
_AT_ONCE = 200  # files in one transaction: nobody waits for long


@dataclass(frozen=True, slots=True)
class Erased:
    """How many files were erased; the cells of figures, and how many of them moved: none."""

    children: int = 0
    cells: int = 0
    moved: int = 0


def erase(children: QuerySet[Child], *, why: str, decision: str = "", warrant: Warrant) -> Erased:
    """Erase files: their keys are destroyed, what was locked is emptied, the list grows.

    What was merged into them goes with them. Before and after the same is counted, or nothing is
    erased (NotErased).
    """
    warrant.demand(ERASE)
    found = sorted(merged_with(children.values_list("pk", flat=True)))
    ids: set[int] = set()
    for first in range(0, len(found), _AT_ONCE):
        ids |= _erase_some(found[first : first + _AT_ONCE], why, decision, warrant)
    sweep()
    return Erased(len(ids), Cell.objects.count(), _recounted(ids))


def erase_one(uuid: UUID, *, why: str, decision: str = "", warrant: Warrant) -> Erased:
    """Erase one child's file, whenever it would fall due; all of them, where some were merged."""
    child = Child.objects.filter(uuid=uuid, data_key__isnull=False).first()
    if child is None:
        raise unknown(uuid)
    whole = Child.objects.filter(pk=file_kept_of(child).pk)
    return erase(whole, why=why, decision=decision, warrant=warrant)


def _erase_some(some: Sequence[int], why: str, decision: str, warrant: Warrant) -> set[int]:
    with atomically():
        take_turn()
        held = _held(some)
        ids = sorted(held)
        uuids = [one.uuid for one in held.values() if one.data_key_id is not None]
        before = counted(ids)
        clear(ids)
        touch_children(ids)
        if counted(ids) != before:
            raise totals_moved()
        today = clock.today()
        Erasure.objects.bulk_create(
            Erasure(child=uuid, erased_on=today, why=why, decision=decision, by=warrant.actor)
            for uuid in uuids
        )
        for uuid in uuids:
            data = {"why": why, **({"decision": decision} if decision else {})}
            record(warrant, "retention.erase", subject=f"register.child:{uuid}", data=data)
        listed.add(listed.Line(uuid, today, why) for uuid in uuids)
    return set(ids)


def _held(some: Sequence[int]) -> dict[int, Child]:
    """Hold children, and what was merged into them until they were held."""
    held: dict[int, Child] = {}
    while new := merged_with([*some, *held]) - held.keys():
        held |= Child.objects.select_for_update().order_by("pk").in_bulk(new)
    return held


def _recounted(ids: set[int]) -> int:
    """Count anew wherever the children ever counted; return how many cells moved."""
    places = set(Residence.objects.filter(child__in=ids).values_list("place_id", flat=True))
    places |= places_of_weighings(ids)
    born = Child.objects.filter(pk__in=ids).order_by("birth_date").values_list("birth_date")
    if not places:
        return 0
    recount_marked(places)
    with atomically():
        announce((*LIVING, "measured"), places, born[0][0], inline=False)
    return recount_marked(places).cells_moved
