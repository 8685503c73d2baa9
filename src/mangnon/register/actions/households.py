"""Households, and what the yearly list says of them."""

from datetime import date
from uuid import uuid4

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.errors import NoWarrant
from mangnon.audit.warrants import Warrant
from mangnon.indicators.marks import announce
from mangnon.places.models import Place
from mangnon.register import identity
from mangnon.register.actions import changes
from mangnon.register.errors import NotOverHousehold, WrongDay, WrongState
from mangnon.register.models import Child, DataKey, Household, HouseholdPoverty
from mangnon.register.queries import file_kept_at, places_of_children, places_of_weighings
from mangnon.text.sentence import Sentence
from mangnon.walls import everywhere

NOBODYS = 0  # no place: only leave for everywhere covers it


def register_household(
    *, address: str = "", telephone: str = "", place: Place | None = None, warrant: Warrant
) -> Household:
    """Enter a household at a place; its address and telephone are sealed with its own key.

    The place keeps it until a child lives in it. None: only who writes everywhere may.
    """
    warrant.demand(changes.WRITE, [place.pk if place else NOBODYS])
    with transaction.atomic():
        household = Household(uuid=uuid4(), kept_at=place)
        seal_under_new_key(household, address=address, telephone=telephone)
        household.save(force_insert=True)
        record(warrant, "register.register_household", subject=_subject(household))
    return household


def seal_under_new_key(household: Household, *, address: str, telephone: str) -> None:
    """Make a household's first key and seal its texts with it; the caller saves the household."""
    sealed = identity.seal_homes([household.uuid], addresses=[address], telephones=[telephone])
    household.data_key = DataKey.objects.create(id=sealed.key_ids[0], wrapped=sealed.wrapped[0])
    (household.address_sealed,), (household.telephone_sealed,) = sealed.texts


def demand_over_members(
    warrant: Warrant, household: Household, *, besides: Child | None = None
) -> list[int]:
    """Demand the right to write at every file of a household; return the ids of its children.

    Members behind the walls of the database are asked for like the others, and the refusal says
    nothing of who or where they are; an empty household is its keeper's. ``besides``: a child for
    whom another right is asked.
    Raises NotOverHousehold.
    """
    warrant.demand(changes.WRITE)
    with everywhere():
        members = list(household.children.exclude(pk=besides.pk if besides else None))
        kept_at = {file_kept_at(child) for child in members} or {household.kept_at_id or NOBODYS}
    try:
        warrant.demand(changes.WRITE, kept_at)
    except NoWarrant as error:
        raise NotOverHousehold from error
    return [child.pk for child in members]


def stays_at(household_id: int | None, place_id: int) -> None:
    """Note at which place a household is left, should this be its last child (0: at none)."""
    Household.objects.filter(pk=household_id).update(kept_at=place_id or None)


def set_poverty(household: Household, *, year: int, status: str | None, warrant: Warrant) -> None:
    """Say what the list of ``year`` says of a household: poor, near_poor or nothing (None)."""
    children = Child.objects.filter(household=household)
    with everywhere():
        homes, weighed = places_of_children(children), places_of_weighings(children)
    warrant.demand(changes.WRITE, homes or [household.kept_at_id or NOBODYS])
    _possible(year, status)
    with transaction.atomic():
        if status is None:
            household.poverty.filter(year=year).delete()
        else:
            HouseholdPoverty.objects.update_or_create(
                household=household, year=year, defaults={"status": status}
            )
        record(warrant, "register.set_poverty", subject=_subject(household), data={"year": year})
        since = date(year, 1, 1)
        announce(changes.HELPED, homes, since)
        announce(["measured"], weighed, since)


def _subject(household: Household) -> str:
    return f"register.household:{household.uuid}"


def _possible(year: int, status: str | None) -> None:
    this_year = clock.today().year
    if not 1990 <= year <= this_year:
        raise WrongDay(
            Sentence(
                vi=f"Năm {year} không hợp lệ. Hãy ghi một năm từ 1990 đến {this_year}.",
                en=f"The year {year} cannot be. Write a year from 1990 to {this_year}.",
            )
        )
    if status is not None and status not in HouseholdPoverty.Status.values:
        listed = ", ".join(HouseholdPoverty.Status.values)
        raise WrongState(
            Sentence(
                vi=f"Diện hộ “{status}” không hợp lệ. Hãy dùng: {listed}, hoặc để trống.",
                en=f"The status “{status}” is not known. Use: {listed}, or nothing.",
            )
        )
