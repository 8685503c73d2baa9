"""What a merger does here: a committee ends with its place; what happened stays where it was."""

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.heirs import Merger
from mangnon.steering.models import Committee


def pass_to_heirs(merger: Merger, *, warrant: Warrant) -> int:
    """End the committees of the places that passed; return how many. Part of ``places.succeed``.

    The heir's committee needs a decision of its own.
    """
    warrant.demand("places.succeed")
    gone = [*merger.whole, *merger.split]
    with transaction.atomic():
        standing = Committee.objects.filter(place_id__in=gone, valid_to__isnull=True)
        ended = standing.filter(valid_from__lt=merger.date).update(
            valid_to=merger.date, ended_by="sáp nhập địa bàn"
        )
        if ended:
            subject = f"day:{merger.date.isoformat()}"
            record(warrant, "steering.pass_to_heirs", subject=subject, data={"ended": ended})
    return ended
