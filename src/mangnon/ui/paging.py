"""Long lists in parts: each list of a page is turned by a word of its own in the address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

SIZE = 100


@dataclass(frozen=True, slots=True)
class Turn:
    """One part of a list; the addresses of the parts before and after it, empty at an end.

    ``first``: which of all its first row is; ``words`` say which part of how many this is.
    """

    rows: Sequence[Any]
    newer: str
    older: str
    first: int = 1
    words: str = ""


def turned(
    request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], key: str, size: int = SIZE
) -> Turn:
    """Return the part of an ordered list that the address asks for; a wrong number is the nearest.

    ``key`` names the list in the address; the other lists of the page stay where they are.
    """
    part = Paginator(rows, size).get_page(request.GET.get(key))

    pages = part.paginator.num_pages
    where = {"number": part.number, "last": pages}

    def at(number: int) -> str:
        asked = request.GET.copy()
        asked[key] = str(number)
        return f"?{asked.urlencode()}"

    return Turn(
        rows=part.object_list,
        newer=at(part.previous_page_number()) if part.has_previous() else "",
        older=at(part.next_page_number()) if part.has_next() else "",
        first=max(part.start_index(), 1),
        words=_("Trang %(number)s trên %(last)s") % where if pages > 1 else "",
    )
