"""A household stays where it is when a child's home passes to another place.

Its address and its members are the old place's, and stay there; the new place asks the family. A
whole family that moves is one household there, too, where the officer says so (``move_household``).
"""

from collections.abc import Mapping, Sequence
from uuid import uuid4

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.register import identity
from mangnon.register.actions import changes, checks
from mangnon.register.actions.homes import set_home_details
from mangnon.register.actions.households import seal_under_new_key, stays_at
from mangnon.register.models import Child, Household, HouseholdPoverty
from mangnon.register.queries import file_kept_at


def part(
    family: Sequence[Child], *, left: int, place: Place, telephone: str = "", always: bool = False
) -> None:
    """Take held children out of the household they share; it is kept at the place ``left``.

    What the yearly lists say of it until now goes with them, in a household of their own at
    ``place``: their past is counted as before, and what is corrected in the one is not in the
    other. Without such lines one child alone has no household then, unless ``always``.
    """
    before = family[0].household
    lines = []
    if before is not None:
        stays_at(before.pk, left)
        lines = list(before.poverty.values("year", "status"))
    own = None
    if lines or telephone or always or len(family) > 1:
        own = Household(uuid=uuid4(), kept_at=place)
        seal_under_new_key(own, address="", telephone=telephone)
        own.save(force_insert=True)
        HouseholdPoverty.objects.bulk_create(
            HouseholdPoverty(household=own, **line) for line in lines
        )
    for child in family:
        child.household = own
        child.save(update_fields=["household"])


def telephone_of(household: Household | None) -> str:
    """Return the telephone that a family takes along; "" where there is none to read."""
    return "" if household is None else identity.open_telephone(household) or ""


def left_behind(before: Household | None, child: Child) -> dict[str, str]:
    """Name for an entry the household that a child left, if it left one."""
    stays = before is None or before.pk == child.household_id
    return {} if before is None or stays else {"household_left": str(before.uuid)}


def live_apart(
    child: Child,
    *,
    address: str,
    telephone: str = "",
    let_go: Mapping[str, str] | None = None,
    warrant: Warrant,
) -> Child:
    """Give a child a household of its own at its place; the old one keeps address and members.

    Demands the right at the child's file alone: nothing of the others changes.
    """
    with transaction.atomic():
        child = checks.locked(child)
        changes.demand_at_home(warrant, child)
        before, kept_at = child.household, file_kept_at(child)
        part([child], left=kept_at, place=Place.objects.get(pk=kept_at), always=True)
        changes.note(warrant, "live_apart", child, **left_behind(before, child))
        assert child.household is not None
        set_home_details(
            child.household, address=address, telephone=telephone, let_go=let_go, warrant=warrant
        )
    return child
