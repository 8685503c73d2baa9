"""What a facility is called and what it is, corrected; what was entered by mistake, taken back."""

from collections.abc import Mapping

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import common
from mangnon.facilities.actions.facilities import describes_one
from mangnon.facilities.errors import WrongState
from mangnon.facilities.models import Assessment, Facility, Post, PublicOffer
from mangnon.facilities.queries import places_stood
from mangnon.indicators.marks import announce
from mangnon.text.sentence import Sentence


def correct_facility(
    facility: Facility, *, name: str, level: str, ownership: str, warrant: Warrant
) -> Facility:
    """Correct the name, level and ownership of a facility, as they always were."""
    with transaction.atomic():
        held = Facility.objects.select_for_update().get(pk=facility.pk)
        common.demand_at_sites(warrant, held, held.opened_on)
        describes_one(held.kind, level, ownership)
        before = described(held)
        held.name, held.level, held.ownership = name, level, ownership
        held.save(update_fields=["name", "level", "ownership"])
        common.note(warrant, "correct_facility", held, **_differing(before, described(held)))
        common.changed(held, held.opened_on)
    return held


def described(facility: Facility) -> dict[str, str]:
    """Return what can be corrected of a facility."""
    return {
        "name": facility.name, "level": facility.level, "ownership": facility.ownership,
    }  # fmt: skip


def take_back_facility(facility: Facility, *, warrant: Warrant) -> None:
    """Take a facility out of the records that was entered by mistake.

    Raises WrongState where anything else is recorded of it; it is closed then, not taken back.
    """
    with transaction.atomic():
        held = Facility.objects.select_for_update().get(pk=facility.pk)
        common.demand_at_sites(warrant, held, held.opened_on)
        if held.closed_on is not None or held.sites.count() > 1 or _more_known(held):
            raise WrongState(_MORE)
        places, since = places_stood(held, held.opened_on), held.opened_on
        common.note(warrant, "take_back_facility", held)
        held.delete()
        announce([common.DATASET[facility.kind]], places, since)


def take_back_post(post: Post, *, warrant: Warrant) -> None:
    """Take a person's post out of the records that was entered by mistake."""
    with transaction.atomic():
        held = Post.objects.select_for_update().select_related("facility").get(pk=post.pk)
        common.demand_at_sites(warrant, held.facility, held.valid_from)
        if held.leaves.exists():
            raise WrongState(_MORE)
        common.note(warrant, "take_back_post", held.facility, post=held.pk)
        held.delete()
        common.changed(held.facility, held.valid_from)


def take_back_leaving(post: Post, *, warrant: Warrant) -> None:
    """Say that a person never left a post, where that was entered by mistake."""
    with transaction.atomic():
        held = Post.objects.select_for_update().select_related("facility").get(pk=post.pk)
        left_on = held.valid_to
        if left_on is None or held.facility.closed_on is not None:
            raise WrongState(_MORE)
        common.demand_at_sites(warrant, held.facility, left_on)
        held.valid_to = None
        held.save(update_fields=["valid_to"])
        common.note(warrant, "take_back_leaving", held.facility, post=held.pk)
        common.changed(held.facility, left_on)


def _more_known(facility: Facility) -> bool:
    rows = (facility.posts, facility.recognitions, Assessment.objects.filter(facility=facility))
    return (
        any(one.exists() for one in rows) or PublicOffer.objects.filter(code=facility.code).exists()
    )


def _differing(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, list[str]]:
    return {key: [old, after[key]] for key, old in before.items() if old != after[key]}


_MORE = Sentence(
    vi="Đã có ghi chép khác về cơ sở hoặc người này, nên không rút lại được. Hãy ghi là đã đóng "
    "hoặc đã thôi làm.",
    en="More is recorded of this facility or person, so it cannot be taken back. Record the end "
    "instead.",
)
