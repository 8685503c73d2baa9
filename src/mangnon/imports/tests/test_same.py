"""No row is said to be the same that says anything else; what changes says what stands."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from mangnon.imports import books, queries
from mangnon.imports.cells import shown
from mangnon.imports.models import Chunk
from mangnon.imports.sheets import sheet_of
from mangnon.imports.staging import key_of, lay_in, rows_of
from mangnon.imports.tests.conftest import book
from mangnon.imports.tests.test_children import accepted, faults
from mangnon.imports.views.reading import _told
from mangnon.places import generation
from mangnon.places.models import Kind
from mangnon.register.models import Measurement
from mangnon.register.tests.conftest import place
from mangnon.vault import Sealer

CHILD = {
    "name": "Trần Văn Đào", "birth": "7/8/2019", "sex": "Nam", "document": "030219000123",
    "ethnic": "Kinh", "place": "An Sơn", "kind": "Thường trú", "lived_from": "1/9/2019",
    "another": "",
}  # fmt: skip
WEIGHED = {
    "name": "Nguyễn Thị Mận", "birth": "10/3/2015", "document": "030215000123",
    "measured_on": "1/6/2018", "weight": "13,5", "length": "95,2", "position": "Đứng",
    "oedema": "không", "confirmed": "",
}  # fmt: skip
# What each column is altered to, and what the row may be then.
CHILD_ALTERED = {
    "name": ("Trần Văn Đạo", "changed"), "birth": ("8/8/2019", "changed"),
    "sex": ("Nữ", "changed"), "document": ("030219000124", "new"), "ethnic": ("Mường", "changed"),
    "place": ("Bình Minh", "doubtful"), "kind": ("Tạm trú", "doubtful"),
    "lived_from": ("2/9/2019", "doubtful"),
}  # fmt: skip
WEIGHED_ALTERED = {
    "name": ("Nguyễn Thị Lựu", "doubtful"), "birth": ("11/3/2015", "doubtful"),
    "document": ("030215000124", "doubtful"), "measured_on": ("2/6/2018", "new"),
    "weight": ("13,6", "changed"), "length": ("95,3", "changed"), "position": ("Nằm", "changed"),
    "oedema": ("có", "changed"),
}  # fmt: skip
CANNOT_MATTER = {
    "children": {"another": "it says which row is meant, nothing of the child"},
    "measurements": {"confirmed": "it says that somebody looked again, nothing of the figures"},
}


@pytest.fixture
def area(an_son, binh_minh):
    root = place("HD", "Hải Dương", Kind.PROGRAMME_AREA)
    for one in (an_son, binh_minh):
        one.parents.create(parent=root, valid_from=root.valid_from)
    generation.bump()
    return root


@pytest.fixture
def told(judged, area):
    def one(sheet, row, **words):
        titles = [str(sheet_of(sheet).column(code).title) for code in row]
        cells = [words.get(code, text) or None for code, text in row.items()]
        return judged(book([cells], titles), sheet=sheet, place=area)

    return one


def every_column(sheet, altered):
    assert {one.code for one in sheet_of(sheet).columns} == {*altered, *CANNOT_MATTER[sheet]}


@pytest.mark.parametrize("column", CHILD_ALTERED)
def test_a_row_that_says_anything_else_of_a_child_is_not_the_same(told, warrant, column):
    every_column("children", CHILD_ALTERED)
    accepted(told("children", CHILD), warrant)
    assert told("children", CHILD).counts == {"same": 1}
    text, verdict = CHILD_ALTERED[column]
    assert told("children", CHILD, **{column: text}).counts == {verdict: 1}


def test_a_row_that_says_less_or_what_cannot_matter_is_the_same(told, man, warrant):
    accepted(told("children", CHILD), warrant)
    empty = dict.fromkeys(("document", "ethnic", "kind", "lived_from"), "")
    assert told("children", CHILD, another="có", **empty).counts == {"same": 1}
    accepted(told("measurements", WEIGHED), warrant)
    empty = dict.fromkeys(("document", "weight", "position", "oedema"), "")
    assert told("measurements", WEIGHED, confirmed="có", **empty).counts == {"same": 1}


@pytest.mark.parametrize("column", WEIGHED_ALTERED)
def test_a_row_that_says_anything_else_of_a_weighing_is_not_the_same(told, man, warrant, column):
    every_column("measurements", WEIGHED_ALTERED)
    accepted(told("measurements", WEIGHED), warrant)
    assert told("measurements", WEIGHED).counts == {"same": 1}
    text, verdict = WEIGHED_ALTERED[column]
    assert told("measurements", WEIGHED, **{column: text}).counts == {verdict: 1}


def test_another_home_is_told_and_where_to_write_it(told, warrant):
    accepted(told("children", CHILD), warrant)
    said = {"place": "Bình Minh", "kind": "Tạm trú", "lived_from": "2/9/2019"}
    one = told("children", CHILD, **said)
    where, kind, since = faults(one, "doubtful")[4]
    assert "Trẻ đang ở Xã An Sơn; bảng ghi Xã Bình Minh." in where
    assert "Sổ ghi “Thường trú”; bảng ghi “Tạm trú”." in kind
    assert "01/09/2019; bảng ghi 02/09/2019" in since
    assert all("hồ sơ của trẻ" in each for each in (where, kind, since))
    assert accepted(one, warrant).written == 0


@pytest.mark.parametrize("birth", ["8/2019", "2019"])
def test_a_birth_less_precise_than_what_stands_is_asked_and_not_written(told, warrant, birth):
    accepted(told("children", CHILD), warrant)
    one = told("children", CHILD, birth=birth)
    assert "ngày sinh rõ hơn" in faults(one, "doubtful")[4][0]
    (row,) = queries.rows_of(one, "doubtful", 0, 5)
    assert row.stood == {"birth": "07/08/2019"}
    assert accepted(one, warrant).written == 0


def test_a_more_precise_birth_is_a_change(told, warrant):
    accepted(told("children", CHILD, birth="8/2019"), warrant)
    one = told("children", CHILD)
    (row,) = queries.rows_of(one, "changed", 0, 5)
    assert row.stood == {"birth": "08/2019"}


def test_what_changes_is_told_with_what_stands_and_kept_sealed(told, warrant):
    accepted(told("children", CHILD, document=""), warrant)
    said = {"birth": "7/8/2019", "sex": "Nữ", "ethnic": "Mường"}
    accepted(told("children", CHILD, name="Trần Văn Đào"), warrant)  # its number
    one = told("children", CHILD, name="Trần Thị Đào", **said)
    sheet = sheet_of("children")
    for _ in ("judged", "written"):
        (row,) = queries.rows_of(one, "changed", 0, 5)
        assert row.stood == {"name": "Trần Văn Đào", "sex": "Nam", "ethnic": "Kinh"}
        cells = dict(_told(sheet, row)["cells"])
        assert cells[sheet.column("name").title] == "Trần Văn Đào → Trần Thị Đào"
        assert cells[sheet.column("birth").title] == shown(row.texts["birth"])
        table = load_workbook(BytesIO(books.faults(sheet, [row]).getvalue())).active
        last = table[2][-1].value
        assert "Họ và tên: Trần Văn Đào → Trần Thị Đào." in last
        assert "Giới tính: Nam → Nữ. Dân tộc: Kinh → Mường." in last
        assert table[2][1].value == "Trần Thị Đào"  # brought again, it is what was typed
        assert "Đào".encode() not in bytes(Chunk.objects.get(brought=one).rows_sealed)
        assert books.in_words(sheet, row) == ""  # a terminal is told no child's particulars
        if one.state == "judged":
            one = accepted(one, warrant)
    assert one.written == 1


def test_a_number_where_none_stood_is_told_so(told, warrant):
    accepted(told("children", CHILD, document=""), warrant)
    (row,) = queries.rows_of(told("children", CHILD), "changed", 0, 5)
    assert (row.stood, books.typed(row, "document")) == (
        {"document": ""}, "chưa ghi → 030219000123",
    )  # fmt: skip


def test_a_weighing_is_told_with_what_stands_and_corrected(told, man, warrant):
    accepted(told("measurements", WEIGHED), warrant)
    said = {"weight": "13,8", "position": "Nằm", "oedema": "có"}
    one = told("measurements", WEIGHED, **said)
    (row,) = queries.rows_of(one, "changed", 0, 5)
    assert row.stood == {"weight": "13,5", "position": "Đứng", "oedema": "không"}
    accepted(one, warrant)
    kept = Measurement.objects.get()
    assert (kept.weight_kg, kept.position, kept.oedema) == (13.8, "l", True)
    assert told("measurements", WEIGHED, **said).counts == {"same": 1}


def test_rows_staged_before_this_was_kept_are_still_read(told, warrant):
    one = told("children", CHILD)
    chunk, sealer = Chunk.objects.get(brought=one), Sealer(key_of(one))
    (row,) = rows_of(chunk, sealer)
    old = SimpleNamespace(brought=one, number=chunk.number, rows_sealed=b"", counts={})
    lay_in(old, [row], sealer)
    bound = f"{one.subject}:{chunk.number}:rows"
    whole = sealer.unseal(old.rows_sealed, bound_to=bound)
    assert whole.endswith((",{}]]", b",{}]]")[isinstance(whole, bytes)])
    cut = whole[:-5] + (b"]]" if isinstance(whole, bytes) else "]]")
    old.rows_sealed = sealer.seal(cut, bound_to=bound)
    (again,) = rows_of(old, sealer)
    assert (again.texts, again.stood) == (row.texts, {})
