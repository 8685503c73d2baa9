"""The doors: each looks at who is there and issues the warrant, or none.

Every door answers three questions: may this person do this there; where may she; who may.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mangnon.access import grounds
from mangnon.access.errors import ReasonMissing
from mangnon.access.grounds import Ground
from mangnon.access.models import Loan, User
from mangnon.access.rights import ACTS, BY_ACT, implied_by
from mangnon.audit.actions import known_actor
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant

LONGEST_RIGHT = 64  # the column of the trail
SYSTEM, DEMONSTRATION, OPERATOR = "system", "demonstration", "operator"


@dataclass(frozen=True, slots=True)
class Leave:
    """A person's leave for one act: where, and on what grounds. Empty places: nowhere."""

    user: User
    act: str
    places: frozenset[int]
    grounds: tuple[Ground, ...]

    def __bool__(self) -> bool:
        return bool(self.places)

    def covers(self, places: Iterable[int]) -> bool:
        """Whether the act is allowed at every one of ``places``, of which there is one at least."""
        wanted = frozenset(places)
        return bool(wanted) and wanted <= self.places

    def warrant(self, reason: str = "") -> Warrant:
        """Issue the warrant; raises ReasonMissing, or NoWarrant where the act is allowed nowhere.

        ``reason`` is a code or names a record, never words that were typed: it stands in clear in
        every entry. Who borrowed a right gave the reason then; entries name the loan.
        """
        if not self:
            raise NoWarrant(self.act, self.user.name)
        reason = reason.strip() or self._lent_for()
        if BY_ACT[self.act].asks_reason and not reason:
            raise ReasonMissing(BY_ACT[self.act])
        codes = "+".join(sorted({ground.code for ground in self.grounds}))
        return Warrant(
            actor=self.user.actor,
            right=f"{self.act}/{codes}"[:LONGEST_RIGHT],
            acts=implied_by(self.act),
            place_ids=self.places,
            reason=reason,
        )

    def _lent_for(self) -> str:
        """Name the loan where nothing but loans allow the act."""
        loans = [one.source for one in self.grounds if isinstance(one.source, Loan)]
        return loans[0].subject if loans and len(loans) == len(self.grounds) else ""


def leave(user: User, act: str, known: tuple[Ground, ...] | None = None) -> Leave:
    """Return the person's leave for an act, wherever it reaches; ``known`` saves the query."""
    if act not in ACTS:
        raise ValueError(f"{act!r} is no right of access.rights")
    found = grounds.of_person(user) if known is None else known
    fitting = tuple(ground for ground in found if act in ground.acts)
    places = frozenset().union(*(ground.places for ground in fitting))
    return Leave(user=user, act=act, places=places, grounds=fitting)


def may(user: User, act: str, places: Iterable[int]) -> bool:
    """Whether the person may do the act at every one of ``places``."""
    return leave(user, act).covers(places)


def which(user: User, act: str) -> frozenset[int]:
    """Return the ids of the places where the person may do the act."""
    return leave(user, act).places


def who(act: str, place_id: int) -> list[Ground]:
    """Return on what grounds, and so by whom, the act may be done at a place."""
    return [
        ground
        for ground in grounds.of_everyone()
        if act in ground.acts and place_id in ground.places
    ]


def own_warrant(user: User, act: str, reason: str = "") -> Warrant:
    """Return leave for what everybody may do to her own account; it reaches no place."""
    return Warrant(
        actor=user.actor, right="own", acts=frozenset({act}), place_ids=frozenset(), reason=reason
    )


def system_warrant(reason: str) -> Warrant:
    """Return leave for the program's own upkeep; the reason goes into every entry."""
    actor = known_actor("system", kind=Actor.Kind.SYSTEM, name="Hệ thống")
    return Warrant(actor=actor, right=SYSTEM, acts=ACTS, reason=reason)


def demonstration_warrant() -> Warrant:
    """Return leave for the simulation, whose records are all invented."""
    actor = known_actor("demonstration", kind=Actor.Kind.DEMONSTRATION, name="Minh họa")
    return Warrant(actor=actor, right=DEMONSTRATION, acts=ACTS, reason="simulation")


def operator_warrant(name: str, reason: str) -> Warrant:
    """Return leave for a named person at the command line of the server itself."""
    actor = known_actor(f"operator:{name}", kind=Actor.Kind.PERSON, name=name)
    return Warrant(actor=actor, right=OPERATOR, acts=ACTS, reason=reason)


def at_the_server(warrant: Warrant) -> bool:
    """Whether the program itself acts, or somebody at its command line: no page leads there."""
    return warrant.right in (SYSTEM, DEMONSTRATION, OPERATOR)


def is_simulated(warrant: Warrant) -> bool:
    """Whether the demonstration acts: what it writes is invented, and pages say so."""
    return warrant.right == DEMONSTRATION
