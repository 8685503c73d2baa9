"""What somebody writes with a step: kept sealed, and in the trail as the seal alone."""

from mangnon.access.worded import worded
from mangnon.duties.models import Said


def said(words: str) -> Said | None:
    """Keep words in the transaction of their act; None where there are none."""
    words = words.strip()
    if not words:
        return None
    kept = worded(Said, words)
    kept.save()
    return kept


def as_reason(kept: Said | None) -> bytes | None:
    """Return the words as an entry of the trail holds them."""
    return None if kept is None else kept.trail_words
