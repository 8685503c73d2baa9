"""A document's clauses in their order: own words with what they cite, and what they set."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from mangnon.legislation import public
from mangnon.legislation.models import Document
from mangnon.portal.addresses import address
from mangnon.portal.document_rests import OfClause
from mangnon.portal.voices import Voice

_IN_CONTENTS = ("phan", "chuong", "muc", "dieu")
_FEWEST = 4  # clauses that want a list of contents


@dataclass(frozen=True, slots=True)
class ShownClause:
    """``pieces``: words, and where they lead or ""; ``of``: what it set, None where nothing."""

    anchor: str
    level: str
    label: str
    unplaced: bool
    pieces: Sequence[tuple[str, str]]
    of: OfClause | None

    @property
    def words(self) -> SafeString:
        """Return its words as they are shown, links and line ends among them."""
        return mark_safe("".join(  # noqa: S308  (each piece is escaped)
            f'<a href="{escape(url)}">{_lines(words)}</a>' if url else _lines(words)
            for words, url in self.pieces
        ))  # fmt: skip


def clauses_of(
    voice: Voice, document: Document, by_clause: Mapping[str, OfClause]
) -> list[ShownClause]:
    """Return the clauses; what they cite is a link where one document is meant."""
    rows = list(document.clauses.all())
    if not rows:
        return []
    cited = public.cited_in([one.text for one in rows])
    return [
        ShownClause(
            one.anchor, one.level, voice.of(one, "label"), one.unplaced,
            [(words, _url(voice, document, code, anchor)) for words, code, anchor in pieces],
            by_clause.get(one.anchor),
        )
        for one, pieces in zip(rows, cited, strict=True)
    ]  # fmt: skip


def _lines(words: str) -> str:
    return conditional_escape(words).replace("\n", "<br>")


def contents_of(clauses: Sequence[ShownClause]) -> list[tuple[str, str]]:
    """Return label and anchor of the parts that a list of contents names."""
    if len(clauses) < _FEWEST:
        return []
    return [(one.label, one.anchor) for one in clauses if one.level in _IN_CONTENTS]


def _url(voice: Voice, document: Document, code: str, anchor: str) -> str:
    if not code or (code == document.code and not anchor):
        return ""
    path = "" if code == document.code else address("document", voice.language, code=code)
    return f"{path}#{anchor}" if anchor else path
