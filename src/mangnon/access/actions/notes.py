"""What every act on people does at its end: the entry."""

from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place


def subject_of(user: User) -> str:
    """Name a person for an entry."""
    return f"access.user:{user.uuid}"


def note(
    warrant: Warrant, act: str, user: User, place: Place, *, words: bytes | None = None, **data: str
) -> None:
    """Leave the entry of an act on a person at a place; ``words``: what was typed, sealed."""
    about = subject_of(user)
    record(warrant, f"people.{act}", subject=about, place_code=place.key, data=data, reason=words)
