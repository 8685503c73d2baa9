"""What rows would change in the library: judged whole before anything is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from mangnon.legislation.actions.editing import free_code
from mangnon.legislation.attributes import ATTRIBUTES, flaws
from mangnon.legislation.bringing.columns import RELATIONS
from mangnon.legislation.bringing.rows import Fault, Row
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


@dataclass(slots=True)
class Plan:
    """All that a spreadsheet changes, and what is wrong with it."""

    planned: list[Planned] = field(default_factory=list)
    placeholders: list[Document] = field(default_factory=list)
    relations: list[tuple[Document, str, Document, bool, int]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def plan(rows: Sequence[Row]) -> Plan:
    """Hold rows against the library and against one another; three queries."""
    shelf = _Shelf()
    made = Plan()
    for row in rows:
        made.faults += [Fault(row.number, *flaw) for flaw in _flaws(row.told)]
        one = _planned(row, shelf, made)
        if one is not None:
            made.planned.append(one)
    by_row = {one.row: one for one in made.planned}
    for row in rows:
        if row.number in by_row:
            _relate(row, by_row[row.number].document, shelf, made)
    made.faults += _circles(made)
    made.faults.sort(key=lambda one: one.row)
    return made


class _Shelf:
    """Documents by number, and by issuer and day with it, those of the file among them."""

    def __init__(self) -> None:
        self.of_key: dict[str, list[Document]] = {}
        self.codes: set[str] = set()
        for one in Document.objects.iterator(chunk_size=2000):
            self.add(one)

    def add(self, one: Document) -> None:
        self.codes.add(one.code)
        if one.number_key:
            self.of_key.setdefault(one.number_key, []).append(one)

    def met_by(self, told: dict[str, Any]) -> Document | None:
        """Return the document of number, issuer and day; or one known by its number alone."""
        found = self.of_key.get(number_key(told.get("number") or ""), [])
        issuer, issued = told.get("issuer_vi", ""), told.get("issued_on")
        for one in found:
            if (one.issuer_vi, one.issued_on) == (issuer, issued):
                return one
        bare = [one for one in found if not one.issuer_vi and one.issued_on is None]
        return bare[0] if bare and len(found) == 1 else None


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


def _planned(row: Row, shelf: _Shelf, made: Plan) -> Planned | None:
    told = {name: value for name, value in row.told.items() if name in ATTRIBUTES}
    if any(one.row == row.number and one.column in ("number", "kind", "title_vi")
           for one in made.faults):  # fmt: skip
        return None
    if not told.get("number"):
        return _untitled(row, told, shelf)
    met = shelf.met_by(told)
    twice = next((one for one in made.planned if met is not None and one.document is met), None)
    if twice is not None:
        made.faults.append(Fault(row.number, "number", Sentence(
            f"Trùng với dòng {twice.row}: cùng số, cùng cơ quan và ngày ban hành. Giữ một dòng.",
            f"The same document as row {twice.row}: number, issuer and day. Keep one row.",
        )))  # fmt: skip
        return None
    return _written(row, told, met, shelf)


def _untitled(row: Row, told: dict[str, Any], shelf: _Shelf) -> Planned:
    """Meet a document without a number by its title, issuer and day."""
    wanted = (told["title_vi"], told.get("issuer_vi", ""), told.get("issued_on"))
    rows = Document.objects.filter(number="", title_vi=wanted[0], issuer_vi=wanted[1])
    met = rows.filter(issued_on=wanted[2]).first()
    return _written(row, told, met, shelf)


def _written(row: Row, told: dict[str, Any], met: Document | None, shelf: _Shelf) -> Planned:
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


def _relate(row: Row, source: Document, shelf: _Shelf, made: Plan) -> None:
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
                made.relations.append((source, column.code, target, part, row.number))


def _target(row: Row, code: str, number: str, shelf: _Shelf, made: Plan) -> Document | None:
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
    ends = [one for one in made.relations if one[1] in ENDING and not one[3]]
    if not ends:
        return
    rows = Relation.objects.filter(kind__in=sorted(ENDING), part=False)
    standing = rows.values_list("source__code", "target__code")
    ties = [Tie(source, "replaces", target) for source, target in standing]
    ties += [Tie(one[0].code, one[1], one[2].code) for one in ends]
    circle = loop_in(ties)
    pairs = set(pairwise(circle))
    for source, kind, target, _part, row in ends:
        if (source.code, target.code) in pairs:
            shown = " → ".join(map(str, circle))
            yield Fault(row, kind, Sentence(
                f"Các văn bản thay thế, bãi bỏ nhau thành vòng: {shown}. Hãy bỏ một quan hệ.",
                f"Documents replace one another in a circle: {shown}. Drop one relation.",
            ))  # fmt: skip
            return
