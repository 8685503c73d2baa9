"""Many documents at once: a fault names row, column, what to do; whole or nothing; twice alike."""

import io
import zipfile

import openpyxl
import pytest

from mangnon.access.doors import system_warrant
from mangnon.attachments.errors import WrongFile
from mangnon.audit.models import Entry
from mangnon.legislation import actions
from mangnon.legislation.actions.bringing import bring_many
from mangnon.legislation.bringing.files import Beside
from mangnon.legislation.models import Clause, Document, Original, Relation
from tests.support.library import blank_pdf, word_file

HEAD = ("Số, ký hiệu", "Loại văn bản", "Tên văn bản", "Cơ quan ban hành", "Ngày ban hành",
        "Thay thế", "Căn cứ", "Tệp")  # fmt: skip
LAW = ("102/2016/QH13", "Luật", "Luật Trẻ em", "Quốc hội", "05/04/2016", "25/2004/QH11", "",
       "luat.docx")  # fmt: skip
DECREE = ("56/2017/NĐ-CP", "", "Nghị định", "Chính phủ", "09/05/2017", "", "102/2016/QH13",
          "NGHI-DINH.pdf")  # fmt: skip
FILES = {"luat.docx": word_file("Điều 1. Trẻ em"), "nghi-dinh.PDF": blank_pdf()}
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "kept"


@pytest.fixture
def warrant():
    return system_warrant("test")


def book(*rows, head=HEAD) -> bytes:
    made = openpyxl.Workbook()
    for row in (("Danh mục văn bản",), head, *rows):
        made.active.append(row)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def beside(files=FILES) -> Beside:
    return Beside((name, lambda content=content: content) for name, content in files.items())


def bring(warrant, content, files=FILES, **words):
    given = {"dry_run": False, "warrant": warrant} | words
    return bring_many("danh-muc.xlsx", content, beside(files), **given)


def test_documents_relations_and_files_are_written(warrant):
    done = bring(warrant, book(LAW, DECREE))
    assert done.faults == []
    assert (done.added, done.relations, done.files, done.by_number) == (2, 2, 2, 1)
    decree = Document.objects.get(number="56/2017/NĐ-CP")
    assert (decree.kind, decree.held) == ("decree", True)
    assert Clause.objects.get().text == "Điều 1. Trẻ em"
    assert [one.is_scan for one in Original.objects.order_by("kind")] == [False, True]
    old = Document.objects.get(number="25/2004/QH11")
    assert not old.held and Relation.objects.get(target=old).kind == "replaces"


def test_the_same_file_twice_changes_nothing(warrant):
    bring(warrant, book(LAW, DECREE))
    before = (Entry.objects.count(), Original.objects.count(), Relation.objects.count())
    done = bring(warrant, book(LAW, DECREE))
    assert done.changes_nothing and done.same == 2
    assert before == (Entry.objects.count(), Original.objects.count(), Relation.objects.count())


def test_a_trial_writes_nothing(warrant, tmp_path):
    done = bring(warrant, book(LAW, DECREE), dry_run=True)
    assert (done.added, done.files, done.written) == (2, 2, False)
    assert not Document.objects.exists() and not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (("", "", "Không rõ loại", "", "", "", "", ""), "kind", "Thiếu loại"),
        (("x", "Luật", "Tên", "", "", "", "", ""), "number", "không giống số"),
        (("1/2016/QH13", "Lệ làng", "Tên", "", "", "", "", ""), "kind", "Lệ làng"),
        (("1/2016/QH13", "Luật", "Tên", "", "31/02/2016", "", "", ""), "issued_on", "31/02/2016"),
        (("1/2016/QH13", "Luật", "Tên", "", "", "luật cũ", "", ""), "replaces", "luật cũ"),
        (("1/2016/QH13", "Luật", "Tên", "", "", "1/2016/QH13", "", ""), "replaces", "chính nó"),
        (("1/2016/QH13", "Luật", "Tên", "", "", "", "", "mat.docx"), "files", "mat.docx"),
        (("1/2016/QH13", "Luật", "Tên", "", "", "", "", "hong.docx"), "files", "hong.docx"),
        (("1/2016/QH13", "=1+1", "Tên", "", "", "", "", ""), "kind", "công thức"),
        ((*LAW[:5], "", "", ""), "number", "Trùng với dòng 3"),
    ],
)
def test_one_wrong_row_is_named_and_no_row_is_written(warrant, row, column, said):
    files = FILES | {"hong.docx": b"PK\x03\x04"}
    done = bring(warrant, book(LAW, row), files)
    assert next((one.row, one.column) for one in done.faults) == (4, column)
    assert any(said in one.why.vi for one in done.faults)
    assert not done.written and not Document.objects.exists() and not Original.objects.exists()


