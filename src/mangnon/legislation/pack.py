"""What a pack says of documents: ``documents.toml``."""

from collections.abc import Iterable, Iterator, Mapping

from django.db.models import Q

from mangnon.audit.warrants import Warrant
from mangnon.legislation import actions
from mangnon.legislation.actions.holding import words_read
from mangnon.legislation.models import Clause, Document, Relation, number_key
from mangnon.legislation.pack_judging import judge_documents, judge_relations
from mangnon.legislation.pack_shapes import DOCUMENT
from mangnon.legislation.pack_shapes import DOCUMENTS as SHAPE
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packsync import Difference, Key, Sheet, Table

NAME = "legislation"
FILE = "documents.toml"
SCHEMAS: Mapping[str, Shape] = {FILE: SHAPE}

_COLUMNS = tuple(
    one.name for one in DOCUMENT.fields if one.name not in ("code", "language", "clause")
)


class _Edited(Table):
    """A table whose rows a pack leaves once somebody wrote them here."""

    written = {Document: Q(edited_on__isnull=False), Clause: words_read(),
               Relation: Q(by_hand=True)}  # fmt: skip

    def edited(self, held: Mapping[Key, object]) -> frozenset[Key]:
        """Return the attributes, clauses and relations that are ours by now."""
        rows = self.model._default_manager.filter(self.written[self.model])  # type: ignore[index]
        return frozenset(rows.values_list(*self.key))


DOCUMENTS = _Edited(
    "Văn bản", "Document", Document, ("code",), (*_COLUMNS, "language", "number_key")
)
CLAUSES = _Edited(
    "Điều khoản",
    "Clause",
    Clause,
    ("document__code", "anchor"),
    ("label_vi", "label_en", "text"),
)
RELATIONS = _Edited(
    "Quan hệ văn bản",
    "Relation",
    Relation,
    ("source__code", "kind", "target__code", "source_clause", "target_clause"),
    ("part", "on", "until"),
)


def read(folder: Folder) -> Part:
    """Read the documents, their clauses and relations."""
    whole = folder.toml(FILE, SHAPE)
    documents: list[Row] = [] if whole is None else whole["document"]
    relations: list[Row] = [] if whole is None else whole["relation"]
    clauses = {f"{one['code']}#{clause['anchor']}": clause for one, clause in _clauses(documents)}
    offers = {"document": {one["code"]: one for one in documents if one["code"]}}
    return Part({"document": documents, "relation": relations}, {**offers, "clause": clauses})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong among the documents."""
    return judge_documents(part.rows["document"]) + judge_relations(part.rows["relation"], context)


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of the three tables."""
    documents, relations = part.rows["document"], part.rows["relation"]
    brought = _brought_here()
    return [
        Sheet(DOCUMENTS, {(one["code"],): _values(one, brought) for one in documents}),
        Sheet(
            CLAUSES,
            {
                (one["code"], c["anchor"]): (c["label_vi"], c["label_en"], c["text"])
                for one, c in _clauses(documents)
            },
        ),
        Sheet(RELATIONS, {_tie_key(one): _tie_values(one) for one in relations}),
    ]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the documents, clauses and relations."""
    documents, clauses, relations = sheets(part, context)
    return actions.put_documents(documents, clauses, relations, warrant=warrant)


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove rows that the pack no longer brings."""
    actions.withdraw(table, keys, warrant=warrant)


def _clauses(documents: Iterable[Row]) -> Iterator[tuple[Row, Row]]:
    return ((one, clause) for one in documents for clause in one["clause"])


def _brought_here() -> frozenset[str]:
    """Return the documents whose original or words came here: they stay held."""
    read = words_read("clauses__") | Q(originals__kept_on__isnull=False)
    return frozenset(Document.objects.filter(read).values_list("code", flat=True))


def _values(one: Row, brought: frozenset[str]) -> tuple[object, ...]:
    held = bool(one["held"]) or one["code"] in brought
    plain = {**one.values, "held": held, "stated": one["stated"] or ""}
    columns = (plain[name] for name in _COLUMNS)
    return (*columns, one["language"] or "vi", number_key(one["number"]))


def _tie_key(one: Row) -> Key:
    clauses = (one["from_clause"] or "", one["to_clause"] or "")
    return (one["from"], one["kind"], one["to"], *clauses)


def _tie_values(one: Row) -> tuple[object, ...]:
    return (bool(one["part"]), one["on"], one["until"])
