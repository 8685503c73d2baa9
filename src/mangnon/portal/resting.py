"""What a procedure or a service rests on, and what rests on a document, as links."""

from collections.abc import Iterable
from dataclasses import dataclass

from mangnon.legislation.bases import Basis
from mangnon.legislation.models import Document
from mangnon.portal.addresses import address
from mangnon.portal.voices import Voice
from mangnon.ui.parts import Link


@dataclass(frozen=True, slots=True)
class LegalGround:
    """A legal basis: where it leads (empty: the list does not have it), its article."""

    words: str
    url: str
    article: str
    to_check: bool


def legal_grounds(voice: Voice, bases: Iterable[Basis]) -> list[LegalGround]:
    """Return the bases in their order."""
    return [
        LegalGround(
            titled(voice, one.document) if one.document else voice.of(one, "words"),
            document_url(voice, one.document) if one.document else "",
            voice.of(one, "article"),
            one.to_check,
        )
        for one in bases
    ]


def titled(voice: Voice, document: Document) -> str:
    """Name a document by its title and number."""
    title = voice.of(document, "title")
    return f"{title} ({document.number})" if document.number else title


def document_url(voice: Voice, document: Document) -> str:
    """Return the address of a document's page."""
    return address("document", voice.language, code=document.code)


def links_to(voice: Voice, page: str, things: Iterable[object]) -> list[Link]:
    """Return links to things with a code and a name, sorted by name."""
    return [
        Link(voice.name(one), address(page, voice.language, code=str(getattr(one, "code"))))  # noqa: B009
        for one in sorted(things, key=voice.by_name)
    ]