def test_a_circle_of_replacements_is_a_fault_also_with_what_stands(warrant):
    bring(warrant, book(("1/2016/QH13", "Luật", "A", "", "", "2/2016/QH13", "", "")))
    done = bring(warrant, book(("2/2016/QH13", "Luật", "B", "", "", "1/2016/QH13", "", "")))
    assert "thành vòng" in done.faults[0].why.vi and not done.written


def test_who_was_known_by_number_is_filled_in_and_a_changed_row_changes(warrant):
    bring(warrant, book(LAW))
    told = ("25/2004/QH11", "Luật", "Luật cũ", "Quốc hội", "15/06/2004", "", "", "")
    assert bring(warrant, book(told)).changed == 1
    old = Document.objects.get(number="25/2004/QH11")
    assert (old.title_vi, old.note_vi) == ("Luật cũ", "")
    assert Document.objects.count() == 2


def test_a_clause_in_use_stops_the_whole_run(warrant, monkeypatch):
    bring(warrant, book(LAW))

    def in_use(*_words):
        raise actions.putting.ClauseInUse(["dieu-1"])

    monkeypatch.setattr("mangnon.legislation.actions.bringing.write_text", in_use)
    row = ("3/2016/QH13", "Luật", "C", "", "", "", "", "moi.docx")
    with pytest.raises(actions.putting.ClauseInUse):
        bring(warrant, book(row), {"moi.docx": word_file("Điều 2. Khác")})
    assert not Document.objects.filter(number="3/2016/QH13").exists()


def test_a_zip_is_looked_into_without_trust(warrant):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("../../luat.docx", FILES["luat.docx"])
    inside = Beside.packed(held.getvalue())
    assert "Luat.DOCX" in inside and inside.read("luat.docx") == FILES["luat.docx"]
    with pytest.raises(Exception, match="zip"):
        Beside.packed(b"no zip")


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_that_unpacks_all_at_once_is_refused(how):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as packed:
        packed.writestr("luat.docx", FILES["luat.docx"])
    with pytest.raises(WrongFile, match="bung ra quá lớn"):
        Beside.packed(held.getvalue())


def test_a_comma_file_is_read_too(warrant):
    text = "Số ký hiệu;Loại;Tên\n1/2016/QH13;Luật;Luật A\n".encode()
    done = bring_many("a.csv", text, Beside(), dry_run=False, warrant=warrant)
    assert done.added == 1


def test_a_part_of_a_zip_that_does_not_unpack_and_a_file_named_twice(warrant):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("luat.docx", b"PK\x03\x04" + bytes(range(256)) * 40)
    broken = bytearray(held.getvalue())
    broken[60:66] = b"\xff" * 6
    row = ("9/2016/QH13", "Luật", "E", "", "", "", "", "luat.docx; luat.docx")
    told = {"dry_run": False, "warrant": warrant}
    done = bring_many("a.xlsx", book(row), Beside.packed(bytes(broken)), **told)
    assert {one.column for one in done.faults} == {"files"} and not Document.objects.exists()
    bring(warrant, book(row))
    assert Original.objects.count() == 1
