"""What documents set elsewhere in the house: rooms above announce what of it is public."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mangnon.text.sentence import Sentence


@dataclass(frozen=True, slots=True)
class SetDuty:
    """A duty that a clause set ("" for the document): what is asked, of whom, until when."""

    anchor: str
    title: Sentence
    level: Sentence
    until: Sentence


Provider = Callable[[int], Iterable[SetDuty]]
_PROVIDERS: list[Provider] = []


def offer(provider: Provider) -> None:
    """Announce what answers which duties a document set; once, from an app's ``ready``."""
    if provider not in _PROVIDERS:
        _PROVIDERS.append(provider)


def duties_of(document_id: int) -> list[SetDuty]:
    """Return the duties that a document set, as far as they are public."""
    return [one for provider in _PROVIDERS for one in provider(document_id)]
