"""A commune's officer brings a file through the pages: found, corrected, written, taken back."""

import zipfile
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from mangnon.imports import actions
from mangnon.imports.actions import working
from mangnon.imports.models import Import, State
from mangnon.imports.scopes import warrant_of
from mangnon.imports.tests.conftest import _kept, book  # noqa: F401
from mangnon.imports.tests.test_children import TWELVE
from mangnon.register.models import Child
from mangnon.register.views.tests.conftest import an, binh, today  # noqa: F401
from tests.support.desk import fill

HOME = "/desk/nhap-bang-tinh/"
CHILD = (1, "Lê Thị Na Mẫu", "1/2/2014", "Nữ", None, None)


def bring(desk, content: bytes, name: str = "tre.xlsx", sheet: str = "children"):
    return fill(desk, f"{HOME}dua-len/", sheet=sheet, file=SimpleUploadedFile(name, content))


def judged(desk, content: bytes) -> str:
    """Bring a file and confirm its columns; return the page that tells what was found."""
    columns = bring(desk, content)
    assert columns.status_code == 302, columns.content.decode()
    return fill(desk, columns["Location"])["Location"]


def test_a_file_is_brought_written_taken_back_and_written_again(an):  # noqa: F811
    page = judged(an, book([CHILD]))
    assert "Mới: 1" in an.get(page).content.decode()
    fill(an, f"{page}nhan/")
    assert (Import.objects.get().state, Child.objects.filter(home__isnull=False).count()) == (
        State.ACCEPTED, 1,
    )  # fmt: skip
    fill(an, f"{page}rut-lai/")
    assert not Child.objects.filter(home__isnull=False).exists()
    fill(an, f"{page}doi-chieu-lai/")
    fill(an, f"{page}nhan/")
    assert Child.objects.filter(home__isnull=False).count() == 1


def test_the_faults_come_back_as_a_spreadsheet_that_can_be_sent_again(an):  # noqa: F811
    earlier = [
        [str(cell).replace("2020", "2014") if cell else cell for cell in row] for row in TWELVE
    ]
    page = judged(an, book([*earlier, CHILD]))
    answer = an.get(f"{page}loi/")
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert rows[0][-2:] == ("Kết quả", "Lỗi, cần làm gì")
    assert len(rows) == 14
    assert "Trùng với dòng" in rows[12][-1]
    again = BytesIO()
    made = Workbook()
    for row in rows[:1] + [row for row in rows if row[-2] == "mới"]:
        made.active.append(row)
    made.save(again)
    judged(an, again.getvalue())
    assert Import.objects.first().counts.get("wrong") is None


def test_the_template_is_recognised_when_it_comes_back(an):  # noqa: F811
    file = BytesIO(b"".join(an.get(f"{HOME}mau/children/").streaming_content))
    made = load_workbook(file)
    assert len(made.worksheets[0].data_validations.dataValidation) == 4
    made.worksheets[0].append(["Lê Thị Na Mẫu", "01/02/2014", "Nữ"])
    filled = BytesIO()
    made.save(filled)
    page = judged(an, filled.getvalue())
    assert "Mới: 1" in an.get(page).content.decode()


def test_the_pages_ask_little_of_the_database(an):  # noqa: F811
    page = judged(an, book([CHILD]))
    for address in (HOME, page, f"{HOME}dua-len/", f"{page}nhan/"):
        an.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert an.get(address).status_code == 200
        # PostgreSQL also marks where it may go back to, and is told within which walls it is.
        told = [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]
        assert len([one for one in told if "set_config" not in one]) <= 15, (address, told)


def test_another_communes_file_is_not_there(an, binh):  # noqa: F811
    page = judged(an, book([CHILD]))
    assert binh.get(page).status_code == 404
    assert binh.get(f"{page}loi/").status_code == 404


def bomb() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.xml", b"<workbook>" + b" " * 211_000_000)
    return file.getvalue()


def with_macros() -> bytes:
    file = BytesIO(book([CHILD]))
    with zipfile.ZipFile(file, "a") as made:
        made.writestr("xl/vbaProject.bin", b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (with_macros, "macro"),
        (bomb, "bung ra quá lớn"),
        (lambda: b"x" * (20 * 1024 * 1024 + 1), "lớn hơn 20 MB"),
        (lambda: book([CHILD])[:-300], "bị hỏng"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "Excel cũ"),
        (lambda: book([CHILD], ["a", "b", "c", "d", "e", "f"]), "dòng tiêu đề"),
        (lambda: b"%PDF-1.7\n%%EOF", "không phải là bảng tính"),
    ],
)
def test_what_is_no_list_is_refused_with_a_sentence(an, content, why):  # noqa: F811
    answer = bring(an, content())
    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert not Import.objects.exists()


class _KilledError(Exception):
    """What a process that is ended between two chunks leaves."""


def killed(_done: int, _rows: int) -> None:
    raise _KilledError


def test_the_page_of_one_that_is_half_written_says_how_far_it_is(an, monkeypatch):  # noqa: F811
    monkeypatch.setattr(working, "CHUNK", 2)
    others = [(at, f"Lê Thị {name} Mẫu", *CHILD[2:]) for at, name in enumerate(("Bưởi", "Cam"), 2)]
    page = judged(an, book([CHILD, (4, "", *CHILD[2:]), *others]))
    for act, told in ((actions.accept, "đã ghi 1 trong 3 dòng"),
                      (actions.take_back, "đã rút 2 trong 3 dòng")):  # fmt: skip
        one = Import.objects.select_related("place", "asked_by").get()
        one = act(one, warrant=warrant_of(one))
        with pytest.raises(_KilledError):
            actions.work(one, warrant=warrant_of(one), progress=killed)
        shown = an.get(page).content.decode()
        number = told.split()[2]
        assert told in shown and f'<progress max="3" value="{number}">' in shown
        assert "đã đối chiếu" not in shown
        one = Import.objects.select_related("place", "asked_by").get()
        actions.work(one, warrant=warrant_of(one))
    assert "<progress" not in an.get(page).content.decode()
