"""Where something found is opened: at the part that answers, with the sought words marked."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mangnon.finding.snippets import pieces
from mangnon.legislation import public
from mangnon.legislation.reading.parting import NAMES
from mangnon.portal import choices
from mangnon.portal.addresses import with_choices
from mangnon.portal.document_clauses import ShownClause
from mangnon.portal.resting import document_url, titled
from mangnon.portal.voices import Voice
from mangnon.ui.parts import Link


def opened_at(path: str, typed: str, anchor: str) -> str:
    """Return the address of a page opened at a part of it, with the words marked."""
    return with_choices(path, {choices.WORDS: typed}, anchor)


@dataclass(frozen=True, slots=True)
class Direct:
    """The clause that a reader named, as a way to it; ``note`` where it is not there."""

    link: Link
    note: str = ""


def direct(voice: Voice, typed: str) -> Direct | None:
    """Lead to the one document and clause that were named; None where none was."""
    meant = public.meant(typed)
    if meant is None:
        return None
    where = document_url(voice, meant.document)
    name, clause = titled(voice, meant.document), clause_name(voice, meant.anchor)
    if meant.is_there:
        return Direct(Link(f"{clause}, {name}", f"{where}#{meant.anchor}"))
    if meant.is_known:
        note = _("Văn bản này không có %(clause)s.") % {"clause": clause}
    else:
        note = _("Lời của văn bản này chưa có ở đây, nên chưa mở được %(clause)s.")
        note %= {"clause": clause}
    return Direct(Link(name, where), note)


def clause_name(voice: Voice, anchor: str) -> str:
    """Write an anchor as a lawyer reads it: “Điều 5, khoản 2”."""
    parts = anchor.split("-")
    pairs = zip(parts[::2], (said.replace("dd", "đ") for said in parts[1::2]), strict=False)
    named = [f"{NAMES[level][voice.language == 'en']} {said}" for level, said in pairs]
    return ", ".join([*named[:1], *(one.lower() for one in named[1:])])


def marked(clauses: Iterable[ShownClause], sought: Collection[str]) -> Sequence[ShownClause]:
    """Return clauses with the sought words, which are folded, marked in their text."""
    return [
        replace(one, pieces=[(_marked(words, sought), url) for words, url in one.pieces])
        for one in clauses
    ]


def _marked(words: str, sought: Collection[str]) -> SafeString:
    return format_html_join("", "{}", _stretches(words, sought))


def _stretches(words: str, sought: Collection[str]) -> Iterator[tuple[SafeString]]:
    for text, hit in pieces(words, sought):
        yield (format_html("<mark>{}</mark>", text) if hit else conditional_escape(text),)
