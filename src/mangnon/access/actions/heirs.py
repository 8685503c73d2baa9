"""What a merger does to roles."""

from collections.abc import Mapping
from datetime import date

from mangnon.access.grounds import not_over
from mangnon.access.models import Holding
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant


def carry_over(whole: Mapping[int, int], day: date, *, until: date, warrant: Warrant) -> int:
    """Have roles at places that passed whole go on at the heir until a day; return how many.

    The old holding ends, the new one names it: somebody confirms it by giving the role anew. What
    waits for a second administrator waits on, and who gave it is still its giver.
    """
    warrant.demand("places.succeed")
    held = Holding.objects.filter(not_over(day), place_id__in=whole, valid_from__lt=day)
    held = held.exclude(state=Holding.State.DROPPED)
    carried = 0
    for old in held.select_for_update().order_by("pk"):
        end = until if old.valid_to is None else min(until, old.valid_to)
        Holding.objects.create(
            user_id=old.user_id,
            role=old.role,
            place_id=whole[old.place_id],
            office_id=old.office_id,
            valid_from=day,
            valid_to=end,
            basis=old.basis,
            given_by_id=old.given_by_id,
            given_at=old.given_at,
            state=old.state,
            batch=old.batch,
            answered_by_id=old.answered_by_id,
            answered_at=old.answered_at,
            carried_from=old,
        )
        old.valid_to = day
        old.save(update_fields=["valid_to"])
        carried += 1
    if carried:
        record(warrant, "people.carry_over", data={"day": day.isoformat(), "roles": carried})
    return carried
