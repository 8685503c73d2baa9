"""Announcing a meeting, and changing what was announced."""

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.meetings import errors
from mangnon.meetings.actions.notes import HOLD, changed, locked, note
from mangnon.meetings.details import Details
from mangnon.meetings.judging import judge, must_fit_the_hall
from mangnon.meetings.models import Holder, Item, Meeting, Paper, Speaker

_PLAIN = ("kind", "title_vi", "title_en", "day", "part", "starts", "ends", "place", "office",
          "hall", "capacity")  # fmt: skip


def put_meeting(
    details: Details, *, meeting: Meeting | None = None, seen: int | None = None, warrant: Warrant
) -> Meeting:
    """Announce a meeting, or change one; ``seen`` is the version that the person saw.

    Raises WrongTime, WrongPlace, WrongNumber, WrongState, Outdated; then nothing is written.
    """
    warrant.demand(HOLD, [details.place.pk])
    judge(details)
    with transaction.atomic():
        held = Meeting() if meeting is None else _open(meeting, details, seen, warrant)
        for name in _PLAIN:
            setattr(held, name, getattr(details, name))
        held.last_day = details.ends_on
        held.full_clean(validate_unique=False)
        must_fit_the_hall(held)
        changed(held)
        _put_below(held, details)
        act = "meetings.announce" if meeting is None else "meetings.change"
        note(act, held, warrant, {"day": held.day, "kind": held.kind})
    return held


def _open(meeting: Meeting, details: Details, seen: int | None, warrant: Warrant) -> Meeting:
    """Return the meeting locked, where it may be changed as told."""
    held = locked(meeting, warrant)
    if held.code:
        raise errors.of_the_pack()
    if seen is not None and seen != held.version:
        raise errors.moved_meanwhile()
    stands = (held.place_id, held.day, held.last_day)
    moves = stands != (details.place.pk, details.day, details.ends_on)
    if moves and held.proofs.exists():
        raise errors.proves_already()
    return held


def _put_below(meeting: Meeting, details: Details) -> None:
    """Replace the lists that were told; those that were not stay."""
    if details.programme is not None:
        meeting.items.all().delete()
        Item.objects.bulk_create(
            Item(meeting=meeting, order=at, starts=one.starts, title_vi=one.title_vi,
                 title_en=one.title_en)
            for at, one in enumerate(details.programme, 1)
        )  # fmt: skip
    if details.speakers is not None:
        meeting.speakers.all().delete()
        Speaker.objects.bulk_create(
            Speaker(meeting=meeting, order=at, office=one.office, post_vi=one.post_vi,
                    post_en=one.post_en, about_vi=one.about_vi, about_en=one.about_en)
            for at, one in enumerate(details.speakers, 1)
        )  # fmt: skip
    if details.papers is not None:
        meeting.papers.all().delete()
        Paper.objects.bulk_create(Paper(meeting=meeting, document=one) for one in details.papers)
    if details.together_with is not None:
        meeting.holders.all().delete()
        Holder.objects.bulk_create(
            Holder(meeting=meeting, office=one) for one in details.together_with
        )
