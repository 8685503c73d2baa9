"""An import whose work broke off over what nobody foresaw is laid down: it must not hang."""

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.imports import errors
from mangnon.imports.models import AT_WORK, Chunk, Import, State, Verdict
from mangnon.imports.scopes import BRING

_RESTS = {
    State.JUDGING: State.FAILED,
    State.ACCEPTING: State.ACCEPTED,  # so that what was written can be taken back
    State.TAKING: State.ACCEPTED,
}


def break_off(one: Import, *, warrant: Warrant) -> None:
    """Say that the work on an import stopped, and why nothing more comes of it."""
    warrant.demand(BRING, [one.place_id])
    why = errors.broke_off().sentence
    with transaction.atomic():
        one = Import.objects.select_for_update(of=("self",)).get(pk=one.pk)
        if one.state not in AT_WORK:
            return
        if one.state == State.ACCEPTING:
            one.left += sum(
                chunk.tallied(Verdict.NEW) + chunk.tallied(Verdict.CHANGED)
                for chunk in one.chunks.filter(state=Chunk.State.STAGED).only("counts")
            )
        before, one.state = one.state, _RESTS[State(one.state)]
        one.fault = {"vi": why.vi, "en": why.en}
        one.save(update_fields=["state", "fault", "left"])
        data = {"before": before}
        record(warrant, "imports.break_off", subject=one.subject, place_code=one.place.key,
               data=data)  # fmt: skip
