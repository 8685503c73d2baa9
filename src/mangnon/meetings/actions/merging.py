"""What a merger of places does to meetings: what is still to come moves to the heir.

What took place keeps the place of its day, with who came and what it proved: it stays true on
its own map.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.meetings.actions.notes import changed
from mangnon.meetings.models import Attendance, Meeting
from mangnon.places.heirs import Merger


def pass_to_heirs(merger: Merger, *, warrant: Warrant) -> int:
    """Move the meetings to come, and who is invited to them; return how many moved.

    Part of ``places.succeed``. A split place's pass to the heir with the largest share.
    """
    warrant.demand("places.succeed")
    heir_of = {**merger.whole}
    for old, heirs in merger.split.items():
        heir_of[old] = max(heirs, key=lambda heir: (heir[1], -heir[0]))[0]
    with transaction.atomic():
        coming = Meeting.objects.select_for_update().filter(
            day__gte=merger.date, concluded_on__isnull=True, cancelled_on__isnull=True
        )
        moved = list(coming.filter(place_id__in=list(heir_of)))
        for one in moved:
            one.place_id = heir_of[one.place_id]
            changed(one)
        _invite_heirs(list(coming.values_list("pk", flat=True)), heir_of)
        data = {"moved": len(moved)}
        record(warrant, "meetings.pass_to_heirs", subject=f"day:{merger.date}", data=data)
    return len(moved)


def _invite_heirs(meetings: Sequence[int], heir_of: dict[int, int]) -> None:
    """Add the seats of old places to their heirs'."""
    rows = Attendance.objects.filter(
        meeting_id__in=meetings, office__isnull=True, place_id__in=list(heir_of)
    )
    for row in rows.order_by("pk"):
        heir = heir_of[row.place_id]
        there = Attendance.objects.filter(meeting=row.meeting_id, office=None, place_id=heir)
        if there.exists():
            there.filter(invited__isnull=True).update(invited=0)
            there.update(invited=F("invited") + (row.invited or 0))
            row.delete()
        else:
            row.place_id = heir
            row.save()
