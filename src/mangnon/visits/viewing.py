"""What counts as a view of a page, whoever tells of it: our own process, or nginx's log."""

from typing import NamedTuple

from mangnon.access.routes import PRIVATE

_AHEAD = ("prefetch", "prerender", "preview")


class Answered(NamedTuple):
    """A request and its answer, as far as counting looks at them.

    ``kind`` is the content type, ``purpose`` what the browser says of why it asks.
    """

    method: str
    status: int
    kind: str
    path: str
    purpose: str


def is_page(answered: Answered) -> bool:
    """Whether a page of the public house was shown: not asked for ahead, nor only its headers."""
    return (
        answered.method == "GET"
        and answered.status == 200
        and answered.kind.startswith("text/html")
        and not answered.path.startswith(PRIVATE)
        and not any(word in answered.purpose for word in _AHEAD)
    )
