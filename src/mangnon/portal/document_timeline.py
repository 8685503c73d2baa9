"""What happened to a document, day by day, from its dates and from what others did to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from mangnon.legislation.public import Told
from mangnon.portal.document_words import RELATIONS
from mangnon.portal.resting import document_url, titled
from mangnon.portal.voices import Voice
from mangnon.ui.parts import Link


@dataclass(frozen=True, slots=True)
class Event:
    """One day: what happened, by which document."""

    day: date
    words: str
    by: Link | None = None


def timeline(voice: Voice, told: Told) -> Sequence[Event]:
    """Return the events whose day is known, the earliest first."""
    one = told.document
    own = [
        (one.issued_on, _("Ban hành")),
        (one.in_force_from, _("Có hiệu lực")),
        (one.expired_on, _("Hết hiệu lực")),
    ]
    events = [Event(day, words) for day, words in own if day is not None]
    for relation in told.undergoes:
        day = relation.on or relation.source.in_force_from or relation.source.issued_on
        if day is not None:
            by = Link(titled(voice, relation.source), document_url(voice, relation.source))
            events.append(Event(day, str(RELATIONS[relation.kind][1]), by))
    return sorted(events, key=lambda event: event.day)
