"""A spreadsheet of people to invite: read, and every row judged before anything is done."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from mangnon import clock
from mangnon.access.actions.invitations import check_username
from mangnon.access.doors import Leave
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import Holding, User
from mangnon.access.roles import BY_CODE, ROLES
from mangnon.places.models import Place
from mangnon.places.tree import Tree
from mangnon.text.folding import fold
from mangnon.text.sentence import DomainError, Sentence

COLUMNS = ("Họ và tên", "Vai trò", "Địa bàn", "Thư điện tử", "Tên đăng nhập", "Căn cứ")
MOST_ROWS, LARGEST = 2000, 2_000_000
UNPACKED = 20_000_000  # bytes; the fullest sheet of people unpacks to a few million
# A file that is not what it says fails while it is unpacked or read, in one of these ways.
_BROKEN = (
    # Broken markup: ElementTree's ParseError and lxml's XMLSyntaxError are both of this kind.
    SyntaxError,
    BadZipFile, InvalidFileException, zlib.error, NotImplementedError, RuntimeError,
    KeyError, IndexError, TypeError, ValueError, OSError, EOFError,
)  # fmt: skip
_NEEDED = 3
Row = tuple[str, ...]


class NotARoster(DomainError):
    """The file is no spreadsheet of people."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One row: what it says, whether it is done already, or what is wrong with it."""

    line: int
    name: str
    username: str
    email: str
    role: str
    place: Place | None
    basis: str
    fault: Sentence | None
    done: bool

    @property
    def good(self) -> bool:
        """Whether accepting it changes something."""
        return self.fault is None and not self.done


