"""What else somebody may do on the page she is on; each page behind a link asks for itself."""

from mangnon.access.doors import Leave, leave
from mangnon.access.routes import DeskRequest


def also(request: DeskRequest, act: str) -> Leave:
    """Return the leave for a further act, from the grounds that the door read."""
    return leave(request.user, act, request.grounds)


def holds(request: DeskRequest, act: str) -> bool:
    """Whether the person may do the act anywhere."""
    return bool(also(request, act))
