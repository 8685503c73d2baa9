"""What a facility offers to children is published by itself, and taken back by itself."""

from django.db import transaction

from mangnon import clock
from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import common
from mangnon.facilities.errors import WrongState
from mangnon.facilities.models import Facility, PublicOffer
from mangnon.facilities.queries import open_site
from mangnon.text.sentence import Sentence


def publish_offer(
    facility: Facility, *, words_vi: str, words_en: str = "", warrant: Warrant
) -> PublicOffer:
    """Publish what a facility offers; a second time replaces the first. No staff is in it."""
    with transaction.atomic():
        site = open_site(facility)
        if site is None or not words_vi.strip():
            raise WrongState(
                Sentence(
                    vi="Cơ sở đã đóng, hoặc chưa có nội dung. "
                    "Hãy ghi nội dung cơ sở dành cho trẻ em.",
                    en="The facility is closed, or nothing is written. Write what it offers.",
                )
            )
        warrant.demand(common.WRITE, [site.place_id])
        offer, _ = PublicOffer.objects.update_or_create(
            code=facility.code,
            defaults={
                "kind": facility.kind, "name": facility.name, "place": site.place,
                "words_vi": words_vi.strip(), "words_en": words_en.strip(),
                "published_on": clock.today(),
            },
        )  # fmt: skip
        common.note(warrant, "publish_offer", facility, site.place)
    return offer


def withdraw_offer(facility: Facility, *, warrant: Warrant) -> None:
    """Take what was published back."""
    with transaction.atomic():
        common.demand_at_sites(warrant, facility, clock.today())
        PublicOffer.objects.filter(code=facility.code).delete()
        common.note(warrant, "withdraw_offer", facility)
