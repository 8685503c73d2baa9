"""What somebody's rights rest on today: roles held at places, and loans that still run."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from mangnon import clock
from mangnon.access.models import Holding, Loan, User
from mangnon.access.rights import implied_by
from mangnon.access.roles import rights_of
from mangnon.access.scope import reach
from mangnon.places.models import Kind

OVER_CHILDREN = ("register.", "cases.")  # how the acts begin that are done to children
STANDING = Holding.State.STANDING


@dataclass(frozen=True, slots=True)
class Ground:
    """One holding or loan: the acts it covers, and the places it reaches."""

    source: Holding | Loan
    acts: frozenset[str]
    places: frozenset[int]

    @property
    def code(self) -> str:
        """The role's code, or ``loan``; what the trail names as the ground."""
        return self.source.role if isinstance(self.source, Holding) else "loan"


def of_person(user: User) -> tuple[Ground, ...]:
    """Return what the person's rights rest on at this moment; nothing for who has left."""
    if not user.is_active:
        return ()
    holdings = held_on(clock.today()).filter(user=user)
    loans = running_at(clock.now()).filter(user=user)
    return tuple(_grounds([*holdings.select_related("place"), *loans.select_related("place")]))


def of_everyone() -> Iterable[Ground]:
    """Return every ground of everyone who has an account that works."""
    holdings = held_on(clock.today()).filter(user__is_active=True)
    loans = running_at(clock.now()).filter(user__is_active=True)
    with_people = ("place", "office", "user__actor")
    return _grounds(
        [*holdings.select_related(*with_people), *loans.select_related("place", "user__actor")]
    )


def not_over(day: date) -> Q:
    """Ask for what has no end, or one after the day."""
    return Q(valid_to__isnull=True) | Q(valid_to__gt=day)


def held_on(day: date) -> QuerySet[Holding]:
    """Return the holdings that stand on a day: one that waits to be confirmed opens nothing."""
    standing = Holding.objects.filter(not_over(day), valid_from__lte=day, state=STANDING)
    return standing.order_by("valid_from", "pk")


def running_at(moment: datetime) -> QuerySet[Loan]:
    """Return the loans that run at a moment."""
    return Loan.objects.filter(lent_at__lte=moment, ends_at__gt=moment).order_by("lent_at", "pk")


def _grounds(sources: Iterable[Holding | Loan]) -> Iterable[Ground]:
    today = clock.today()
    for source in sources:
        acts = rights_of(source.role) if isinstance(source, Holding) else implied_by(source.act)
        yield Ground(source, acts, reach(source.place_id, today))


def reach_over_children(found: Iterable[Ground]) -> frozenset[int] | None:
    """Return every place where the grounds allow an act on children; None for the whole area.

    What allows none, an editor's or an administrator's, opens no child's row. Who holds a role over
    children at the programme area works within everything: the database is asked for no list of
    hundreds of places.
    """
    reached: set[int] = set()
    for ground in found:
        if not any(act.startswith(OVER_CHILDREN) for act in ground.acts):
            continue
        if ground.source.place.kind == Kind.PROGRAMME_AREA:
            return None
        reached |= ground.places
    return frozenset(reached)
