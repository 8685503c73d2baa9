"""A place's own name, without the word for what it is, and the key that sorts by it."""

from mangnon.text.folding import fold
from mangnon.text.sorting import sort_key


def own_name(name: str, style: str) -> str:
    """Return ``Cẩm Thượng`` for ``Phường Cẩm Thượng`` of the style ``phuong``."""
    words = name.split()
    style_words = style.split("_")
    head = " ".join(words[: len(style_words)])
    if len(words) > len(style_words) and fold(head) == " ".join(style_words):
        return " ".join(words[len(style_words) :])
    return name


def place_sort_key(name: str, style: str) -> str:
    """Return the key that sorts places by their own names in Vietnamese order."""
    return sort_key(own_name(name, style))
