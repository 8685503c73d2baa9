"""What rows would change in the library: judged whole before anything is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from mangnon.legislation.actions.editing import free_code
from mangnon.legislation.attributes import ATTRIBUTES, flaws
from mangnon.legislation.bringing.columns import RELATIONS
from mangnon.legislation.bringing.rows import Fault, Row, WrongRow
from mangnon.legislation.bringing.shelf import Shelf
from mangnon.legislation.models import Document, Relation, number_key
from mangnon.legislation.placeholders import NOTE, by_number, kind_of
from mangnon.legislation.standing.graph import Tie
from mangnon.legislation.standing.loops import loop_in
from mangnon.legislation.standing.words import ENDING
from mangnon.text.sentence import Sentence

_PART = re.compile(r"\(\s*(?:một phần|mot phan|in part)\s*\)", re.IGNORECASE)


@dataclass(slots=True)
class Planned:
    """One document as it will be; ``changes``: the attributes that the row changes."""

    document: Document
    row: int
    changes: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


class Wanted(NamedTuple):
    """What a row says that its document does to another."""

    source: Document
    kind: str
    target: Document
    part: bool
    row: int

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from other relations."""
        return self.source.code, self.kind, self.target.code


@dataclass(slots=True)
class Plan:
    """All that a spreadsheet changes, and what is wrong with it; ``row_of`` each code."""

    planned: list[Planned] = field(default_factory=list)
    row_of: dict[str, int] = field(default_factory=dict)
    placeholders: list[Document] = field(default_factory=list)
    relations: list[Wanted] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def plan(rows: Sequence[Row]) -> Plan:
    """Hold rows against the library and against one another; two queries."""
    shelf = Shelf()
    made = Plan()
    for row in rows:
        made.faults += [Fault(row.number, *flaw) for flaw in _flaws(row.told)]
        one = _planned(row, shelf, made)
        if one is not None:
            made.planned.append(one)
            made.row_of[one.document.code] = row.number
    by_row = {one.row: one for one in made.planned}
    for row in rows:
        if row.number in by_row:
            _relate(row, by_row[row.number].document, shelf, made)
    made.faults += _circles(made)
    made.faults.sort(key=lambda one: one.row)
    return made


def _flaws(told: dict[str, Any]) -> Iterator[tuple[str, Sentence]]:
    told.setdefault("title_vi", told.get("abstract_vi", "")[:400])
    if "kind" not in told and (guessed := kind_of(told.get("number", ""))):
        told["kind"] = guessed
    if not told.get("kind"):
        yield (
            "kind",
            Sentence(
                "Thiếu loại văn bản, và số không cho biết. Hãy điền vào.",
                "The kind is missing and the number does not tell. Fill it in.",
            ),
        )
    yield from flaws(told)


def _planned(row: Row, shelf: Shelf, made: Plan) -> Planned | None:
    told = {name: value for name, value in row.told.items() if name in ATTRIBUTES}
    if any(one.row == row.number and one.column in ("number", "kind", "title_vi")
           for one in made.faults):  # fmt: skip
        return None
    try:
        met = shelf.met_by(told)
    except WrongRow as wrong:
        made.faults.append(Fault(row.number, wrong.column, wrong.sentence))
        return None
    twice = made.row_of.get(met.code) if met is not None else None
    if twice is not None:
        made.faults.append(Fault(row.number, "number", Sentence(
            f"Trùng với dòng {twice}: cùng một văn bản. Giữ một dòng.",
            f"The same document as row {twice}. Keep one row.",
        )))  # fmt: skip
        return None
    return _written(row, told, met, shelf)


def _written(row: Row, told: dict[str, Any], met: Document | None, shelf: Shelf) -> Planned:
    files = list(row.told.get("files", ()))
    if met is None:
        code = free_code(told, shelf.codes)
        one = Document(code=code, number_key=number_key(told.get("number", "")), **told)
        shelf.add(one)
        return Planned(one, row.number, sorted(told), files)
    if met.note_vi == NOTE[0] and "note_vi" not in told:
        told |= {"note_vi": "", "note_en": ""}  # it is no longer known by its number alone
    changes = sorted(name for name, value in told.items() if getattr(met, name) != value)
    for name in changes:
        setattr(met, name, told[name])
    return Planned(met, row.number, changes, files)


def _relate(row: Row, source: Document, shelf: Shelf, made: Plan) -> None:
    for column in RELATIONS:
        for said in row.told.get(column.code, ()):
            number = " ".join(_PART.sub("", said).split())
            target = _target(row, column.code, number, shelf, made)
            if target is source:
                made.faults.append(Fault(row.number, column.code, Sentence(
                    "Văn bản không thể có quan hệ với chính nó. Hãy bỏ số này.",
                    "A document cannot relate to itself. Drop the number.",
                )))  # fmt: skip
            elif target is not None:
                part = _PART.search(said) is not None
                made.relations.append(Wanted(source, column.code, target, part, row.number))


def _target(row: Row, code: str, number: str, shelf: Shelf, made: Plan) -> Document | None:
    key = number_key(number)
    found = shelf.of_key.get(key, []) if key else []
    if len(found) == 1:
        return found[0]
    if found:
        why = Sentence(
            f"Có {len(found)} văn bản số {number[:40]}. Hãy ghi quan hệ này ở trang văn bản.",
            f"{len(found)} documents have the number {number[:40]}. Write this relation on the "
            "document's page.",
        )
    elif key and kind_of(number):
        one = Document(code=free_code({"number": number}, shelf.codes), number_key=key,
                       **by_number(number))  # fmt: skip
        shelf.add(one)
        made.placeholders.append(one)
        return one
    else:
        why = Sentence(
            f"“{number[:40]}” không phải số, ký hiệu mà trang nhận ra. Hãy viết như 56/2017/NĐ-CP; "
            "nhiều số cách nhau bằng dấu chấm phẩy.",
            f"“{number[:40]}” is no number that is recognised. Write it as 56/2017/NĐ-CP; several "
            "are parted by semicolons.",
        )
    made.faults.append(Fault(row.number, code, why))
    return None


def _circles(made: Plan) -> Iterator[Fault]:
    """Yield the row that closes a circle of whole replacements, with those that stand."""
    ends = [one for one in made.relations if one.kind in ENDING and not one.part]
    if not ends:
        return
    partly = {one.key for one in made.relations if one.part}
    rows = Relation.objects.filter(kind__in=sorted(ENDING), part=False)
    standing = rows.values_list("source__code", "kind", "target__code")
    ties = [Tie(one[0], "replaces", one[2]) for one in standing if one not in partly]
    ties += [Tie(one.source.code, one.kind, one.target.code) for one in ends]
    circle = loop_in(ties)
    pairs = set(pairwise(circle))
    for one in ends:
        if (one.source.code, one.target.code) in pairs:
            shown = " → ".join(map(str, circle))
            yield Fault(one.row, one.kind, Sentence(
                f"Các văn bản thay thế, bãi bỏ nhau thành vòng: {shown}. Hãy bỏ một quan hệ.",
                f"Documents replace one another in a circle: {shown}. Drop one relation.",
            ))  # fmt: skip
            return
