"""A second administrator's answer to roles that one has given: they stand, or never did."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from mangnon import clock
from mangnon.access.actions.notes import note
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import Holding
from mangnon.audit.warrants import Warrant
from mangnon.text.sentence import Sentence

WAITING = Holding.State.WAITING


def confirm_waiting(holdings: Iterable[Holding], *, warrant: Warrant) -> int:
    """Have roles stand that wait, from today or their day; all or nothing. Returns how many.

    Who confirms neither gave any of them nor receives one. Raises CannotBeGiven.
    """
    with transaction.atomic():
        found = _answerable(holdings, warrant)
        today = clock.today()
        for one in found:
            one.state, one.valid_from = Holding.State.STANDING, max(one.valid_from, today)
            _sign(one, warrant)
        _keep(found, "valid_from")
        for one in found:
            since = one.valid_from.isoformat()
            told = {"role": one.role, "given_by": one.given_by.code, "since": since}
            note(warrant, "confirm_waiting", one.user, one.place, **told)
    return len(found)


def refuse_waiting(
    holdings: Iterable[Holding], *, refusal: Holding.Refusal, warrant: Warrant
) -> int:
    """Refuse roles that wait, for a reason of the list; returns how many. Raises CannotBeGiven."""
    with transaction.atomic():
        found = _answerable(holdings, warrant)
        for one in found:
            one.state, one.valid_to = Holding.State.DROPPED, _end_of(one)
            one.refusal = refusal
            _sign(one, warrant)
        _keep(found, "valid_to", "refusal")
        for one in found:
            told = {"role": one.role, "given_by": one.given_by.code, "refusal": str(refusal)}
            note(warrant, "refuse_waiting", one.user, one.place, **told)
    return len(found)


def _answerable(holdings: Iterable[Holding], warrant: Warrant) -> list[Holding]:
    """Return them locked and as they are now; refuse what this person may not answer."""
    asked = [one.pk for one in holdings]
    locked = Holding.objects.select_for_update(of=("self",)).filter(pk__in=asked, state=WAITING)
    found = list(locked.select_related("user__actor", "place", "given_by").order_by("pk"))
    warrant.demand("people.manage", {one.place_id for one in found})
    today = clock.today()
    over = any(one.valid_to is not None and one.valid_to <= today for one in found)
    if not found or len(found) != len(asked) or over:
        raise CannotBeGiven(
            Sentence(
                vi="Có vai trò không còn chờ xác nhận: đã được trả lời, thu hồi hoặc đã hết hạn. "
                "Hãy mở lại danh sách.",
                en="Not all of these roles wait any more: one was answered, ended or is over. "
                "Open the list again.",
            )
        )
    for one in found:
        _check_another(one, warrant)
    return found


def _check_another(holding: Holding, warrant: Warrant) -> None:
    """Refuse the answer of whoever gave the role, and of whoever receives it."""
    if not holding.may_be_answered_by(warrant.actor):
        raise CannotBeGiven(
            Sentence(
                vi=f"Vai trò của {holding.user.name} phải do một người quản trị khác xác nhận: "
                "không phải người giao, cũng không phải người nhận.",
                en=f"The role of {holding.user.name} is confirmed by another administrator: "
                "neither by who gave it nor by who receives it.",
            )
        )


def _sign(holding: Holding, warrant: Warrant) -> None:
    holding.answered_by, holding.answered_at = warrant.actor, clock.now()


def _keep(found: list[Holding], *changed: str) -> None:
    fields = ("state", "answered_by", "answered_at", *changed)
    Holding.objects.bulk_update(found, fields, batch_size=200)


def _end_of(holding: Holding) -> date:
    """Return the end of a role that never stood: today, or the day before it would have begun."""
    day = max(clock.today(), holding.valid_from)
    return min(holding.valid_to or day, day)
