"""A list taken away: with names only in a workbook that opens by a password, else without."""

import hashlib
import io
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from msoffcrypto.format.ooxml import OOXMLFile

from mangnon.access.doors import Leave
from mangnon.register.models import Child
from mangnon.register.roster.ragged import Index
from mangnon.register.showing.rows import Row, rows_of
from mangnon.register.showing.workbook import Value, write_workbook
from mangnon.walls.scope import within

CHUNK = 1_000
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
_GROUPS, _LONG = 4, 4


@dataclass(frozen=True, slots=True)
class Export:
    """What is taken away: whose rows in which order, with names or without."""

    ids: Index
    leave: Leave
    names: bool
    reads: frozenset[int]

    def headings(self) -> list[str]:
        """Return the words of the columns."""
        first = [_("Họ và tên")] if self.names else []
        return [*first, _("Năm sinh"), _("Tuổi"), _("Giới tính"), _("Nơi ở"), _("Lưu ý")]

    def widths(self) -> list[int]:
        """Return the widths of the columns, in letters."""
        return [*([30] if self.names else []), 10, 16, 10, 36, 30]

    def rows(self) -> Iterator[list[Value]]:
        """Yield the rows, a thousand children at a time."""
        for chunk in chunks(self.ids):
            with within(self.leave.places):
                found = rows_of(chunk, reads=self.reads, names=self.names)
            yield from (self._cells(row) for row in found)

    def _cells(self, row: Row) -> list[Value]:
        first: list[Value] = [row.name] if self.names else []
        return [*first, row.born, row.age, row.sex, row.place, "; ".join(row.marks)]

    def workbook(self) -> io.BytesIO:
        """Return the list as a workbook."""
        return write_workbook(_("Trẻ em"), self.headings(), self.widths(), self.rows())

    def comma_file(self) -> Iterator[bytes]:
        """Yield the list as comma-separated text, as spreadsheets read it: UTF-8 with its mark."""
        yield "\ufeff".encode()
        yield _line(self.headings())
        for row in self.rows():
            yield _line(row)


def chunks(ids: Index) -> Iterator[list[int]]:
    """Yield the ids, a thousand at a time."""
    for first in range(0, len(ids), CHUNK):
        yield ids[first : first + CHUNK].tolist()


def subjects(ids: Index) -> Iterator[list[str]]:
    """Yield the children as the trail names them, a thousand at a time, in the list's order."""
    for chunk in chunks(ids):
        uuids = dict(Child.objects.filter(pk__in=chunk).values_list("pk", "uuid"))
        yield [f"register.child:{uuids[one]}" for one in chunk if one in uuids]


def manifest(ids: Index) -> str:
    """Return the SHA-256 over whom the list holds, in its order: who has it can prove it."""
    digest = hashlib.sha256()
    for some in subjects(ids):
        digest.update("\n".join([*some, ""]).encode())
    return digest.hexdigest()


def new_password() -> str:
    """Make a password that can be read out: sixteen letters and digits, 79 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_LONG)) for _ in range(_GROUPS))
    return "-".join(groups)


def protected(file: io.BytesIO, password: str) -> io.BytesIO:
    """Return a workbook that opens by the password only: ECMA-376 agile encryption, AES."""
    locked = io.BytesIO()
    OOXMLFile(file).encrypt(password, locked)
    locked.seek(0)
    return locked


def _line(cells: list[str] | list[Value]) -> bytes:
    return (",".join(map(_quoted, cells)) + "\r\n").encode()


def _quoted(value: Value) -> str:
    """Quote a cell; what a spreadsheet would take for a formula is made text."""
    text = str(value)
    if text[:1] in ("=", "+", "-", "@"):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if any(one in text for one in ',"\n') else text
