"""Acts on who takes part, what they pledge and give, and what the Fund gives on."""

from datetime import date

from django.db import transaction

from mangnon.access.doors import is_simulated
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.efforts import errors
from mangnon.efforts.actions.measures import MOST, WRITE
from mangnon.efforts.models import Gift, Grant, Partner, Pledge
from mangnon.places.models import Place
from mangnon.places.records import in_order, past, said, there
from mangnon.text.sentence import Sentence

FUND = "efforts.fund"
_NAME = Sentence("Tên người đóng góp", "The partner's name")
_WHAT = Sentence("Nội dung cam kết", "What is pledged")


def add_partner(
    kind: str, place: Place, *, name: str, shown_as: str = "", warrant: Warrant
) -> Partner:
    """Write down who takes part; ``shown_as``: how it agreed to be named in public, or not."""
    warrant.demand(WRITE, [place.pk])
    name = said(name, _NAME)
    with transaction.atomic():
        if Partner.objects.filter(place=place, name=name).exists():
            raise errors.there_already(Sentence(name, name))
        made = Partner.objects.create(
            kind=Partner.Kind(kind), place=place, name=name, shown_as=shown_as.strip(),
            simulated=is_simulated(warrant),
        )  # fmt: skip
        subject = f"efforts.partner:{made.uuid}"
        record(warrant, "efforts.add_partner", subject=subject, place_code=place.code)
    return made


def pledge(
    partner: Partner,
    *,
    amount: int,
    what: str,
    pledged_on: date,
    due_on: date | None = None,
    warrant: Warrant,
) -> Pledge:
    """Write down what a partner promised."""
    warrant.demand(WRITE, [partner.place_id])
    _must_be_money(amount)
    past(pledged_on)
    in_order(pledged_on, due_on)
    with transaction.atomic():
        made = Pledge.objects.create(
            partner=partner, amount=amount, what=said(what, _WHAT), pledged_on=pledged_on,
            due_on=due_on, simulated=is_simulated(warrant),
        )  # fmt: skip
        record(
            warrant, "efforts.pledge", subject=f"efforts.pledge:{made.uuid}",
            place_code=partner.place.code, data={"amount": amount},
        )  # fmt: skip
    return made


def receive(
    place: Place,
    partner: Partner,
    kind: str,
    *,
    amount: int,
    received_on: date,
    pledge: Pledge | None = None,
    note: str = "",
    warrant: Warrant,
) -> Gift:
    """Write down what the Fund of a place received; goods at their value in money."""
    warrant.demand(FUND, [place.pk])
    _must_be_money(amount)
    there(place, received_on)
    past(received_on)
    if pledge is not None and pledge.partner_id != partner.pk:
        raise errors.pledge_of_another(partner.name)
    with transaction.atomic():
        made = Gift.objects.create(
            place=place, partner=partner, pledge=pledge, kind=Gift.Kind(kind), amount=amount,
            received_on=received_on, note=note.strip(), simulated=is_simulated(warrant),
        )  # fmt: skip
        record(
            warrant, "efforts.receive", subject=f"efforts.gift:{made.uuid}",
            place_code=place.code, data={"amount": amount},
        )  # fmt: skip
    return made


def give(
    place: Place,
    purpose: str,
    *,
    amount: int,
    children: int,
    given_on: date,
    note: str = "",
    warrant: Warrant,
) -> Grant:
    """Write down what the Fund of a place gave, to how many children; never more than it has."""
    warrant.demand(FUND, [place.pk])
    _must_be_money(amount)
    there(place, given_on)
    past(given_on)
    with transaction.atomic():
        left = _left(place, given_on)
        if amount > left:
            raise errors.fund_too_small(amount, left, place.name_vi)
        made = Grant.objects.create(
            place=place, purpose=Grant.Purpose(purpose), amount=amount, children=children,
            given_on=given_on, note=note.strip(), simulated=is_simulated(warrant),
        )  # fmt: skip
        record(
            warrant, "efforts.give", subject=f"efforts.grant:{made.uuid}",
            place_code=place.code, data={"amount": amount, "children": children},
        )  # fmt: skip
    return made


def _left(place: Place, day: date) -> int:
    """Return what the Fund has on a day; its gifts stay locked, so that two do not give it both."""
    gifts = Gift.objects.select_for_update(of=("self",)).filter(place=place).order_by("pk")
    received = sum(one.amount for one in gifts if one.received_on <= day)
    return received - sum(Grant.objects.filter(place=place).values_list("amount", flat=True))


def _must_be_money(amount: int) -> None:
    if amount <= 0:
        raise errors.nothing_given()
    if amount > MOST:
        raise errors.too_much(MOST)
