"""Counting who was invited and who came."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Sum

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.meetings.actions.notes import changed, locked, note
from mangnon.meetings.details import Came
from mangnon.meetings.judging import judge_came, must_fit_the_hall
from mangnon.meetings.models import Attendance, Meeting


def record_attendance(meeting: Meeting, rows: Sequence[Came], *, warrant: Warrant) -> int:
    """Write how many of each place or office were invited and came; return how many came in all.

    A row takes the place of what stood for its place or office, an empty one strikes it; what is
    not told stays. Whole or not at all; raises WrongNumber, WrongPlace, WrongState.
    """
    today = clock.today()
    with transaction.atomic():
        held = locked(meeting, warrant)
        for row in rows:
            judge_came(row, held, today)
            _put(held, row)
        must_fit_the_hall(held)
        changed(held)
        came = held.attendance.aggregate(all=Sum("attended"))["all"] or 0
        note("meetings.record_attendance", held, warrant, {"rows": len(rows), "attended": came})
    return int(came)


def _put(meeting: Meeting, row: Came) -> None:
    place = row.office.place if row.office is not None else row.place
    whose: dict[str, object] = {"meeting": meeting, "office": row.office}
    if row.office is None:
        whose["place"] = place
    if row.is_empty:
        Attendance.objects.filter(**whose).delete()
        return
    numbers = {"invited": row.invited, "attended": row.attended, "bases": row.bases}
    Attendance.objects.update_or_create(**whose, defaults={**numbers, "place": place})
