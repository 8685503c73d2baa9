"""A child's file passes from commune to commune: requested, released or refused, withdrawn."""

from datetime import date, timedelta

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register import identity
from mangnon.register.actions import changes, checks, residence
from mangnon.register.actions.askings import ASK, said_why
from mangnon.register.actions.parting import left_behind
from mangnon.register.errors import WrongState
from mangnon.register.models import Asking, Child, Transfer
from mangnon.register.queries import file_kept_at
from mangnon.text.sentence import Sentence
from mangnon.walls import everywhere

RELEASE = "register.release"
GOOD_FOR = timedelta(days=1)  # an answer that was found leads to a request for so long


def request_transfer(asking: Asking, *, reason: str, warrant: Warrant) -> Transfer:
    """Request the file of a child that an asking of one's own found, for the asking place."""
    warrant.demand(ASK, [asking.place_id])
    reason = said_why(reason)
    with transaction.atomic(), everywhere():
        child = _found_by(asking, warrant)
        if Transfer.objects.filter(
            child=child, place=asking.place, state=Transfer.State.ASKED
        ).exists():
            raise WrongState(
                Sentence(
                    vi="Đã có yêu cầu chuyển hồ sơ này về đây, đang chờ trả lời.",
                    en="This file has been requested for this place already and awaits an answer.",
                )
            )
        transfer = Transfer.objects.create(
            child=child,
            place=asking.place,
            asked_by=warrant.actor,
            asked_at=clock.now(),
            purpose=asking.purpose,
            reason_sealed=identity.seal_words(child, "transfer", reason),
        )
        _note(warrant, "request_transfer", transfer, asking.place.key)
    return transfer


def release_child(transfer: Transfer, *, moved_on: date, warrant: Warrant) -> Transfer:
    """Pass the child and its file to the place that asked, from ``moved_on`` on.

    Demands the right to release where the file is kept; the place that receives it demanded
    its own when it asked. Both recount, and the old place opens the file no more. The household
    stays behind, with its address, its telephone and whoever lives there (see ``parting``).
    """
    with transaction.atomic():
        transfer, child, old = _held(transfer, warrant)
        with everywhere():
            household, left = child.household, old.key if old else ""
            residence.pass_over(child, place=transfer.place, moved_on=moved_on)
            _answer(transfer, Transfer.State.RELEASED, warrant)
            data = {"transfer": str(transfer.uuid), "on": moved_on.isoformat()}
            data |= left_behind(household, child)
            changes.note(
                warrant, "release_child", child, old,
                before={"place": left}, after={"place": transfer.place.key}, **data,
            )  # fmt: skip
            _note(warrant, "receive_child", transfer, transfer.place.key)
            changes.child_changed(child, moved_on)
    return transfer


def refuse_transfer(transfer: Transfer, *, reason: str, warrant: Warrant) -> Transfer:
    """Refuse a request, saying why; the words are sealed with the child's key."""
    reason = said_why(reason)
    with transaction.atomic():
        transfer, child, old = _held(transfer, warrant)
        transfer.answer_sealed = identity.seal_words(child, "transfer", reason)
        _answer(transfer, Transfer.State.REFUSED, warrant)
        _note(warrant, "refuse_transfer", transfer, old.key if old else "")
    return transfer


def withdraw_transfer(transfer: Transfer, *, warrant: Warrant) -> Transfer:
    """Take back a request of one's own place."""
    with transaction.atomic(), everywhere():
        transfer = _open(transfer)
        warrant.demand(ASK, [transfer.place_id])
        _answer(transfer, Transfer.State.WITHDRAWN, warrant)
        _note(warrant, "withdraw_transfer", transfer, transfer.place.key)
    return transfer


def _found_by(asking: Asking, warrant: Warrant) -> Child:
    fresh = asking.asked_at > clock.now() - GOOD_FOR
    if asking.child_id is None or asking.asked_by_id != warrant.actor.pk or not fresh:
        raise WrongState(
            Sentence(
                vi="Kết quả hỏi này không còn dùng được. Hãy hỏi lại.",
                en="This answer can no longer be used. Ask again.",
            )
        )
    child = Child.objects.select_related("data_key").get(pk=asking.child_id)
    checks.not_merged(child)
    return child


def _open(transfer: Transfer) -> Transfer:
    held = Transfer.objects.select_for_update(of=("self",)).select_related("place")
    transfer = held.get(pk=transfer.pk)
    if transfer.state != Transfer.State.ASKED:
        raise WrongState(
            Sentence(
                vi=f"Yêu cầu này đã có kết quả: {Transfer.State(transfer.state).label}.",
                en=f"This request has been answered: {transfer.state}.",
            )
        )
    return transfer


def _held(transfer: Transfer, warrant: Warrant) -> tuple[Transfer, Child, Place | None]:
    """Hold a request and its child, and demand the right to release where the file is kept."""
    transfer = _open(transfer)
    child = checks.locked(transfer.child)
    kept_at = file_kept_at(child)
    warrant.demand(RELEASE, [kept_at])
    return transfer, child, Place.objects.filter(pk=kept_at).first()


def _answer(transfer: Transfer, state: str, warrant: Warrant) -> None:
    transfer.state, transfer.answered_by, transfer.answered_at = state, warrant.actor, clock.now()
    transfer.save(update_fields=["state", "answered_by", "answered_at", "answer_sealed"])


def _note(warrant: Warrant, act: str, transfer: Transfer, place_code: str) -> None:
    record(
        warrant,
        f"register.{act}",
        subject=changes.subject_of(transfer.child),
        place_code=place_code,
        data={"transfer": str(transfer.uuid), "purpose": transfer.purpose},
        reason=transfer.answer_sealed or transfer.reason_sealed,
    )
