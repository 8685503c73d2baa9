"""The sheet of children: who stands, who is new, who is doubtful; written by the bulk acts."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django.utils.translation import gettext_lazy as _

from mangnon.imports import readers
from mangnon.imports.communes import Communes
from mangnon.imports.errors import row_twice, wrong_cell
from mangnon.imports.models import Verdict
from mangnon.imports.sheets import Column, Row, Scope, Sheet
from mangnon.places.world import Unit
from mangnon.register.actions.changes import WRITE
from mangnon.register.particulars import kept_birth, sixteenth_birthday
from mangnon.register.sheets import reading
from mangnon.register.sheets.homes import Homes
from mangnon.register.sheets.standing import People, Person, any_of, one_letter_apart
from mangnon.register.sheets.writing import take_children_back, write_children
from mangnon.text.dates import KnownDate, Precision, format_date
from mangnon.text.folding import fold
from mangnon.text.sentence import Sentence
from mangnon.text.tone import exact

COLUMNS = (
    Column("name", _("Họ và tên"), reading.name,
           ("họ tên", "họ và tên trẻ", "họ tên trẻ", "tên trẻ em", "full name", "name"),
           required=True, example="Nguyễn Thị Mẫu", width=30),
    Column("birth", _("Ngày sinh"), readers.known_day,
           ("ngày tháng năm sinh", "ngày, tháng, năm sinh", "năm sinh", "ntns", "sinh ngày",
            "date of birth", "birth date"), required=True, example="10/03/2015", width=14),
    Column("sex", _("Giới tính"), reading.sex, ("giới", "phái", "nam nữ", "sex"), required=True,
           choices=reading.SEX_WORDS, example="Nữ", width=10),
    Column("document", _("Số định danh"), reading.document,
           ("số định danh cá nhân", "mã định danh", "số giấy khai sinh", "số cccd", "cccd",
            "mã số định danh", "personal number"), example="030315000123", width=18),
    Column("ethnic", _("Dân tộc"), reading.ethnic, ("ethnic group",),
           choices=reading.ETHNIC_WORDS, example="Kinh", width=12),
    Column("place", _("Xã, phường"), readers.words_of,
           ("xã", "phường", "xã phường thị trấn", "đơn vị", "commune"), width=22),
    Column("kind", _("Cư trú"), reading.kind, ("loại cư trú", "tình trạng cư trú", "residence"),
           choices=reading.KIND_WORDS, example="Thường trú", width=14),
    Column("lived_from", _("Ở đây từ ngày"), readers.day,
           ("ngày đến", "ngày chuyển đến", "sống ở đây từ ngày", "lived from"), width=14),
    Column("another", _("Đã kiểm tra, là trẻ khác"), readers.yes, ("là trẻ khác", "another child"),
           choices=readers.YES_WORDS, width=14),
)  # fmt: skip


class Children:
    """Judges the rows of a file against the children who stand, and against each other."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._communes = Communes(scope)
        self._people = People(scope)
        self._homes = Homes()
        self._met: dict[Any, int] = {}  # what rows said, and which row said it first
        self._named: dict[Any, dict[int, str | None]] = {}  # the rows of a name, and their numbers

    def refresh(self) -> None:
        """Look at who changed since."""
        self._people.refresh()

    def prepare(self, rows: Sequence[Row]) -> None:
        """Read where the children live whom the rows may meet; who they are is known already."""
        found = set[int]()
        for row in rows:
            told = row.values
            born = kept_birth(told["birth"].first, told["birth"].precision)
            found |= self._people.by_document.get(told["document"] or "", set())
            found |= self._people.by_key.get((exact(told["name"]), born), set())
        self._homes.read(found)

    def judge(self, row: Row) -> None:
        """Give the row its verdict."""
        unit = self._communes.of(row)
        if unit is None:
            return
        told, born = row.values, row.values["birth"]
        told["place_id"] = unit.id
        told["born"] = kept_birth(born.first, born.precision)
        self._dates(row, born, unit.valid_from)
        if row.verdict == Verdict.WRONG or self._said_before(row):
            return
        met = self._meets(row)
        if met is not None:
            row.target = met.id
            self._once(row, ("child", met.id))
            if not row.verdict:
                self._holds(row, met, unit)
        elif not row.verdict:
            row.verdict = Verdict.NEW

    def _holds(self, row: Row, met: Person, unit: Unit) -> None:
        """Say what a row changes of the child that it meets; a home is changed by nobody's row."""
        if _FINENESS[row.values["birth"].precision] < _FINENESS[met.precision]:
            row.stood["birth"] = _birth(met)
            row.doubt("birth", _VAGUER)
        self._homes.hold(row, met.id, unit)
        if not row.verdict:
            row.change(_changes(row, met))

    def _dates(self, row: Row, born: KnownDate, stands_since: date) -> None:
        today, told = self._scope.today, row.values
        since = told["lived_from"] or max(min(told["born"], today), stands_since)
        told["since"] = since
        if born.first > today:
            row.refuse("birth", wrong_cell(
                "Ngày sinh ở tương lai. Hãy sửa lại.", "The birth date is to come. Correct it."
            ))  # fmt: skip
        elif since >= sixteenth_birthday(told["born"]) or today >= sixteenth_birthday(told["born"]):
            row.refuse("birth", wrong_cell(
                "Đã đủ 16 tuổi, không thuộc sổ trẻ em. Hãy bỏ dòng này hoặc sửa ngày sinh.",
                "Is 16 already, and not of the register. Take the row out or correct the date.",
            ))  # fmt: skip
        elif since > today or since < born.first or since < stands_since:
            row.refuse("lived_from", wrong_cell(
                "Ngày đến ở trước ngày sinh, trước khi có xã này, hoặc ở tương lai. Hãy sửa lại.",
                "The first day here is before birth, before the commune existed, or to come. "
                "Correct it.",
            ))  # fmt: skip

    def _said_before(self, row: Row) -> bool:
        """Refuse a row that says the same child as an earlier one; raises nothing."""
        told = row.values
        if told["document"]:
            self._once(row, ("document", told["document"]))
        if not told["another"] and row.verdict != Verdict.WRONG:
            self._named_once(row)
        return row.verdict == Verdict.WRONG

    def _named_once(self, row: Row) -> None:
        """Refuse a name, birth and sex said before, unless two numbers say that they are two."""
        told = row.values
        key = (exact(told["name"]), told["born"], told["sex"])
        said = self._named.setdefault(key, {})
        number = told["document"]
        for first, other in said.items():
            if first < row.number and not (number and other and number != other):
                row.refuse("", row_twice(first))
                return
        said[row.number] = number

    def _once(self, row: Row, key: Any) -> None:
        first = self._met.setdefault(key, row.number)
        if first != row.number:
            row.refuse("", row_twice(first))

    def _meets(self, row: Row) -> Person | None:
        """Return the child that a row is about; say where that is doubtful."""
        told, people = row.values, self._people
        known = people.by_id
        numbered = any_of(people.by_document.get(told["document"] or "", ()), known)
        if len(numbered) == 1:
            one = numbered[0]
            if fold(one.name) != fold(told["name"]) and one.born != told["born"]:
                row.doubt("document", _ANOTHERS_NUMBER)
                return None
            return one
        same = [
            one
            for one in any_of(people.by_key.get((exact(told["name"]), told["born"]), ()), known)
            if one.sex == told["sex"] and not (one.document and told["document"])
        ]
        if len(same) == 1 and not told["another"]:
            return same[0]
        if told["another"]:
            return self._entered_as_another(row)
        if same or numbered:
            row.doubt("name", _SEVERAL)
        elif self._near(row):
            row.doubt("name", _NEAR)
        return None

    def _entered_as_another(self, row: Row) -> Person | None:
        """Meet, of a row that says another child, only the one that it was entered as itself.

        So the same file brought twice enters it once.
        """
        told = row.values
        key = (exact(told["name"]), told["born"])
        ids = sorted(self._people.by_key.get(key, ()))
        free = [
            one for one in reversed(ids) if self._met.get(("child", one), row.number) == row.number
        ]
        if not free:
            return None
        return self._people.by_id[free[0]]

    def _near(self, row: Row) -> bool:
        """Tell whether somebody stands who may be this child under another spelling or date."""
        told, people = row.values, self._people
        name, born = fold(told["name"]), told["born"]
        for one in any_of(people.by_birth.get(born, ()), people.by_id):
            other = fold(one.name)
            if (other == name or one_letter_apart(other, name)) and not _two_numbers(one, row):
                return True
        for one in any_of(people.by_name.get(name, ()), people.by_id):
            swapped = (one.born.day, one.born.month) == (born.month, born.day)
            vague = "day" not in (one.precision, row.values["birth"].precision) or (
                one.precision != row.values["birth"].precision
            )
            if one.born.year == born.year and (swapped or vague) and not _two_numbers(one, row):
                return True
        return False


