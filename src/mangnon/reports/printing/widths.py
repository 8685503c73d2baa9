"""How wide the columns of a printed table are: by what stands in them."""

from collections.abc import Mapping
from typing import Any

_LEAST, _MOST = 8, 34  # letters


def widths(table: Mapping[str, Any]) -> list[int]:
    """Return a share of the width for each column; one of figures needs its longest word."""
    found = []
    for at, title in enumerate(table["columns"]):
        cells = [row[at] for row in table["rows"]]
        if at in table["numeric"]:
            longest = max(
                (len(word) for text in (title, *cells) for word in text.split()), default=0
            )
        else:
            longest = max((len(text) for text in (title, *cells)), default=0)
        found.append(min(max(longest, _LEAST), _MOST))
    return found
