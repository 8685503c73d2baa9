"""What a reader typed into the search box: words of a name, a birth date, a guardian."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from mangnon.text.folding import fold, marked_words
from mangnon.text.tone import exact

_MOST_WORDS = 12  # of a name; whoever pastes a page gets no answer, and takes no time
_YEAR = r"(?:19|20)\d\d"
_BORN = re.compile(
    rf"(?<!\S)(?:(?:(?P<day>\d\d?)[/.-])?(?P<month>\d\d?)[/.-])?(?P<year>{_YEAR})(?!\S)"
)
_TITLES = "ba|me|bo|cha|ong|co|chu|bac|anh|chi|di|cau|mo|thim|duong|ong ba|nguoi giam ho"
_GUARDIAN = re.compile(rf"(?:^|(?<=\s))con (?:cua )?(?:{_TITLES}) (?=\S)")


@dataclass(frozen=True, slots=True)
class Query:
    """Words of the child's name and of one guardian's, and the days of birth [from, before).

    Words are in lower case with the marks that were typed.
    """

    name: tuple[str, ...] = ()
    guardian: tuple[str, ...] = ()
    born_from: date | None = None
    born_before: date | None = None

    def __repr__(self) -> str:
        return "Query(…)"  # a name never reaches a log or a traceback

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self.name or self.guardian or self.born_from)


def understood(text: str) -> Query:
    """Read "nguyen thi man 2015", "Mận 10/3/2015" or "man con bà nguyen thi hoa".

    A year, month or day of birth stands anywhere. What follows "con bà", "con ông" and their
    like is a guardian's name. Too many words find nothing.
    """
    text = " ".join(exact(text[:400]).split())
    born = _days(text)
    text = _BORN.sub(" ", text) if born else text
    text = " ".join(text.split())
    child, guardian = _at_guardian(text)
    names = tuple(marked_words(child)), tuple(marked_words(guardian))
    if len(names[0]) + len(names[1]) > _MOST_WORDS:
        return Query()
    return Query(*names, *(born or (None, None)))


def _at_guardian(text: str) -> tuple[str, str]:
    """Cut a text in two where a guardian is named; folding keeps every letter's place."""
    marker = _GUARDIAN.search(fold(text))
    if marker is None:
        return text, ""
    return text[: marker.start()], text[marker.end() :]


def _days(text: str) -> tuple[date, date] | None:
    """Give the days [from, before) of the first date in a text, as exactly as it says."""
    said = _BORN.search(text)
    if said is None:
        return None
    year, month, day = (int(said[name] or 0) for name in ("year", "month", "day"))
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:  # no such day: it is no date
        return None
    if day:
        return first, first + timedelta(days=1)
    return first, date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