def _two_numbers(one: Person, row: Row) -> bool:
    """Tell whether two personal numbers say that they are two children."""
    return bool(one.document and row.values["document"] and one.document != row.values["document"])


def _changes(row: Row, one: Person) -> dict[str, str]:
    """Return what stands where a row says anything else; an empty cell says nothing."""
    told, stood = row.values, dict[str, str]()
    if told["name"] != one.name:
        stood["name"] = one.name
    if told["born"] != one.born or told["birth"].precision != one.precision:
        stood["birth"] = _birth(one)
    if told["sex"] != one.sex:
        stood["sex"] = reading.said(reading.SEXES, one.sex)
    if told["document"] and told["document"] != one.document:
        stood["document"] = one.document
    if told["ethnic"] and told["ethnic"] != one.ethnic:
        stood["ethnic"] = reading.said(reading.ETHNIC, one.ethnic)
    return stood


def _birth(one: Person) -> str:
    return format_date(KnownDate(one.born, cast(Precision, one.precision)), "vi")


_VAGUER = Sentence(
    "Sổ ghi ngày sinh rõ hơn dòng này. Hãy ghi đủ như sổ; nếu sổ sai, hãy sửa ở hồ sơ của trẻ.",
    "The register has the birth more precisely than the row. Write it in full; where the register "
    "is wrong, correct the child's record.",
)
_FINENESS = {"year": 0, "month": 1, "day": 2}
_CHECK = Sentence(
    "Hãy tìm trong sổ: nếu là một trẻ thì sửa dòng cho khớp, nếu là trẻ khác thì ghi “có” vào cột "
    "“Đã kiểm tra, là trẻ khác”.",
    "Search the register: where it is one child, make the row fit; where another, write “có” in "
    "the column “Đã kiểm tra, là trẻ khác”.",
)
_NEAR = Sentence(
    f"Sổ đã có trẻ gần giống: họ tên hoặc ngày sinh khác rất ít. {_CHECK.vi}",
    f"A child much like this one stands: name or birth differ by little. {_CHECK.en}",
)
_SEVERAL = Sentence(
    f"Sổ có nhiều trẻ cùng họ tên và ngày sinh. {_CHECK.vi}",
    f"Several children of this name and birth stand. {_CHECK.en}",
)
_ANOTHERS_NUMBER = Sentence(
    "Số định danh này đang ghi cho một trẻ khác hẳn họ tên và ngày sinh. Hãy kiểm tra lại số.",
    "This number stands with a child of another name and birth date. Check the number.",
)

CHILDREN = Sheet(
    "children",
    _("Trẻ em"),
    WRITE,
    COLUMNS,
    Children,
    write_children,
    take_children_back,
    order=10,
)
