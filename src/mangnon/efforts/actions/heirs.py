"""What a merger does here: running models, measures, partners and the Fund pass to the heir."""

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.efforts.models import Gift, Grant, Partner, Proposal, Site
from mangnon.efforts.states import OPEN
from mangnon.places.heirs import Merger


def pass_to_heirs(merger: Merger, *, warrant: Warrant) -> int:
    """Move what goes on to the heir (of a split place to the largest); part of ``places.succeed``.

    What is over stays where it was: measures and campaigns keep the place of their day.
    """
    warrant.demand("places.succeed")
    moved = 0
    with transaction.atomic():
        for old, heir in _heirs(merger).items():
            for rows in (
                Site.objects.filter(place=old, until__isnull=True),
                Proposal.objects.filter(place=old, stage__in=OPEN),
                Gift.objects.filter(place=old),
                Grant.objects.filter(place=old),
            ):
                moved += rows.update(place=heir)
            moved += _partners(old, heir)
        if moved:
            subject = f"day:{merger.date.isoformat()}"
            record(warrant, "efforts.pass_to_heirs", subject=subject, data={"moved": moved})
    return moved


def _heirs(merger: Merger) -> dict[int, int]:
    def largest(old: int) -> int:
        return max(merger.split[old], key=lambda heir: (heir[1], -heir[0]))[0]

    return {**merger.whole, **{old: largest(old) for old in merger.split}}


def _partners(old: int, heir: int) -> int:
    """Move partners; one whose name the heir knows already stays, with its past."""
    known = Partner.objects.filter(place=heir).values("name")
    return Partner.objects.filter(place=old).exclude(name__in=known).update(place=heir)
