"""The columns of a spreadsheet of documents: how each is headed, how its cells are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mangnon.imports import errors
from mangnon.imports.cells import LONGEST, is_broken, is_formula, shown
from mangnon.legislation.wording import KINDS, STANDINGS
from mangnon.text.dates import parse_date
from mangnon.text.folding import words

Read = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it fills, its heading, further headings by which it is known."""

    code: str
    title: str | Promise
    read: Read
    aliases: tuple[str, ...] = ()

    def known_as(self) -> frozenset[str]:
        """Return the folded headings by which it is recognised."""
        return frozenset(folded(one) for one in (str(self.title), self.code, *self.aliases))


def folded(text: str) -> str:
    """Give words without marks, capitals and signs."""
    return " ".join(words(text))


def value_of(column: Column, cell: str) -> Any:
    """Read a cell; raises WrongCell or NotADateError with what is wrong and what to do."""
    if is_formula(cell):
        raise errors.formula()
    if is_broken(cell):
        raise errors.broken_cell()
    text = shown(cell)
    if len(text) >= LONGEST:
        raise errors.wrong_cell(
            f"Ô dài hơn {LONGEST} ký tự. Hãy rút ngắn; lời văn bản để trong tệp.",
            f"The cell holds more than {LONGEST} characters. Shorten it; words go into a file.",
        )
    return column.read(text)


def several(text: str) -> list[str]:
    """Part a cell that lists numbers or files: at semicolons."""
    return [one.strip() for one in text.split(";") if one.strip()]


def _day(text: str) -> date:
    return parse_date(text, whole=True).first


def _one_of(meanings: Mapping[str, Any]) -> Read:
    known = {folded(str(label)): code for code, label in meanings.items()}
    known |= {folded(code): code for code in meanings}

    def read(text: str) -> str:
        found = known.get(folded(text))
        if found is None:
            raise errors.not_a_word(text, [str(label) for label in meanings.values()])
        return found

    return read


_TEXT: Read = str
ATTRIBUTES = (
    Column("number", _("Số, ký hiệu"), _TEXT, ("so hieu", "so van ban", "so ky hieu van ban")),
    Column("kind", _("Loại văn bản"), _one_of(KINDS), ("loai",)),
    Column("title_vi", _("Tên văn bản"), _TEXT, ("ten", "tieu de", "title")),
    Column("abstract_vi", _("Trích yếu"), _TEXT, ("trich yeu noi dung",)),
    Column("issuer_vi", _("Cơ quan ban hành"), _TEXT, ("noi ban hanh", "co quan")),
    Column("issued_on", _("Ngày ban hành"), _day, ("ngay ky",)),
    Column("in_force_from", _("Ngày có hiệu lực"), _day, ("co hieu luc tu", "ngay hieu luc")),
    Column("expired_on", _("Ngày hết hiệu lực"), _day, ("het hieu luc tu",)),
    Column("expiry_reason_vi", _("Lý do hết hiệu lực"), _TEXT),
    Column("signer", _("Người ký"), _TEXT),
    Column("signer_title_vi", _("Chức danh người ký"), _TEXT, ("chuc danh", "chuc vu")),
    Column("gazette", _("Số công báo"), _TEXT, ("cong bao",)),
    Column("gazette_on", _("Ngày công báo"), _day),
    Column("branch_vi", _("Ngành"), _TEXT),
    Column("field_vi", _("Lĩnh vực"), _TEXT),
    Column("scope_vi", _("Phạm vi"), _TEXT),
    Column("stated", _("Hiệu lực theo nguồn"), _one_of(STANDINGS), ("tinh trang hieu luc",)),
    Column("stated_on", _("Ngày đọc nguồn"), _day),
    Column("stated_by", _("Nguồn"), _TEXT),
    Column("note_vi", _("Ghi chú"), _TEXT),
    Column("title_en", _("Tên tiếng Anh"), _TEXT),
)
# What the document does to those of the numbers in the cell.
RELATIONS = (
    Column("basis", _("Căn cứ"), several),
    Column("implements", _("Thực hiện"), several),
    Column("details", _("Quy định chi tiết"), several),
    Column("guides", _("Hướng dẫn"), several),
    Column("amends", _("Sửa đổi"), several),
    Column("supplements", _("Bổ sung"), several),
    Column("replaces", _("Thay thế"), several),
    Column("abrogates", _("Bãi bỏ"), several),
    Column("corrects", _("Đính chính"), several),
    Column("consolidates", _("Hợp nhất"), several),
    Column("refers_to", _("Dẫn chiếu tới"), several, ("dan chieu",)),
)
FILES = Column("files", _("Tệp"), several, ("ten tep", "tap tin", "file"))
COLUMNS = (*ATTRIBUTES, *RELATIONS, FILES)
BY_CODE = {one.code: one for one in COLUMNS}
