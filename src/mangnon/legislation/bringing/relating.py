"""Relations that rows name, held against those that stand: new, other than they were, or wrong."""

from dataclasses import dataclass, field

from mangnon.legislation.bringing.planning import Plan, Wanted
from mangnon.legislation.bringing.rows import Fault
from mangnon.legislation.errors import PackOwned
from mangnon.legislation.models import Relation
from mangnon.text.sentence import Sentence


@dataclass(slots=True)
class Related:
    """Relations to be written: new ones, and those that are in part or whole by now."""

    new: list[Relation] = field(default_factory=list)
    changed: list[Relation] = field(default_factory=list)


def relations_of(made: Plan) -> Related:
    """Return what is to be written; what a row cannot say becomes a fault. One query."""
    codes = {one.source.code for one in made.relations}
    rows = Relation.objects.filter(source__code__in=codes, source_clause="", target_clause="")
    standing = {
        (one.source.code, one.kind, one.target.code): one
        for one in rows.select_related("source", "target")
    }
    said: dict[tuple[str, str, str], Wanted] = {}
    related = Related()
    for one in made.relations:
        first = said.setdefault(one.key, one)
        if first is one:
            _held_against(standing.get(one.key), one, related, made)
        elif first.part != one.part:
            made.faults.append(Fault(one.row, one.kind, _both(one)))
    made.faults.sort(key=lambda fault: fault.row)
    return related


def _held_against(there: Relation | None, one: Wanted, related: Related, made: Plan) -> None:
    if there is None:
        related.new.append(Relation(
            source=one.source, kind=one.kind, target=one.target, part=one.part, by_hand=True
        ))  # fmt: skip
    elif there.part != one.part and not there.by_hand:
        made.faults.append(Fault(one.row, one.kind, PackOwned().sentence))
    elif there.part != one.part:
        there.part = one.part
        related.changed.append(there)


def _both(one: Wanted) -> Sentence:
    return Sentence(
        f"{one.target} được ghi hai lần: cả văn bản, và một phần. Giữ một.",
        f"{one.target} is named twice: as a whole, and in part. Keep one.",
    )
