"""What somebody writes with a step: kept sealed, and in the trail as the seal alone."""

from mangnon.access.worded import worded
from mangnon.aggregates.models import Told


def told(words: str) -> Told | None:
    """Keep words in the transaction of their act; None where there are none."""
    words = words.strip()
    if not words:
        return None
    kept = worded(Told, words)
    kept.save()
    return kept


def as_reason(kept: Told | None) -> bytes | None:
    """Return the words as an entry of the trail holds them."""
    return None if kept is None else kept.trail_words
