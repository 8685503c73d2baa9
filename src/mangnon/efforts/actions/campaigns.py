"""Acts on campaigns."""

from datetime import date

from django.db import transaction

from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.efforts import errors
from mangnon.efforts.models import Campaign, Channel
from mangnon.places.models import Office, Place
from mangnon.places.records import in_order, said, there, working
from mangnon.text.sentence import Sentence

WRITE = "efforts.write"
_TITLE = Sentence("Tên đợt truyền thông", "The campaign's name")
_EFFECT = Sentence("Hiệu quả", "The effect")
_MEASURED = Sentence("Cách đo hiệu quả", "How the effect is known")


def begin_campaign(
    place: Place,
    office: Office,
    *,
    title: str,
    starts_on: date,
    ends_on: date,
    warrant: Warrant,
) -> Campaign:
    """Write down a campaign."""
    warrant.demand(WRITE, [place.pk])
    there(place, starts_on)
    working(office, starts_on)
    in_order(starts_on, ends_on)
    with transaction.atomic():
        made = Campaign.objects.create(
            place=place, office=office, title=said(title, _TITLE), starts_on=starts_on,
            ends_on=ends_on, simulated=is_simulated(warrant),
        )  # fmt: skip
        _record(warrant, "efforts.begin_campaign", made)
    return made


def add_channel(
    campaign: Campaign, kind: str, *, times: int, reached: int | None = None, warrant: Warrant
) -> Channel:
    """Write how often a channel was used and whom it reached; each channel once."""
    warrant.demand(WRITE, [campaign.place_id])
    with transaction.atomic():
        Campaign.objects.select_for_update().get(pk=campaign.pk)
        if campaign.channels.filter(kind=kind).exists():
            raise errors.there_already(Sentence("Kênh này", "This channel"))
        made = Channel.objects.create(
            campaign=campaign, kind=Channel.Kind(kind), times=times, reached=reached
        )
        _record(warrant, "efforts.add_channel", campaign)
    return made


def say_effect(campaign: Campaign, *, effect: str, measured_by: str, warrant: Warrant) -> Campaign:
    """Write what a campaign changed, and how that is known."""
    warrant.demand(WRITE, [campaign.place_id])
    with transaction.atomic():
        held = Campaign.objects.select_for_update(of=("self",)).get(pk=campaign.pk)
        held.effect, held.measured_by = said(effect, _EFFECT), said(measured_by, _MEASURED)
        held.save()
        _record(warrant, "efforts.say_effect", held)
    return held


def _record(warrant: Warrant, act: str, campaign: Campaign) -> None:
    subject = f"efforts.campaign:{campaign.uuid}"
    record(warrant, act, subject=subject, place_code=campaign.place.code)
