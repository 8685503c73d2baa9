"""Which sheets there are: each subject declares its own, and this room knows none of them.

A sheet says its columns, how what stands is met by a row, and how rows are written and taken back
by the subject's own acts. It announces itself when its app starts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, Protocol

from django.utils.functional import Promise

from mangnon.audit.warrants import Warrant
from mangnon.imports import errors
from mangnon.imports.cells import is_broken, is_formula, shown
from mangnon.imports.models import Verdict
from mangnon.text.folding import words
from mangnon.text.sentence import DomainError, Sentence

Words = str | Promise


class Fault(NamedTuple):
    """What is wrong in a row: in which column ("" for the row), why, what to do."""

    column: str
    why: Sentence


@dataclass(slots=True)
class Row:
    """A row on its way: what was typed by column, what it means, what became of it."""

    number: int
    texts: dict[str, str]
    values: dict[str, Any] = field(default_factory=dict)
    verdict: str = ""
    target: int | None = None  # the record that it meets
    faults: list[Fault] = field(default_factory=list)
    stood: dict[str, str] = field(default_factory=dict)  # by changed column: what stands before

    def change(self, stood: Mapping[str, str]) -> None:
        """Say that a record changes, and what stands where; nothing of it: it is the same."""
        self.stood = dict(stood)
        self.verdict = Verdict.CHANGED if stood else Verdict.SAME

    def refuse(self, column: str, error: DomainError) -> None:
        """Say what is wrong with a column; the row is wrong."""
        self.say_wrong(column, error.sentence)

    def say_wrong(self, column: str, why: Sentence) -> None:
        """Say the same in a sentence that is at hand."""
        self.faults.append(Fault(column, why))
        self.verdict = Verdict.WRONG

    def doubt(self, column: str, why: Sentence) -> None:
        """Say why somebody has to look."""
        self.faults.append(Fault(column, why))
        self.verdict = Verdict.DOUBTFUL


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, others by which it is recognised, how its text is read."""

    code: str
    title: Words
    read: Callable[[str], Any]
    aliases: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[str, ...] = ()  # the words it takes, for the template's lists
    offers: Callable[[], tuple[str, ...]] | None = None  # those that the records say
    example: str = ""
    width: int = 18

    def listed(self) -> tuple[str, ...]:
        """Return the words that the template offers."""
        return self.offers() if self.offers else self.choices

    def known_as(self) -> frozenset[str]:
        """Return the folded headings by which it is recognised."""
        return frozenset(" ".join(words(one)) for one in (str(self.title), *self.aliases))


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an import writes: the place, all that belongs to it, and the day of the act."""

    place: int
    places: frozenset[int]
    today: date


class Standing(Protocol):
    """What stands in a scope; it judges rows against it, one after the other."""

    def prepare(self, rows: Sequence[Row]) -> None:
        """Look up at once what some rows, all of them read, are held against."""

    def judge(self, row: Row) -> None:
        """Give a row whose values are read its verdict, its target and its faults."""

    def refresh(self) -> None:
        """Look again at what others changed; called in the transaction that writes."""


class Written(NamedTuple):
    """What was written of a row; ``entry`` is kept sealed, so that it can be taken back."""

    row: int
    entry: list[Any]


@dataclass(frozen=True)
class Sheet:
    """One kind of spreadsheet. ``right``: what writing its rows asks for, wherever it writes."""

    code: str
    title: Words
    right: str
    columns: tuple[Column, ...]
    opens: Callable[[Scope], Standing]
    writes: Callable[[Sequence[Row], Scope, Warrant], list[Written]]
    takes_back: Callable[[Sequence[Written], Scope, Warrant], dict[int, Sentence]]
    order: int = 0

    def column(self, code: str) -> Column:
        """Return a column by its code."""
        return next(one for one in self.columns if one.code == code)

    def read(self, row: Row) -> None:
        """Read every cell of a row; what cannot be read is a fault of it."""
        for column in self.columns:
            text = row.texts.get(column.code, "")
            try:
                row.values[column.code] = _value(column, text)
            except DomainError as error:
                row.refuse(column.code, error)


def _value(column: Column, text: str) -> Any:
    if not text:
        if column.required:
            raise errors.needed(str(column.title))
        return None
    if text[0] == "\x00":
        if is_formula(text):
            raise errors.formula()
        if is_broken(text):
            raise errors.broken_cell()
    return column.read(shown(text))


_SHEETS: dict[str, Sheet] = {}


def offer(sheet: Sheet) -> None:
    """Announce a sheet; once, from an app's ``ready``."""
    _SHEETS[sheet.code] = sheet


def known() -> list[Sheet]:
    """Return the sheets there are, in their order."""
    return sorted(_SHEETS.values(), key=lambda one: one.order)


def sheet_of(code: str) -> Sheet:
    """Return a sheet; raises KeyError where no room declares it."""
    return _SHEETS[code]


def one_of(meanings: Mapping[Any, Iterable[str]], labels: list[str]) -> Callable[[str], str]:
    """Return a reader of words: what is typed, folded, to the code that it means."""
    known_words = {" ".join(words(one)): code for code, all_ in meanings.items() for one in all_}

    def read(text: str) -> str:
        found = known_words.get(" ".join(words(text)))
        if found is None:
            raise errors.not_a_word(text, labels)
        return found

    return read
