"""How wide the columns of a printed table are: by what stands in them."""

from collections.abc import Mapping
from typing import Any

_MOST, _ROOM = 34, 3  # letters; room beside the longest word of a column


def widths(table: Mapping[str, Any]) -> list[int]:
    """Return a share of the width for each column; none is narrower than its longest word."""
    found = []
    for at, title in enumerate(table["columns"]):
        texts = [title, *(row[at] for row in table["rows"])]
        longest_word = max((len(word) for text in texts for word in text.split()), default=0)
        longest = longest_word if at in table["numeric"] else max(map(len, texts))
        found.append(max(min(longest, _MOST), longest_word + _ROOM))
    return found
