"""Searches that found nothing: counted in memory, written down now and then, without anybody.

A reader's page neither waits for a write nor leaves a time: what a process heard is added up and
written at most every half minute, after an answer was sent. What cannot be written now waits; what
a process that ends still holds is lost, which costs the report a few searches and nobody anything.
"""

import re
from collections import Counter
from threading import Lock
from time import monotonic

from django.db import DatabaseError

from mangnon import clock
from mangnon.finding import actions
from mangnon.finding.actions import Heard
from mangnon.finding.terms import folded_words
from mangnon.text.sentence import Language

EVERY = 30.0  # seconds
MOST = 500  # different searches held; more is no reader
_MOST_WORDS, _LONGEST = 6, 80
_DIGIT = re.compile(r"\d")
_MOST_DIGITS = 8  # nine and more are a telephone, an identity number, a day of birth with a house


class _Held:
    """What this process heard since it last wrote."""

    def __init__(self) -> None:
        self.lock, self.counts, self.written = Lock(), Counter[Heard](), monotonic()

    def take(self) -> Counter[Heard]:
        with self.lock:
            taken, self.counts, self.written = self.counts, Counter(), monotonic()
        return taken

    def add(self, counts: "Counter[Heard]") -> None:
        with self.lock:
            for heard, times in counts.items():
                if heard in self.counts or len(self.counts) < MOST:
                    self.counts[heard] += times

    @property
    def is_due(self) -> bool:
        return bool(self.counts) and monotonic() - self.written >= EVERY


_held = _Held()


def note(text: str, language: Language) -> None:
    """Count a search that found nothing, unless it could tell of somebody."""
    words = " ".join(folded_words(text))
    if words and not could_be_personal(text):
        _held.add(Counter({Heard(clock.today(), words, language): 1}))


def could_be_personal(text: str) -> bool:
    """Tell what might name somebody: long numbers, addresses of mail, whole sentences."""
    words = folded_words(text)
    return (
        "@" in text
        or len(_DIGIT.findall(text)) > _MOST_DIGITS
        or len(words) > _MOST_WORDS
        or len(" ".join(words)) > _LONGEST
    )


def write_if_due() -> None:
    """Write what was heard, when it is time; called after an answer was sent."""
    if _held.is_due:
        write()


def write() -> None:
    """Write what was heard; where the database cannot take it now, keep it."""
    counts = _held.take()
    try:
        actions.add_missed(counts)
    except DatabaseError:
        _held.add(counts)
