"""Questions about people: where somebody belongs, and who holds what."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Prefetch, Q, QuerySet

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.grounds import held_on, not_over
from mangnon.access.models import Holding, User
from mangnon.places.models import Place
from mangnon.places.tree import Tree


class Line(NamedTuple):
    """A person with the roles she holds now or will hold."""

    user: User
    holdings: list[Holding]


def current_and_coming(user: User) -> QuerySet[Holding]:
    """Return the holdings of a person that are not over, those that wait among them."""
    return _not_over(user.holdings.all())


def _not_over(holdings: QuerySet[Holding]) -> QuerySet[Holding]:
    held = holdings.filter(not_over(clock.today())).exclude(state=Holding.State.DROPPED)
    return held.order_by("valid_from", "pk")


def belongs_to(user: User) -> frozenset[int]:
    """Return the places whose administrators answer for the person's account.

    Those where she holds a role or will; else where she held one; else the whole area.
    """
    now = frozenset(current_and_coming(user).values_list("place_id", flat=True))
    once = now or frozenset(user.holdings.values_list("place_id", flat=True))
    return once or frozenset(Tree.on(clock.today()).roots)


def visible(leave: Leave) -> QuerySet[User]:
    """Return the people somebody may see: who holds or held a role within her reach, or nowhere."""
    held = Holding.objects.filter(place_id__in=leave.places)
    of_hers = Q(pk__in=held.values("user_id"))
    whole_area = frozenset(Tree.on(clock.today()).roots) <= leave.places
    mine = of_hers | Q(holdings__isnull=True) if whole_area else of_hers
    return User.objects.filter(mine).distinct().select_related("actor")


def lines(people: Iterable[User] | QuerySet[User]) -> list[Line]:
    """Return each person with her roles of today and to come, in one query for all."""
    open_ones = _not_over(Holding.objects.select_related("place"))
    if isinstance(people, QuerySet):
        people = people.prefetch_related(Prefetch("holdings", open_ones, to_attr="open_holdings"))
    return [Line(user, list(getattr(user, "open_holdings", []))) for user in people]


def holders(role: str, place: Place) -> list[Holding]:
    """Return who holds a role at a place today."""
    return list(held_on(clock.today()).filter(role=role, place=place).select_related("user__actor"))
