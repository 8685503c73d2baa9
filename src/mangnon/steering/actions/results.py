"""Acts on what came of it: reviews and commendations."""

from datetime import date

from django.db import transaction

from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.legislation.models import Document
from mangnon.places.models import Office, Place
from mangnon.places.records import in_order, past, said, there, working
from mangnon.steering import errors
from mangnon.steering.models import Commendation, Review
from mangnon.text.sentence import Sentence

WRITE = "steering.write"
_CONCLUSION = Sentence("Kết luận", "The conclusion")
_DECISION = Sentence("Số quyết định", "The number of the decision")
_WHAT_FOR = Sentence("Thành tích", "What it is for")


def review(
    kind: str,
    place: Place,
    *,
    office: Office,
    period_from: date,
    period_to: date,
    held_on: date,
    conclusion: str,
    document: Document | None = None,
    number: str = "",
    warrant: Warrant,
) -> Review:
    """Write down a review of a period, held after the period began."""
    warrant.demand(WRITE, [place.pk])
    there(place, held_on)
    working(office, held_on)
    in_order(period_from, period_to)
    in_order(period_from, held_on)
    past(held_on)
    with transaction.atomic():
        made = Review.objects.create(
            kind=Review.Kind(kind), place=place, office=office, period_from=period_from,
            period_to=period_to, held_on=held_on, document=document, number=number.strip(),
            conclusion=said(conclusion, _CONCLUSION), simulated=is_simulated(warrant),
        )  # fmt: skip
        record(
            warrant, "steering.review", subject=f"steering.review:{made.uuid}",
            place_code=place.code,
        )  # fmt: skip
    return made


def commend(
    kind: str,
    by: Office,
    *,
    decision: str,
    decided_on: date,
    what_for: str,
    office: Office | None = None,
    place: Place | None = None,
    organisation: str = "",
    warrant: Warrant,
) -> Commendation:
    """Write down a commendation of one: an office, a place, or an organisation by its name."""
    warrant.demand(WRITE, [by.place_id])
    working(by, decided_on)
    past(decided_on)
    organisation = organisation.strip()
    if sum(map(bool, (office, place, organisation))) != 1:
        raise errors.one_commended()
    with transaction.atomic():
        made = Commendation.objects.create(
            kind=Commendation.Kind(kind), by=by, office=office, place=place,
            organisation=organisation, decision=said(decision, _DECISION), decided_on=decided_on,
            what_for=said(what_for, _WHAT_FOR), simulated=is_simulated(warrant),
        )  # fmt: skip
        record(
            warrant, "steering.commend", subject=f"steering.commendation:{made.uuid}",
            place_code=by.place.code, data={"decision": made.decision},
        )  # fmt: skip
    return made
