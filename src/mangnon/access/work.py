"""What waits for a person: each subject offers its cards, and the first page shows them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from django.db.models import QuerySet

from mangnon.access.grounds import Ground
from mangnon.access.models import User

Pile = Literal["due", "stale", "returned"]
MOST = 1_000  # what is counted; above it one says "hơn 1.000"


@dataclass(frozen=True, slots=True)
class Card:
    """One kind of work: how much of it waits, what it is, where it is done."""

    pile: Pile
    count: int
    title: str
    words: str
    url: str = ""

    @property
    def more(self) -> bool:
        """Whether there is more than is counted."""
        return self.count > MOST


def counted(waiting: QuerySet[Any]) -> int:
    """Count what waits, no further than one more than is said: a long list is not read."""
    return len(waiting.order_by().values_list("pk", flat=True)[: MOST + 1])


Provider = Callable[[User, tuple[Ground, ...]], Iterable[Card]]
_PROVIDERS: list[Provider] = []


def offer(provider: Provider) -> None:
    """Offer cards; once, from an app's ``ready``."""
    if provider not in _PROVIDERS:
        _PROVIDERS.append(provider)


def waiting(user: User, grounds: tuple[Ground, ...]) -> Iterator[Card]:
    """Yield what waits for the person; nothing is shown of what does not wait."""
    for provider in _PROVIDERS:
        yield from (card for card in provider(user, grounds) if card.count)