def template() -> bytes:
    """Return the spreadsheet to fill in: the columns, and the roles on a second sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Người"
    sheet.append(list(COLUMNS))
    for letter, width in zip("ABCDEF", (28, 36, 22, 28, 20, 28), strict=True):
        sheet.column_dimensions[letter].width = width
    roles = book.create_sheet("Vai trò")
    for role in ROLES:
        roles.append([role.vi, role.en])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(file: BinaryIO) -> list[Row]:
    """Return the rows below the head, as text; raises NotARoster with what is wrong."""
    try:
        rows = _rows_of(file)
    except _BROKEN:
        raise _refused("Tệp này không phải bảng tính .xlsx.", "The file is no .xlsx.") from None
    if not rows or tuple(map(fold, rows[0][:_NEEDED])) != tuple(map(fold, COLUMNS[:_NEEDED])):
        raise _refused(
            f"Dòng đầu phải là: {', '.join(COLUMNS)}. Hãy dùng mẫu của trang này.",
            "The first line must hold the columns of the template on this page.",
        )
    if len(rows) > MOST_ROWS + 1:
        raise _refused(f"Quá {MOST_ROWS} dòng. Hãy chia tệp.", f"Over {MOST_ROWS} rows: split it.")
    width = len(COLUMNS)
    return [(*row, *("",) * (width - len(row))) for row in rows[1:]]


def _rows_of(file: BinaryIO) -> list[Row]:
    """Read the first sheet; a small file that unpacks to a huge one is refused before that."""
    with ZipFile(file) as packed:
        if sum(part.file_size for part in packed.infolist()) > UNPACKED:
            too_large()
    book = load_workbook(file, read_only=True, data_only=True)
    return [
        tuple(_text(cell) for cell in row[: len(COLUMNS)])
        for row in book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, values_only=True)
    ]


def judge(rows: Sequence[Row], leave: Leave) -> list[Judged]:
    """Judge every row for whoever has this leave; empty lines are passed over."""
    places = _places(leave)
    seen: set[tuple[str, str, str]] = set()
    found = []
    for line, row in enumerate(rows, 2):
        if any(row):
            one = _judged(line, row, places)
            key = (one.username, one.role, one.place.key if one.place else "")
            if one.fault is None and key in seen:
                one = _with_fault(one, "Dòng này lặp lại một dòng trên.", "A line above says it.")
            seen.add(key)
            found.append(one)
    return _known(found)


def _judged(line: int, row: Row, places: dict[str, list[Place]]) -> Judged:
    name, role_text, place_text, email, username, basis = row
    role = _roles().get(fold(role_text), "")
    fitting = places.get(fold(place_text), [])
    place = fitting[0] if len(fitting) == 1 else None
    username = username.lower() or _username(name, place)
    one = Judged(line, name, username, email, role, place, basis, None, False)
    problem = _problem(one, role_text, place_text, len(fitting))
    return one if problem is None else _with_fault(one, problem.vi, problem.en)


def _problem(one: Judged, role_text: str, place_text: str, fitting: int) -> Sentence | None:
    if len(one.name.split()) < 2:
        return Sentence("Thiếu họ và tên.", "The full name is missing.")
    if not one.role:
        return Sentence(f"Không có vai trò “{role_text}”.", f"There is no role “{role_text}”.")
    if one.place is None:
        words = ("Có nhiều", "names several") if fitting else ("Không có", "is not there")
        return Sentence(
            f"{words[0]} địa bàn “{place_text}” trong phạm vi của bạn; hãy ghi mã.",
            f"The place “{place_text}” {words[1]} within your reach; write its code.",
        )
    if one.place.kind not in BY_CODE[one.role].held_at:
        return Sentence(
            "Không giao được vai trò này ở cấp đó.", "The role is not held at that level."
        )
    if one.email and ("@" not in one.email or " " in one.email):
        return Sentence(
            f"“{one.email}” không phải địa chỉ thư điện tử.", "That is no e-mail address."
        )
    try:
        check_username(one.username)
    except CannotBeGiven as error:
        return error.sentence
    return None


def _known(rows: list[Judged]) -> list[Judged]:
    """Mark who is there already with the same role, and whose name belongs to somebody else."""
    names = {row.username for row in rows}
    people = {
        u.username: u for u in User.objects.filter(username__in=names).select_related("actor")
    }
    held = set(
        Holding.objects.filter(user__in=people.values(), valid_to=None).values_list(
            "user__username", "role", "place_id"
        )
    )
    found = []
    for row in rows:
        user = people.get(row.username)
        if row.fault is None and user is not None:
            place_id = row.place.pk if row.place else 0
            if user.name != row.name or not user.is_active:
                row = _with_fault(row, "Tên đăng nhập đã có người khác.", "The name is taken.")
            elif (row.username, row.role, place_id) in held:
                row = _changed(row, done=True)
        found.append(row)
    return found


def _with_fault(row: Judged, vi: str, en: str) -> Judged:
    return _changed(row, fault=Sentence(vi, en))


def _changed(row: Judged, *, fault: Sentence | None = None, done: bool = False) -> Judged:
    return Judged(
        row.line, row.name, row.username, row.email, row.role, row.place, row.basis, fault, done
    )


def _places(leave: Leave) -> dict[str, list[Place]]:
    """Return the places within reach that live today, by code and by name without accents."""
    tree = Tree.on(clock.today())
    found: dict[str, list[Place]] = {}
    for place in Place.objects.filter(pk__in=[pk for pk in leave.places if pk in tree]):
        for word in {place.code, fold(place.name_vi), fold(place.name_en)}:
            found.setdefault(fold(word), []).append(place)
    return found


def _roles() -> dict[str, str]:
    return {fold(word): r.code for r in ROLES for word in (r.code, r.vi, r.en)}


def _username(name: str, place: Place | None) -> str:
    """Make a name to sign in with: two people of one name differ by their place."""
    words = fold(name).split()
    own = "".join([*words[-1:], *(word[0] for word in words[:-1])])
    return f"{own}.{place.code if place else ''}".rstrip(".")


def _text(cell: Any) -> str:
    """Write a cell as text: a code typed as a number keeps no decimals."""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return "" if cell is None else " ".join(str(cell).split())


def _refused(vi: str, en: str) -> NotARoster:
    return NotARoster(Sentence(vi=vi, en=en))


def too_large() -> list[Row]:
    """Refuse a file that no spreadsheet of people fills."""
    raise _refused("Tệp lớn hơn 2 MB. Hãy chia tệp.", "The file is over 2 MB: split it.")
