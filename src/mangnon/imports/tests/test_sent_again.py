"""The workbook with the faults is corrected as it says and brought again; all of it is taken."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from mangnon.aggregates.tests.conftest import form  # noqa: F401
from mangnon.facilities.tests.conftest import midwife, station  # noqa: F401
from mangnon.imports import books, headings, queries
from mangnon.imports.forms import ColumnsForm
from mangnon.imports.reading import tables
from mangnon.imports.sheets import known, sheet_of
from mangnon.imports.tests.conftest import book

# Of each sheet: its headings, a row that is right, one that is not; in which column, what is right.
SHEETS = {
    "children": (
        ("Họ tên", "Ngày sinh", "Giới tính"), ("Lê Thị Na", "1/2/2020", "Nữ"),
        ("Lê Văn Ổi", "31/2/2020", "Nam"), "Ngày sinh", "28/2/2020",
    ),
    "measurements": (
        ("Họ tên", "Ngày sinh", "Ngày cân", "Cân nặng"),
        ("Nguyễn Thị Mận", "10/3/2015", "1/6/2018", "13,5"),
        ("Nguyễn Thị Mận", "10/3/2015", "1/7/2018", "nặng"), "Cân nặng (kg)", "13,6",
    ),
    "stations": (
        ("Mã trạm", "Tên trạm", "Ngày thành lập"), ("TYT-1", "Trạm Một", "1/3/2014"),
        ("TYT-2", None, "1/3/2014"), "Tên cơ sở", "Trạm Hai",
    ),
    "schools": (
        ("Mã trường", "Tên trường", "Cấp học", "Ngày thành lập"),
        ("th-2", "Trường B", "THCS", "1/1/2013"), ("th-3", "Trường C", "Đại học", "1/1/2013"),
        "Cấp học", "Tiểu học",
    ),
    "staff": (
        ("Trạm y tế", "Mã cán bộ", "Chức danh", "Nhận việc ngày"),
        ("tyt-101", "HS-01", "Hộ sinh", "1/2/2016"), ("tyt-101", "HS-02", "Phi công", "1/2/2016"),
        "Chức danh", "Hộ sinh",
    ),
    "totals": (
        ("Năm", "Chỉ tiêu", "Tử số", "Mẫu số"), ("2013", "T1", "30", "1.000"),
        ("2014", "T1", "-1", "1.000"), "Số đếm được", "32",
    ),
}  # fmt: skip
FIRST = 4  # the row of the first child, station… in the file that was brought


def test_every_sheet_is_sent_again_here():
    assert {one.code for one in known()} == set(SHEETS)


@pytest.mark.parametrize("code", SHEETS)
@pytest.mark.usefixtures("man", "station", "midwife", "form")
def test_what_is_handed_out_to_be_corrected_is_taken_when_it_comes_back(judged, code):
    told, right, wrong, title, value = SHEETS[code]
    sheet = sheet_of(code)
    one = judged(book([right, wrong], told), sheet=code)
    assert one.counts == {"new": 1, "wrong": 1}
    made = load_workbook(books.faults(sheet, queries.every_row(one)))
    table, again = made.active, BytesIO()
    head = [cell.value for cell in table[1]]
    assert [row[0].value for row in table] == ["Dòng trong tệp gốc", str(FIRST), str(FIRST + 1)]
    assert title in table[3][-1].value
    table[3][head.index(title)].value = value
    made.save(again)
    assert judged(again.getvalue(), sheet=code).counts == {"new": 2}


@pytest.mark.parametrize("heading", ["Dòng trong tệp gốc", "Row in the original file"])
def test_the_number_of_the_original_row_is_no_column_to_choose(heading):
    sheet, told = sheet_of("children"), (heading, "Họ tên", "Ngày sinh", "Ghi chú")
    found = headings.found(sheet, tables("xlsx", book([], told)))
    asked = ColumnsForm(headings=found.headings, chosen=found.columns, sheet=sheet)
    assert list(asked.fields) == ["c1", "c2", "c3"]
