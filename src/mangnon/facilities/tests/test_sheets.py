"""Health stations, schools and staff brought in spreadsheets."""

from datetime import date

import pytest

from mangnon.facilities.actions import hire
from mangnon.facilities.models import Facility, Post, StaffTitle
from mangnon.imports import actions, queries
from mangnon.imports.models import Import
from mangnon.imports.sheets import sheet_of

STATIONS = "Mã trạm;Tên trạm;Ngày thành lập\n"
SCHOOLS = "Mã trường;Tên trường;Cấp học;Loại hình;Ngày thành lập\n"
STAFF = "Trạm y tế;Mã cán bộ;Chức danh;Nhận việc ngày;Phần thời gian;Thôi làm từ ngày\n"


@pytest.fixture
def brought(an_son, warrant, settings, tmp_path):
    settings.ATTACHMENTS_ROOT = tmp_path

    def one(sheet: str, text: str) -> Import:
        held = actions.bring(sheet_of(sheet), "x.csv", text.encode(), place=an_son, warrant=warrant)
        columns = {int(at): code for at, code in held.layout["columns"].items()}
        actions.choose_columns(held, columns, warrant=warrant)
        return actions.work(again(held), warrant=warrant)

    return one


def again(one: Import) -> Import:
    return Import.objects.select_related("place").get(pk=one.pk)


def accepted(one, warrant):
    actions.accept(one, warrant=warrant)
    return actions.work(again(one), warrant=warrant)


def taken_back(one, warrant):
    actions.take_back(one, warrant=warrant)
    return actions.work(again(one), warrant=warrant)


def faults(one, verdict):
    found = queries.rows_of(one, verdict, 0, 50)
    return {row.number: row.faults[0].why.vi for row in found}


def test_stations_are_opened_met_and_taken_back(brought, warrant):
    rows = f"{STATIONS}TYT-1;Trạm y tế An Sơn;1/3/2014\n"
    one = accepted(brought("stations", rows), warrant)
    made = Facility.objects.get(kind="station")
    assert (made.name, made.opened_on, one.written) == ("Trạm y tế An Sơn", date(2014, 3, 1), 1)
    assert brought("stations", rows).counts == {"same": 1}
    assert taken_back(one, warrant).left == 0
    assert not Facility.objects.exists()


def test_a_schools_name_is_corrected_and_corrected_back(brought, school, warrant):
    one = accepted(
        brought("schools", f"{SCHOOLS}th-1;Tiểu học An Sơn;Tiểu học;Tư thục;1/1/2012\n"), warrant
    )
    school.refresh_from_db()
    assert (school.name, school.ownership) == ("Tiểu học An Sơn", "private")
    taken_back(one, warrant)
    school.refresh_from_db()
    assert (school.name, school.ownership) == ("Trường Tiểu học", "public")


def test_what_cannot_be_of_a_school_is_named(brought, school, other_station):
    one = brought(
        "schools",
        f"{SCHOOLS}th-2;Trường Tiểu học;Tiểu học;;1/1/2013\n"
        "th-3;Trường B;Đại học;;1/1/2013\nth-4;Trường C;THCS;;1/1/2030\n"
        "th-5;Trường D;THCS;;1/1/2010\ntyt-102;Trường E;THCS;;1/1/2013\n;Trường F;THCS;;1/1/2013\n"
        "th-7;Trường G;THCS;;1/1/2013\nth-7;Trường G;THCS;;1/1/2013\n",
    )
    assert one.counts == {"doubtful": 1, "wrong": 6, "new": 1}
    assert "cùng tên" in faults(one, "doubtful")[2]
    wrong = faults(one, "wrong")
    assert "trước khi có xã" in wrong[5]
    assert "Mã này" in wrong[6]
    assert "Trùng với dòng 8" in wrong[9]


def test_a_station_with_people_since_is_left(brought, midwife, warrant):
    one = accepted(brought("stations", f"{STATIONS}TYT-1;Trạm y tế;1/3/2014\n"), warrant)
    hire(
        Facility.objects.get(), staff_number="01", title=midwife, hired_on=date(2016, 1, 1),
        warrant=warrant,
    )  # fmt: skip
    assert taken_back(one, warrant).left == 1
    assert Facility.objects.exists()


