"""What a pack says of documents: ``documents.toml``."""

from collections.abc import Iterable, Iterator, Mapping

from mangnon.audit.warrants import Warrant
from mangnon.legislation import actions
from mangnon.legislation.models import Clause, Document, Relation
from mangnon.legislation.pack_shapes import DOCUMENTS as SHAPE
from mangnon.packfile import Context, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import ends_before_it_begins, repeated
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.text.document_numbers import document_key

NAME = "legislation"
FILE = "documents.toml"
SCHEMAS: Mapping[str, Shape] = {FILE: SHAPE}

_COLUMNS = (
    *("number", "kind", "issuer_vi", "issuer_en", "title_vi", "title_en"),
    *("issued_on", "in_force_from", "expired_on", "held", "note_vi", "note_en"),
)
DOCUMENTS = Table("Văn bản", "Document", Document, ("code",), (*_COLUMNS, "number_key"))
CLAUSES = Table(
    "Điều khoản",
    "Clause",
    Clause,
    ("document__code", "anchor"),
    ("label_vi", "label_en", "text"),
)
RELATIONS = Table(
    "Quan hệ văn bản",
    "Relation",
    Relation,
    ("source__code", "kind", "target__code"),
    ("on",),
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
    documents, relations = part.rows["document"], part.rows["relation"]
    mistakes = repeated(documents, "code") + repeated(relations, "from", "kind", "to")
    for one in documents:
        mistakes += ends_before_it_begins(one, "in_force_from", "expired_on")
        mistakes += repeated(one["clause"], "anchor")
        mistakes += _number(one)
    for relation in relations:
        mistakes += context.unknown(relation, "from", "document")
        mistakes += context.unknown(relation, "to", "document")
    return mistakes


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the rows of the three tables."""
    documents, relations = part.rows["document"], part.rows["relation"]
    return [
        Sheet(DOCUMENTS, {(one["code"],): _values(one) for one in documents}),
        Sheet(
            CLAUSES,
            {
                (one["code"], c["anchor"]): (c["label_vi"], c["label_en"], c["text"])
                for one, c in _clauses(documents)
            },
        ),
        Sheet(RELATIONS, {(r["from"], r["kind"], r["to"]): (r["on"],) for r in relations}),
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


def _values(one: Row) -> tuple[object, ...]:
    plain = {**one.values, "held": bool(one["held"])}
    return (*(plain[name] for name in _COLUMNS), _number_key(one))


def _number_key(one: Row) -> str:
    return (document_key(one["number"]) or "") if one["number"] else ""


def _number(one: Row) -> list[Mistake]:
    if not one["number"] or _number_key(one):
        return []
    shown = one["number"]
    return [
        one.wrong(
            "number",
            f"«{shown}» không giống số, ký hiệu văn bản — ví dụ 102/2016/QH13, hoặc để trống",
            f"“{shown}” does not look like a document's number — e.g. 102/2016/QH13, or empty",
        )
    ]
