"""A provider of a test's own: what is told here is what can be found."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from mangnon.finding import actions, providing
from mangnon.finding.providing import Offer, Provider
from mangnon.text.sentence import Sentence


class Shown:
    """A kind of things that exists for a test."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.things: dict[str, Offer] = {}

    def offers(self, keys: Collection[str] | None) -> Iterator[Offer]:
        """Offer some of the things, or all."""
        return (one for key, one in self.things.items() if keys is None or key in keys)

    def put(self, *things: Offer) -> None:
        """Show things, and have them found."""
        self.things |= {one.key: one for one in things}
        actions.refresh(self.kind, [one.key for one in things])

    def take(self, *keys: str) -> None:
        """Take things away again."""
        for key in keys:
            del self.things[key]
        actions.refresh(self.kind, keys)


@contextmanager
def shown(kind: str = "sample", vi: str = "Mẫu thử", en: str = "Samples") -> Iterator[Shown]:
    """Offer a kind of things while a test runs."""
    one = Shown(kind)
    providing.provide(Provider(kind, Sentence(vi, en), one.offers))
    try:
        yield one
    finally:
        providing.withdraw(kind)


def thing(key: str, title: str, body: str = "", **more: object) -> Offer:
    """Tell of a thing in Vietnamese, at an address of its key."""
    told = {"language": "vi", "address": f"/{key}/", "summary": "", "body": body, **more}
    return Offer(key=key, title=title, **told)
