"""What a pack says of finding: ``synonyms.csv``, the synonyms that editors begin with."""

from collections.abc import Iterable, Mapping

from mangnon.audit.warrants import Warrant
from mangnon.finding import actions
from mangnon.finding.models import Synonym
from mangnon.packfile import Context, Field, Folder, Mistake, Part, Row, Shape
from mangnon.packfile.parts import repeated
from mangnon.packsync import Difference, Key, Sheet, Table
from mangnon.text.folding import words

NAME = "finding"
FILE = "synonyms.csv"
SHAPE = Shape(
    "Từ đồng nghĩa khi tìm kiếm",
    "Synonyms of the search",
    (
        Field("words", "text", "từ người đọc gõ", "what is typed", required=True),
        Field("means", "text", "tìm thêm từ này", "what is sought beside it", required=True),
        Field("one_way", "flag", "chỉ một chiều", "not the other way round"),
    ),
)
SCHEMAS: Mapping[str, Shape] = {}
SYNONYMS = Table("Từ đồng nghĩa", "Synonym", Synonym, ("words", "means"), ("one_way",))


def read(folder: Folder) -> Part:
    """Read the synonyms; a pack need not bring any."""
    return Part({"synonym": folder.csv(FILE, SHAPE)}, {})


def judge(part: Part, context: Context) -> list[Mistake]:
    """Return what is wrong among the synonyms."""
    rows = part.rows["synonym"]
    return repeated(rows, "words", "means") + [one for row in rows for one in _words(row)]


def sheets(part: Part, context: Context) -> list[Sheet]:
    """Return the synonyms as rows."""
    rows = part.rows["synonym"]
    found: dict[Key, tuple[object, ...]] = {
        (row["words"], row["means"]): (bool(row["one_way"]),) for row in rows
    }
    return [Sheet(SYNONYMS, found)]


def apply(part: Part, context: Context, *, warrant: Warrant) -> list[Difference]:
    """Write the synonyms."""
    return [actions.put_synonyms(sheets(part, context)[0], warrant=warrant)]


def withdraw(table: Table, keys: Iterable[Key], *, warrant: Warrant) -> None:
    """Remove synonyms that the pack no longer brings."""
    actions.withdraw(table, keys, warrant=warrant)


def _words(row: Row) -> list[Mistake]:
    """Two different phrases of letters or digits, whatever their marks."""
    one, other = words(row["words"] or ""), words(row["means"] or "")
    if one and other and one != other:
        return []
    return [
        row.wrong(
            "means",
            "hai ô phải là hai từ khác nhau (không kể dấu), bằng chữ hoặc số — hãy sửa",
            "both must be words, and differ by more than marks — correct them",
        )
    ]
