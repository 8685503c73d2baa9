"""What waits for a second administrator: which roles, given by whom, in which batches."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from mangnon import clock
from mangnon.access.doors import Leave
from mangnon.access.grounds import held_on, not_over
from mangnon.access.models import Holding, User
from mangnon.access.roles import ROLES, rights_of

MOST = 4_000  # roles on one page; a spreadsheet brings 2,000 at most
_ORDER = {role.code: at for at, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Batch:
    """What one act gave; ``open_to_me`` are the roles that the one who asks may answer."""

    uuid: UUID
    giver: str
    given_at: datetime
    rows: list[Holding]
    open_to_me: frozenset[int]

    def roles(self) -> list[tuple[str, int]]:
        """Count the roles, those with power over people or the trail first."""
        counts = Counter(row.role for row in self.rows)
        return [(role, counts[role]) for role in sorted(counts, key=_weight)]


def waiting() -> QuerySet[Holding]:
    """Return the roles that wait and are not over, of people whose account works."""
    unanswered = Holding.objects.filter(not_over(clock.today()), state=Holding.State.WAITING)
    found = unanswered.filter(user__is_active=True)
    return found.order_by("-given_at", "pk")


def within(leave: Leave) -> QuerySet[Holding]:
    """Return those that wait where the person manages people."""
    return waiting().filter(place_id__in=leave.places)


def to_answer(leave: Leave) -> QuerySet[Holding]:
    """Return those that the person herself may answer: she neither gave nor receives them."""
    return within(leave).exclude(given_by=leave.user.actor).exclude(user=leave.user)


def batches(leave: Leave, only: UUID | None = None) -> list[Batch]:
    """Return what waits within reach, batch by batch, the latest first; ``only``: this batch."""
    found = within(leave) if only is None else within(leave).filter(batch=only)
    rows = found.select_related("user__actor", "place", "given_by")[:MOST]
    together: dict[UUID, list[Holding]] = {}
    for row in rows:
        together.setdefault(row.batch, []).append(row)
    return [_batch(uuid, held, leave.user) for uuid, held in together.items()]


def has_another(user: User) -> bool:
    """Whether anybody else manages people today: else the command line must confirm."""
    managing = [role.code for role in ROLES if "people.manage" in rights_of(role.code)]
    others = held_on(clock.today()).filter(role__in=managing, user__is_active=True)
    return others.exclude(user=user).exists()


def of_person(user: User) -> QuerySet[Holding]:
    """Return what waits for the person herself."""
    return waiting().filter(user=user).select_related("place")


def _batch(uuid: UUID, held: Iterable[Holding], user: User) -> Batch:
    rows = sorted(held, key=lambda row: (_weight(row.role), row.place.name_vi, row.user.name))
    mine = (row.pk for row in rows if row.may_be_answered_by(user.actor))
    return Batch(uuid, rows[0].given_by.name, rows[0].given_at, rows, frozenset(mine))


def _weight(role: str) -> tuple[bool, int]:
    """Order roles: an administrator among four hundred officers stands where one looks first."""
    over_people = not rights_of(role).isdisjoint(("people.manage", "audit.read"))
    return not over_people, _ORDER.get(role, len(_ORDER))
