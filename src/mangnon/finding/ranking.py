"""How well an entry answers: steps that are added up, each asked of the index as a set.

A document's own number stands above all else; what is written as typed stands above what only
sounds like it; a title above a text; words in a row above words apart. Among equals the newer
comes first. Sets are a few milliseconds each even where every entry answers, and both databases
order alike; a frequency of words in each text would have to be read text by text.
"""

from itertools import pairwise
from math import log

import numpy as np
from numpy.typing import NDArray

from mangnon.finding.asking import Question
from mangnon.finding.expressions import Expression
from mangnon.finding.index import ask
from mangnon.finding.shelf import Mask, Shelf
from mangnon.finding.terms import in_title, pair

Score = NDArray[np.float32]
NUMBER, NUMBER_BEGUN = 1000.0, 500.0
AS_WRITTEN, TITLE_AS_WRITTEN = 40.0, 10.0
TITLE, TITLE_IN_A_ROW, WHOLE_TITLE = 12.0, 8.0, 8.0
IN_A_ROW = 6.0
# Where no entry has every word, the nearest are those with this share of what the words weigh.
ENOUGH = 0.55
_RAREST = 8  # words of a long question that are weighed


def ranked(question: Question, shelf: Shelf) -> tuple[Mask, Score]:
    """Tell which entries hold everything that is sought, and how well each answers."""
    score = np.zeros(len(shelf), dtype=np.float32)
    found = np.zeros(len(shelf), dtype=bool)
    if question.groups:
        whole, *steps = ask([question.whole(), *(asked for asked, _ in _steps(question))])
        found[shelf.positions(whole)] = True
        for ids, (_, weight) in zip(steps, _steps(question), strict=True):
            score[shelf.positions(ids)] += weight
        _short_titles(question, shelf, score)
    _numbered(question, shelf, found, score)
    return found, score + shelf.boost


def _steps(question: Question) -> list[tuple[Expression, float]]:
    steps = [(question.whole(in_title), TITLE)]
    if len(question.words) > 1:
        steps += [(question.in_a_row(), IN_A_ROW), (question.in_a_row(in_title), TITLE_IN_A_ROW)]
    if question.exact:
        steps += [
            (question.as_written(), AS_WRITTEN),
            (question.as_written(in_title), TITLE_AS_WRITTEN),
        ]
    return steps


def _short_titles(question: Question, shelf: Shelf, score: Score) -> None:
    """Prefer titles that say little else."""
    titled = np.flatnonzero(score >= TITLE)
    share = len(question.words) / np.maximum(shelf.title_words[titled], len(question.words))
    score[titled] += (WHOLE_TITLE * share).astype(np.float32)


def _numbered(question: Question, shelf: Shelf, found: Mask, score: Score) -> None:
    if question.number is not None:
        whole, begun = shelf.numbered(question.number)
        for positions, weight in ((whole, NUMBER), (begun, NUMBER_BEGUN)):
            found[positions] = True
            score[positions] += weight


def nearest(question: Question, shelf: Shelf, mask: Mask) -> tuple[Mask, Score]:
    """Tell which entries hold most of what is sought, rare words counting more than common ones."""
    weights = _weights(question, shelf)
    score = np.zeros(len(shelf), dtype=np.float32)
    if not weights:
        return np.zeros(len(shelf), dtype=bool), score
    found = ask(list(weights))
    for ids, weight in zip(found, weights.values(), strict=True):
        score[shelf.positions(ids)] += weight
    total = sum(weight for term, weight in weights.items() if not term.startswith("_"))
    return (score >= ENOUGH * total) & mask, score + shelf.boost * np.float32(0.1)


def _weights(question: Question, shelf: Shelf) -> dict[str, float]:
    """Weigh the rarest words by how rare they are, and the pairs that they stand in."""
    known = {word: shelf.words[word][1] for word in question.words if word in shelf.words}
    if len(set(question.words)) < 2 or not known:
        return {}
    rarest = sorted(known, key=lambda word: known[word])[:_RAREST]
    weights = {word: log(1 + len(shelf) / max(known[word], 1)) for word in rarest}
    for first, second in pairwise(question.words):
        if first in weights and second in weights:
            weights[pair(first, second)] = (weights[first] + weights[second]) / 2
    return weights