def test_people_are_put_in_post_end_and_are_taken_back(brought, station, midwife, warrant):
    one = accepted(brought("staff", f"{STAFF}tyt-101;HS-01;Hộ sinh;1/2/2016;0,5;\n"), warrant)
    two = accepted(brought("staff", f"{STAFF}tyt-101;HS-01;Hộ sinh;1/2/2016;;1/2/2020\n"), warrant)
    post = Post.objects.get()
    assert (post.share_of_time, post.valid_to) == (0.5, date(2020, 2, 1))
    taken_back(two, warrant)
    post.refresh_from_db()
    assert post.valid_to is None
    taken_back(one, warrant)
    assert not Post.objects.exists()


def test_what_cannot_be_of_a_post_is_named(brought, station, midwife):
    rows = [
        "tyt-999;HS-01;Hộ sinh;1/2/2016;;", "tyt-101;Lê Thị A;Hộ sinh;1/2/2016;;",
        "tyt-101;HS-02;Phi công;1/2/2016;;", "tyt-101;HS-03;Hộ sinh;1/2/2014;;",
        "tyt-101;HS-04;Hộ sinh;1/2/2016;2;", "tyt-101;HS-05;Hộ sinh;1/2/2016;;1/1/2016",
        "tyt-101;HS-06;Hộ sinh;1/2/2016;0,6;", "tyt-101;HS-06;Hộ sinh;1/3/2016;0,6;",
        "tyt-101;HS-07;Hộ sinh;1/2/2030;;",
    ]  # fmt: skip
    one = brought("staff", STAFF + "\n".join(rows))
    assert one.counts == {"wrong": 8, "new": 1}
    assert set(faults(one, "wrong")) == {2, 3, 4, 5, 6, 7, 9, 10}
    assert StaffTitle.objects.count() == 1


# A row of each sheet as it stands; then what each column is altered to.
SAME = {
    "stations": "tyt-1;Trạm y tế;Công lập;An Sơn;1/3/2014;",
    "schools": "th-1;Trường Tiểu học;Tiểu học;Công lập;An Sơn;1/1/2012;",
    "staff": "tyt-101;HS-01;Hộ sinh;1/2/2016;0,5;1/2/2020",
}
ALTERED = {
    "stations": ("tyt-2", "Trạm khác", "Tư thục", "Bình Minh", "2/3/2014"),
    "schools": ("th-2", "Trường khác", "THCS", "Tư thục", "Bình Minh", "2/1/2012"),
    "staff": ("tyt-9", "HS-02", "Y sĩ", "2/2/2016", "0,6", "2/2/2020"),
}
CANNOT_MATTER = {"another": "it says which row is meant, nothing of the facility"}


@pytest.mark.parametrize(
    ("sheet", "at"), [(sheet, at) for sheet, words in ALTERED.items() for at in range(len(words))]
)
def test_a_row_that_says_anything_else_is_not_the_same(
    brought, station, school, midwife, warrant, sheet, at
):
    columns = [one for one in sheet_of(sheet).columns if one.code not in CANNOT_MATTER]
    assert len(columns) == len(ALTERED[sheet])
    head = ";".join(str(one.title) for one in sheet_of(sheet).columns)
    stands = brought(sheet, f"{head}\n{SAME[sheet]}\n")
    if stands.counts != {"same": 1}:
        accepted(stands, warrant)
    assert brought(sheet, f"{head}\n{SAME[sheet]}\n").counts == {"same": 1}
    cells = SAME[sheet].split(";")
    cells[at] = ALTERED[sheet][at]
    one = brought(sheet, f"{head}\n{';'.join(cells)}\n")
    assert one.done == 1
    assert not one.counted("same")


def test_what_changes_of_a_school_and_a_post_is_told_with_what_stands(
    brought, station, school, midwife, warrant
):
    one = brought("schools", f"{SCHOOLS}th-1;Tiểu học An Sơn;THCS;Tư thục;1/1/2012\n")
    (row,) = queries.rows_of(one, "changed", 0, 5)
    assert row.stood == {
        "name": "Trường Tiểu học", "level": "Tiểu học", "ownership": "Công lập",
    }  # fmt: skip
    accepted(brought("staff", f"{STAFF}tyt-101;HS-01;Hộ sinh;1/2/2016;0,5;\n"), warrant)
    two = brought("staff", f"{STAFF}tyt-101;HS-01;Hộ sinh;1/2/2016;;1/2/2020\n")
    (row,) = queries.rows_of(two, "changed", 0, 5)
    assert row.stood == {"left_on": ""}
