"""Many documents brought beside others: no silent twin, no silent choice, no file held in vain."""

import io
import tracemalloc
import zipfile

import pytest

from mangnon.access.doors import system_warrant
from mangnon.legislation.actions.bringing import bring_many
from mangnon.legislation.bringing.files import Beside
from mangnon.legislation.errors import FileChanged
from mangnon.legislation.models import Document, Original, Relation
from mangnon.legislation.tests.test_bringing import LAW, book, bring
from tests.support.library import word_file

OLD = "25/2004/QH11"
pytestmark = pytest.mark.django_db


@pytest.fixture
def warrant(settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path / "kept"
    return system_warrant("test")


def row(number, issuer="", day="", *, title="Tên", replaces="", file=""):
    return (number, "Luật", title, issuer, day, replaces, "", file)


@pytest.mark.parametrize(
    ("issuer", "day"), [("", ""), ("Quốc hội", ""), ("", "05/04/2016")]
)  # fmt: skip
def test_a_row_that_says_less_is_the_one_document_of_its_number(warrant, issuer, day):
    bring(warrant, book(LAW))
    done = bring(warrant, book(row(LAW[0], issuer, day, title="Tên sau")))
    assert (done.added, done.changed, done.faults) == (0, 1, [])
    one = Document.objects.get(number=LAW[0])
    assert (one.title_vi, one.issuer_vi, one.issued_on.year) == ("Tên sau", "Quốc hội", 2016)


def test_a_row_that_may_be_two_documents_or_none_of_them_names_them(warrant):
    both = (row("12/2014/QĐ-UBND", "Tỉnh A", "01/02/2014"),
            row("12/2014/QĐ-UBND", "Tỉnh B", "01/03/2014"))  # fmt: skip
    assert bring(warrant, book(*both)).added == 2
    for day in ("", "09/09/2014"):
        done = bring(warrant, book(row("12/2014/QĐ-UBND", day=day)))
        said = done.faults[0].why.vi
        assert "Tỉnh A, 01/02/2014" in said and "Tỉnh B" in said and not done.written
    assert bring(warrant, book(row("12/2014/QĐ-UBND", "Tỉnh C"))).added == 1


def test_of_two_rows_that_are_one_document_one_is_refused(warrant):
    done = bring(warrant, book(LAW, row(LAW[0])))
    assert [one.row for one in done.faults] == [4] and "Trùng với dòng 3" in done.faults[0].why.vi
    twice = ("", "Kế hoạch", "Kế hoạch năm", "Tỉnh A", "01/02/2014", "", "", "")
    done = bring(warrant, book(twice, twice))
    assert "Trùng với dòng 3" in done.faults[0].why.vi and not Document.objects.exists()


@pytest.mark.parametrize(("first", "then"), [("", " (một phần)"), (" (một phần)", "")])
def test_whole_becomes_part_and_part_whole(warrant, first, then):
    bring(warrant, book(row("1/2016/QH13", replaces=OLD + first)))
    done = bring(warrant, book(row("1/2016/QH13", replaces=OLD + then)))
    assert (done.relations, done.changes_nothing) == (1, False)
    assert Relation.objects.get().part == bool(then)
    assert bring(warrant, book(row("1/2016/QH13", replaces=OLD + then))).changes_nothing


def test_what_a_pack_brought_and_what_is_said_twice_are_faults(warrant):
    bring(warrant, book(row("1/2016/QH13", replaces=OLD)))
    done = bring(warrant, book(row("1/2016/QH13", replaces=f"{OLD}; {OLD} (một phần)")))
    assert "hai lần" in done.faults[0].why.vi and not done.written
    Relation.objects.update(by_hand=False)
    done = bring(warrant, book(row("1/2016/QH13", replaces=f"{OLD} (một phần)")))
    assert (done.faults[0].row, done.faults[0].column) == (3, "replaces")
    assert "gói dữ liệu" in done.faults[0].why.vi and not Relation.objects.get().part


def test_a_whole_that_becomes_part_closes_no_circle(warrant):
    bring(warrant, book(row("1/2016/QH13", replaces="2/2016/QH13")))
    rows = (row("1/2016/QH13", replaces="2/2016/QH13 (một phần)"),
            row("2/2016/QH13", replaces="1/2016/QH13"))  # fmt: skip
    assert bring(warrant, book(*rows)).faults == []


@pytest.mark.parametrize("packed", [True, False])
def test_two_files_of_one_name_are_both_named(warrant, tmp_path, packed):
    for year in ("2015", "2016"):
        (tmp_path / "in" / year).mkdir(parents=True)
        (tmp_path / "in" / year / "luat.docx").write_bytes(word_file(f"Điều 1. Năm {year}"))
    beside = Beside.folder(tmp_path / "in")
    if packed:
        with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
            for one in sorted((tmp_path / "in").rglob("*.docx")):
                archive.write(one, one.relative_to(tmp_path / "in"))
        beside = Beside.packed(tmp_path / "all.zip")
    done = bring_many("a.xlsx", book(LAW), beside, dry_run=False, warrant=warrant)
    said = done.faults[0].why.vi
    assert "2015/luat.docx" in said and "2016/luat.docx" in said
    assert not done.written and not Original.objects.exists()
    other = book(row("1/2016/QH13"))
    assert bring_many("a.xlsx", other, beside, dry_run=False, warrant=warrant).written


def test_of_many_files_no_more_is_held_than_is_read_at_once(warrant, tmp_path):
    size, many, folder = 1_000_000, 24, tmp_path / "in"
    folder.mkdir()
    for n in range(many):
        held = io.BytesIO(word_file(f"Điều 1. Số {n}"))
        with zipfile.ZipFile(held, "a") as archive:
            archive.writestr("word/media/image1.bin", bytes([n]) * size)
        (folder / f"{n}.docx").write_bytes(held.getvalue())
    table = book(*(row(f"{n + 1}/2016/QH13", file=f"{n}.docx") for n in range(many)))
    tracemalloc.start()
    try:
        beside = Beside.folder(folder)
        done = bring_many("a.xlsx", table, beside, dry_run=False, warrant=warrant)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert (done.files, done.faults) == (many, []) and Original.objects.count() == many
    assert most < many * size / 2, most


def test_a_file_that_changes_meanwhile_is_not_kept(warrant):
    read = iter([word_file("Điều 1. Một"), word_file("Điều 1. Hai")])
    beside = Beside([("luat.docx", lambda: next(read))])
    with pytest.raises(FileChanged):
        bring_many("a.xlsx", book(LAW), beside, dry_run=False, warrant=warrant)
    assert not Document.objects.exists() and not Original.objects.exists()
