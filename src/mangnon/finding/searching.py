"""A search from what was typed to what is shown. Whatever is typed, it answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

import numpy as np

from mangnon.finding import asking
from mangnon.finding.asking import Question
from mangnon.finding.facets import Facet, Narrowed, narrow
from mangnon.finding.guessing import near
from mangnon.finding.index import Ids, ask
from mangnon.finding.models import Entry
from mangnon.finding.parts import Spot, spot_in
from mangnon.finding.ranking import Score, nearest, ranked
from mangnon.finding.shelf import Mask, Positions, Shelf, shelf, synonyms
from mangnon.finding.snippets import Piece, pieces, snippet
from mangnon.finding.terms import folded_words
from mangnon.text.sentence import Language

PAGE = 10
_TRIES, _NEAR, _CORRECTED = 6, 3, 2  # guesses that are tried, words near to one, words corrected


@dataclass(frozen=True, slots=True)
class Result:
    """An entry as it is shown: title and text parted at the sought words.

    ``spot``: the part of it that answers, where its title alone does not.
    """

    entry: Entry
    title: Sequence[Piece]
    text: Sequence[Piece]
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a search gives: a page of results, the facets' counts, another way to type it.

    ``nearest``: no entry holds every word; these hold most of them.
    """

    text: str
    results: Sequence[Result]
    total: int
    page: int
    pages: int
    counts: Mapping[Facet, Mapping[str, int]]
    nearest: bool = False
    suggestion: str = ""

    @property
    def is_empty_question(self) -> bool:
        """Whether no word was typed."""
        return not folded_words(self.text)


def search(
    text: str, language: Language, chosen: Mapping[Facet, str] | None = None, page: int = 1
) -> Answer:
    """Find what is public and holds the words; a page past the end is the last one."""
    held = shelf()
    question = asking.read(text, held.synonyms)
    spoken = held.language.mask(language)
    found, score = ranked(question, held)
    found &= spoken
    suggestion = "" if found.any() else _suggestion(question, held, spoken)
    is_nearest = not found.any()
    if is_nearest:
        found, score = nearest(question, held, spoken)
    narrowed = narrow(found, held, chosen or {})
    return _answer(question, held, narrowed, score, page, is_nearest, suggestion)


@dataclass(frozen=True, slots=True)
class Matching:
    """Every entry of one kind that answers, the best first, for a subject's own list."""

    ids: Ids
    question: Question
    nearest: bool
    suggestion: str

    def results(self, ids: Sequence[int]) -> list[Result]:
        """Return some of the entries as they are shown."""
        return _results(ids, self.question)


def matching(text: str, language: Language, kind: str) -> Matching:
    """Find what ``search`` finds of one kind, all of it: its subject narrows and turns it."""
    held = shelf()
    question = asking.read(text, held.synonyms)
    mine = held.language.mask(language) & held.kind.mask(kind)
    found, score = ranked(question, held)
    found &= mine
    is_nearest = not found.any()
    suggestion = _suggestion(question, held, mine) if is_nearest else ""
    if is_nearest:
        found, score = nearest(question, held, mine)
    ids = held.ids[_ordered(held, found, score)]
    return Matching(ids, question, is_nearest and bool(len(ids)), suggestion)


def sought_in(text: str) -> set[str]:
    """Return the folded words that are sought by what was typed, with what stands for them."""
    return _sought(asking.read(text, synonyms()))


def _answer(
    question: Question,
    held: Shelf,
    narrowed: Narrowed,
    score: Score,
    page: int,
    is_nearest: bool,
    suggestion: str,
) -> Answer:
    total = int(narrowed.passed.sum())
    pages = max(1, -(-total // PAGE))
    page = min(max(page, 1), pages)
    ids = _best(held, narrowed.passed, score, (page - 1) * PAGE)
    return Answer(
        question.text, _results(ids, question), total, page, pages, narrowed.counts,
        is_nearest and total > 0, suggestion,
    )  # fmt: skip


def _best(held: Shelf, passed: Mask, score: Score, first: int) -> list[int]:
    """Give the ids of a page."""
    return [int(one) for one in held.ids[_ordered(held, passed, score)[first : first + PAGE]]]


def _ordered(held: Shelf, passed: Mask, score: Score) -> Positions:
    """Put them in order: the best first, the newer of equals, then in a fixed order."""
    at = np.flatnonzero(passed)
    found: Positions = at[np.lexsort((at, -held.years[at], -score[at]))]
    return found


def _results(ids: Sequence[int], question: Question) -> list[Result]:
    sought = _sought(question)
    rows = Entry.objects.in_bulk(ids)
    shown = (rows[one] for one in ids if one in rows)
    return [_result(row, question, sought) for row in shown]


def _sought(question: Question) -> set[str]:
    return {word for group in question.groups for phrase in group for word in phrase}


def _result(row: Entry, question: Question, sought: set[str]) -> Result:
    spot = spot_in(row, question)
    text = _text(row, sought) if spot is None else snippet(spot.text, sought)
    return Result(row, pieces(row.title, sought), text, spot)


def _text(row: Entry, sought: set[str]) -> list[Piece]:
    """Quote the summary where it holds a sought word, else the body; else the summary."""
    summary, body = snippet(row.summary, sought), snippet(row.body, sought)
    quoted = [one for one in (summary, body) if any(piece.hit for piece in one)]
    return quoted[0] if quoted else summary or body


def _suggestion(question: Question, held: Shelf, spoken: Mask) -> str:
    """Give what was typed with a word or two corrected, if that finds something."""
    corrections = list(islice(_corrections(question, held), _TRIES))
    read = [asking.read(text, held.synonyms) for text in corrections]
    found = ask([one.whole() for one in read])
    counted = [int(spoken[held.positions(ids)].sum()) for ids in found]
    best = max(counted, default=0)
    return corrections[counted.index(best)] if best else ""


def _corrections(question: Question, held: Shelf) -> Iterator[str]:
    """Replace words that nobody wrote, or else the rarest; nearest words first."""
    words = question.words
    unknown = [n for n, word in enumerate(words) if word not in held.words and word.isalpha()]
    rarest = sorted(range(len(words)), key=lambda n: held.words.get(words[n], ("", 0))[1])
    if len(unknown) > _CORRECTED:
        return
    for places in (unknown,) if unknown else tuple((n,) for n in rarest[:_CORRECTED]):
        choices = [near(words[n], held.words)[:_NEAR] for n in places]
        for chosen in product(*choices):
            yield _rewritten(question, dict(zip(places, chosen, strict=True)), held)


def _rewritten(question: Question, corrected: Mapping[int, str], held: Shelf) -> str:
    """Write the words again with some of them corrected, with marks where marks were typed."""
    written = asking.written_words(question.text)
    for n, word in corrected.items():
        written[n] = held.words[word][0] if question.exact else word
    return " ".join(written)
