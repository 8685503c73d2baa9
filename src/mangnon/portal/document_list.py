"""The library's list: sought by words or number, narrowed from six sides, in parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.finding.searching import Matching, Result, matching
from mangnon.legislation.library import FACETS, HELD, NOT_HELD, Facet, Library, library
from mangnon.legislation.models import Document
from mangnon.portal import choices
from mangnon.portal.addresses import address, with_choices
from mangnon.portal.document_words import KINDS, STANDINGS
from mangnon.portal.found import Direct, direct, opened_at
from mangnon.portal.resting import document_url, titled
from mangnon.portal.voices import Voice, page_voice
from mangnon.ui import parts
from mangnon.ui.paging import Turn, turned

SIZE = 25
PARAMETERS: Mapping[Facet, str] = {
    "kind": choices.KIND,
    "issuer": choices.ISSUER,
    "field": choices.FIELD,
    "standing": choices.STANDING,
    "year": choices.YEAR,
    "held": choices.ORIGINAL,
}
_MOST = 12  # choices of a side that are shown
_LONGEST = 200  # letters of a choice
_ORDERS: Mapping[Facet, list[str]] = {"kind": list(KINDS), "standing": list(STANDINGS)}


@dataclass(frozen=True, slots=True)
class Shelved:
    """What ``portal/parts/library.html`` shows; ``kept``: what a new search keeps chosen."""

    typed: str
    kept: Sequence[tuple[str, str]]
    total: int
    nearest: bool
    suggestion: parts.Link | None
    direct: Direct | None
    facets: Sequence[parts.Facet]
    results: Sequence[parts.Result]
    first: int
    turn: Turn


def shelved(request: HttpRequest) -> Shelved:
    """Return the documents that were asked for; raises BadChoice for a kind that is none."""
    voice = page_voice()
    choices.one_of(request, choices.KIND, list(KINDS), "")
    chosen = _chosen(request)
    typed = " ".join(request.GET.get(choices.WORDS, "").replace("\0", " ").split())[:_LONGEST]
    held = library(clock.today())
    found = matching(typed, voice.language, "document") if typed else None
    among = held.places(found.ids, voice.language) if found else None
    narrowed = held.narrowed(chosen, among)
    turn = turned(request, narrowed.ids, choices.PAGE, size=SIZE)
    where = _Asked(voice, held, typed, chosen)
    return Shelved(
        typed,
        [(PARAMETERS[name], value) for name, value in chosen.items()],
        len(narrowed.ids),
        found is not None and found.nearest,
        where.suggestion(found.suggestion) if found else None,
        direct(voice, typed) if typed else None,
        [one for name in FACETS if (one := where.facet(name, narrowed.counts[name]))],
        where.results(turn.rows, found),
        turn.first,
        turn,
    )


def _chosen(request: HttpRequest) -> dict[Facet, str]:
    said = {
        name: request.GET.get(parameter, "").replace("\0", "").strip()[:_LONGEST]
        for name, parameter in PARAMETERS.items()
    }
    return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked of the library, in the page's language."""

    voice: Voice
    held: Library
    typed: str
    chosen: Mapping[Facet, str]

    def url(self, typed: str, chosen: Mapping[Facet, str]) -> str:
        words = {PARAMETERS[name]: value for name, value in chosen.items()}
        where = address("documents", self.voice.language)
        return with_choices(where, {choices.WORDS: typed, **words})

    def suggestion(self, said: str) -> parts.Link | None:
        return parts.Link(said, self.url(said, self.chosen)) if said else None

    def facet(self, name: Facet, counts: Mapping[str, int]) -> parts.Facet | None:
        """Return a side with what its choices would leave; None where there is no choice."""
        now = self.chosen.get(name, "")
        values = _values(name, counts, now)
        if len(values) < 2 and not now:
            return None
        others = {one: value for one, value in self.chosen.items() if one != name}
        free = parts.Choice(_("Tất cả"), self.url(self.typed, others), is_current=not now)
        named = [
            parts.Choice(
                self._named(name, value),
                self.url(self.typed, {**others, name: value}),
                counts.get(value, 0),
                is_current=value == now,
            )
            for value in values
        ]
        return parts.Facet(_labels()[name], [free, *named])

    def _named(self, name: Facet, value: str) -> str:
        if name == "kind":
            return str(KINDS.get(value, value))
        if name == "standing":
            return str(STANDINGS.get(value, value))
        if name == "held":
            held = {HELD: _("Có bản gốc"), NOT_HELD: _("Chưa có bản gốc")}
            return held.get(value, value)
        english = self.held.english.get(value) if self.voice.language == "en" else ""
        return english or value

    def results(self, ids: Sequence[int], found: Matching | None) -> list[parts.Result]:
        """Return the documents of one part of the list, as found or plainly."""
        rows = Document.objects.defer("abstract_vi", "abstract_en").in_bulk(ids)
        shown = self._found(rows, found) if found else {}
        return [self._result(rows[one], shown.get(rows[one].code)) for one in ids if one in rows]

    def _found(self, rows: Mapping[int, Document], found: Matching) -> dict[str, Result]:
        entries = self.held.entries(list(rows), self.voice.language)
        return {one.entry.key: one for one in found.results(entries)}

    def _result(self, one: Document, found: Result | None) -> parts.Result:
        voice, verdict = self.voice, self.held.verdicts.get(one.pk)
        about = [
            voice.of(one, "issuer"),
            voice.written(one.issued_on) if one.issued_on else "",
            str(STANDINGS[verdict.standing]) if verdict else "",
            "" if one.held else _("chưa có bản gốc"),
        ]
        title = [parts.Stretch(titled(voice, one))]
        url, text = document_url(voice, one), list[parts.Stretch]()
        if found is not None:
            number = [parts.Stretch(f" ({one.number})")] if one.number else []
            title = [*(parts.Stretch(*piece) for piece in found.title), *number]
            text = [parts.Stretch(*piece) for piece in found.text]
        if found is not None and found.spot is not None:
            title.append(parts.Stretch(f" · {found.spot.label}"))
            url = opened_at(url, self.typed, found.spot.anchor)
        kind = str(KINDS[one.kind])
        return parts.Result(title, url, kind, " · ".join(filter(None, about)), text)


def _labels() -> dict[Facet, str]:
    return {
        "kind": _("Loại văn bản"),
        "issuer": _("Cơ quan ban hành"),
        "field": _("Lĩnh vực"),
        "standing": _("Hiệu lực hôm nay"),
        "year": _("Năm ban hành"),
        "held": _("Bản gốc"),
    }


def _values(name: Facet, counts: Mapping[str, int], now: str) -> list[str]:
    """Return the values with most behind them, and the chosen: years from the newest, kinds and
    standings in their own order."""
    offered = [(value, count) for value, count in counts.items() if value]
    offered.sort(key=lambda pair: (-pair[1], pair[0]))
    if name == "year":
        offered.sort(reverse=True)
    first = [value for value, _count in offered[:_MOST]]
    if name in _ORDERS:
        first.sort(key=_ORDERS[name].index)
    return [now, *first] if now and now not in first else first
