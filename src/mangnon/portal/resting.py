"""What a procedure or a service rests on, and what rests on a document, as links."""

from collections.abc import Iterable
from dataclasses import dataclass

from mangnon.legislation import public
from mangnon.legislation.bases import Basis
from mangnon.legislation.citing.clauses import anchors_in
from mangnon.legislation.models import Document
from mangnon.portal.addresses import address
from mangnon.portal.voices import Voice
from mangnon.programme.models import Target
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
            clause_url(voice, one.document, one.article_vi) if one.document else "",
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


def source_url(voice: Voice, target: Target) -> str:
    """Return where the clause stands that set a target; its document where no clause is known."""
    if target.clause is None:
        return document_url(voice, target.document)
    return f"{document_url(voice, target.clause.document)}#{target.clause.anchor}"


def clause_url(voice: Voice, document: Document, words: str) -> str:
    """Return the address of the one clause that words name, where the document has it here."""
    anchors = anchors_in(words)
    if len(anchors) == 1 and document.held and public.has_clause(document.pk, anchors[0]):
        return f"{document_url(voice, document)}#{anchors[0]}"
    return document_url(voice, document)


def links_to(voice: Voice, page: str, things: Iterable[object]) -> list[Link]:
    """Return links to things with a code and a name, sorted by name."""
    return [
        Link(voice.name(one), address(page, voice.language, code=str(getattr(one, "code"))))  # noqa: B009
        for one in sorted(things, key=voice.by_name)
    ]
