"""The doors: each looks at who is there and issues the warrant, or none."""

from mangnon.access.rights import ACTS
from mangnon.audit.actions import known_actor
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant


def system_warrant(reason: str) -> Warrant:
    """Return leave for the program's own upkeep; the reason goes into every entry."""
    actor = known_actor("system", kind=Actor.Kind.SYSTEM, name="Hệ thống")
    return Warrant(actor=actor, right="system", acts=ACTS, reason=reason)


def demonstration_warrant() -> Warrant:
    """Return leave for the simulation, whose records are all invented."""
    actor = known_actor("demonstration", kind=Actor.Kind.DEMONSTRATION, name="Minh họa")
    return Warrant(actor=actor, right="demonstration", acts=ACTS, reason="simulation")


def operator_warrant(name: str, reason: str) -> Warrant:
    """Return leave for a named person at the command line of the server itself."""
    actor = known_actor(f"operator:{name}", kind=Actor.Kind.PERSON, name=name)
    return Warrant(actor=actor, right="operator", acts=ACTS, reason=reason)
