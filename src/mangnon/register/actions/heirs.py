"""What a merger or a split does to residences, and answering the worklist of a split."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection, transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.bulk import digest, write_columns
from mangnon.indicators.marks import announce
from mangnon.places.models import Succession
from mangnon.register.actions.changes import LIVING, WRITE
from mangnon.register.actions.touching import touch_children, touch_where
from mangnon.register.errors import WrongPlace, WrongState
from mangnon.register.models import Residence
from mangnon.register.queries import unassigned
from mangnon.text.sentence import Sentence

_CHUNK = 5000  # ids in one statement; every database takes that many


def pass_to_heirs(
    whole: Mapping[int, int], day: date, *, split: Collection[int] = (), warrant: Warrant
) -> int:
    """Close the open residences at each old commune and open them at its heir, on ``day``.

    Those at the communes of ``split`` stay open there until assigned. Part of the act
    ``places.succeed``. Returns how many residences passed.
    """
    warrant.demand("places.succeed")
    with transaction.atomic():
        passed = _close(whole, day)
        _open_at_heirs(whole, day)
        _bring_home(whole)
        data = {"passed": passed, "communes": len(whole), "split": len(split)}
        record(warrant, "register.pass_to_heirs", subject=f"day:{day}", data=data)
        places = {*whole, *whole.values(), *split}
        announce(LIVING, places, day, inline=False)
    return passed


def _close(whole: Mapping[int, int], day: date) -> int:
    still = Residence.objects.filter(
        place_id__in=list(whole), valid_to__isnull=True, valid_from__lte=day
    )
    return still.update(valid_to=day, end_reason="merger")


def _open_at_heirs(whole: Mapping[int, int], day: date) -> None:
    """Insert where each child lives from the day on, in one statement."""
    if not whole:
        return
    pairs = ", ".join(f"({int(old)}, {int(new)})" for old, new in whole.items())
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            WITH heir(old_id, new_id) AS (VALUES {pairs})
            INSERT INTO register_residence
                   (child_id, place_id, village_id, kind, valid_from, valid_to, end_reason)
            SELECT r.child_id, heir.new_id, r.village_id, r.kind, r.valid_to, NULL, ''
            FROM register_residence r
            JOIN heir ON heir.old_id = r.place_id
            WHERE r.valid_to = %s AND r.end_reason = 'merger'
              AND NOT EXISTS (SELECT 1 FROM register_residence o
                              WHERE o.child_id = r.child_id AND o.valid_to IS NULL)
            """,
            [day.isoformat()],
        )


def _bring_home(whole: Mapping[int, int]) -> None:
    if whole:
        old = ", ".join(str(int(place)) for place in whole)
        touch_where(f"home_id IN ({old})")


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A residence that waits for its heir."""

    id: int
    child_id: int
    place_id: int
    village_id: int | None
    kind: str
    until: date


def assign_heirs(heir_of: Mapping[int, int], *, warrant: Warrant) -> int:
    """Say for children of split communes (ids) in which heir (place id) each lives.

    The old residence closes on the day of the split and one opens at the heir. Raises
    WrongState for a child that does not wait, WrongPlace for a place that is no heir; then
    nothing is written. Returns how many were assigned.
    """
    warrant.demand(WRITE, set(heir_of.values()))
    if not heir_of:
        return 0
    with transaction.atomic():
        waiting = list(_waiting(list(heir_of)))
        if len(waiting) != len(heir_of):
            raise _not_waiting(len(heir_of) - len(waiting))
        warrant.demand(WRITE, {one.place_id for one in waiting})
        _must_be_heirs({(one.place_id, heir_of[one.child_id], one.until) for one in waiting})
        _carry_over(waiting, heir_of)
        touch_children([one.child_id for one in waiting])
        manifest = {"child": list(heir_of), "place": list(heir_of.values())}
        data = {"rows": len(waiting), "sha256": digest(manifest)}
        record(warrant, "register.assign_heirs", data=data)
        places = {one.place_id for one in waiting} | set(heir_of.values())
        announce(LIVING, places, min(one.until for one in waiting))
    return len(waiting)


def _waiting(children: list[int]) -> Iterator[_Waiting]:
    for first in range(0, len(children), _CHUNK):
        some = unassigned().filter(child_id__in=children[first : first + _CHUNK])
        for row in some.values_list(
            "id", "child_id", "place_id", "village_id", "kind", "place__valid_to"
        ):
            yield _Waiting(*row)  # type: ignore[arg-type]  # such a place has an end


def _must_be_heirs(claimed: set[tuple[int, int, date]]) -> None:
    known = set(
        Succession.objects.filter(source__in={old for old, _, _ in claimed}).values_list(
            "source_id", "target_id", "date"
        )
    )
    strangers = claimed - known
    if strangers:
        raise WrongPlace(
            Sentence(
                vi=f"{len(strangers)} cặp nơi cũ – nơi mới không có trong danh mục sáp nhập, "
                "chia tách. Hãy chọn một trong các đơn vị kế thừa của xã cũ.",
                en=f"{len(strangers)} pairs of old and new place are not among the successions. "
                "Choose one of the heirs of the old commune.",
            )
        )


def _carry_over(waiting: list[_Waiting], heir_of: Mapping[int, int]) -> None:
    for day in {one.until for one in waiting}:
        ids = [one.id for one in waiting if one.until == day]
        for first in range(0, len(ids), _CHUNK):
            Residence.objects.filter(pk__in=ids[first : first + _CHUNK]).update(
                valid_to=day, end_reason="merger"
            )
    write_columns(
        Residence,
        {
            "child_id": [one.child_id for one in waiting],
            "place_id": [heir_of[one.child_id] for one in waiting],
            "village_id": [one.village_id for one in waiting],
            "kind": [one.kind for one in waiting],
            "valid_from": [one.until for one in waiting],
            "valid_to": None,
            "end_reason": "",
        },
    )


def _not_waiting(count: int) -> WrongState:
    return WrongState(
        Sentence(
            vi=f"{count} trẻ không nằm trong danh sách chờ chọn nơi kế thừa. "
            "Hãy tải lại danh sách rồi ghi lại.",
            en=f"{count} children are not on the list that waits for an heir. "
            "Load the list again and repeat.",
        )
    )
