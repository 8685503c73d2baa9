"""The spreadsheets' part of the busy day: canaries in a file's name and cells, right and wrong."""

import io
import re
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from tests.support.canaries import CANARIES
from tests.support.desk import fill

NAME = f"Danh sách {CANARIES['brought']}.xlsx"
LONG = f"Sổ tay {CANARIES['brought']}.csv"
_HEADINGS = ("Họ và tên", "Ngày sinh", "Giới tính", "Số định danh")
_NUMBER = "030319000777"
_LARGE = 3 << 20  # bytes: more than the web server's program keeps in memory by itself


def steps(an: Client) -> None:
    """One spreadsheet written, corrected and taken back in part; one judged beside the site."""
    page = _judged(an, NAME, _book())
    assert CANARIES["brought"] in _words(an.get(page))
    faults = an.get(f"{page}loi/")
    assert len(b"".join(faults.streaming_content)) > 1000  # type: ignore[attr-defined]
    _done(an, f"{page}nhan/")
    again = _judged(an, NAME, _book("Thị "))
    _done(an, f"{again}nhan/")
    _done(an, f"{again}rut-lai/")
    errs(an)
    beside(an)


def errs(an: Client) -> None:
    """A file that is no spreadsheet, and one whose headings nobody knows: the form comes back."""
    for name, content in (
        (f"{CANARIES['slip']}.xlsx", f"%PDF-1.7 {CANARIES['slip']}".encode()),
        (f"{CANARIES['slip']}.csv", f"{CANARIES['slip']};b;c\n1;2;3\n".encode()),
    ):
        answer = _sent(an, name, content)
        assert answer.status_code == 422
        assert CANARIES["slip"] not in answer.headers.get("Location", "")


def beside(an: Client) -> None:
    """A large file waits for the process beside the site; a failing read goes to its log."""
    from mangnon.imports.keeping_on import work_waiting

    rows = "".join(
        f"Hồ {CANARIES['brought']} {'abcdefghij'[at % 10] * (at // 10 + 1)};{at % 28 + 1}/3/2019;"
        f"Nam;;{'x' * 3000}\n"
        for at in range(_LARGE // 3000)
    )
    content = (";".join(_HEADINGS) + ";Ghi chú\n" + rows).encode()
    page = _judged(an, LONG, content)
    assert work_waiting() == 1
    _done(an, f"{page}nhan/")
    assert work_waiting() == 1


def remembered() -> None:
    """See that what was brought is kept, sealed: whoever has the keys reads it."""
    from mangnon.imports import queries, staging
    from mangnon.imports.models import Import

    brought = Import.objects.order_by("pk")
    assert [staging.name_of(one) for one in brought] == [NAME, NAME, LONG]
    for one in brought:
        assert any(CANARIES["brought"] in row.texts["name"] for row in queries.every_row(one))


def _book(given: str = "") -> bytes:
    made, file = Workbook(), io.BytesIO()
    table = made.active
    assert table is not None
    table.append(_HEADINGS)
    table.append([f"Hồ {given}{CANARIES['brought']}", "2/3/2019", "Nữ", _NUMBER])
    table.append([f"Hồ {CANARIES['slip']} 5", "31/2/2020", CANARIES["slip"], CANARIES["slip"]])
    made.save(file)
    return file.getvalue()


def _sent(an: Client, name: str, content: bytes) -> HttpResponse:
    file = io.BytesIO(content)
    file.name = name
    return fill(an, reverse("imports:bring"), sheet="children", file=file)


def _judged(an: Client, name: str, content: bytes) -> str:
    """Bring a file and confirm its columns; return its page."""
    answer = _sent(an, name, content)
    assert answer.status_code == 302, _words(answer)[-3000:]
    uuid = re.findall(r"[0-9a-f-]{36}", answer["Location"])[0]
    _done(an, reverse("imports:columns", args=[uuid]))
    return reverse("imports:import", args=[uuid])


def _done(an: Client, address: str) -> None:
    answer: Any = fill(an, address)
    assert answer.status_code == 302, _words(answer)[-3000:]


def _words(page: HttpResponse) -> str:
    return page.content.decode()
