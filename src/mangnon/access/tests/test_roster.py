"""A spreadsheet of people: each row judged, the good ones invited, a second time nothing."""

import time
from io import BytesIO
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from mangnon.access import doors, roster, unconfirmed
from mangnon.access.actions.rosters import invite_many
from mangnon.access.models import Holding, User
from tests.support.desk import fill, signed_in

GOOD = ("Mai Thị Mẫu", "Cộng tác viên", "n1", "mai@example.vn", "", "QĐ 12")


def book(*rows, head=roster.COLUMNS):
    made = Workbook()
    for row in (head, *rows):
        made.active.append(row)
    file = BytesIO()
    made.save(file)
    file.seek(0)
    return file


def judged(cast, *rows, who="kien"):
    leave = doors.leave(cast(who), "people.manage")
    return roster.judge(roster.read(book(*rows)), leave)


def test_the_template_is_read_back_as_an_empty_roster():
    assert roster.read(BytesIO(roster.template())) == []
    sheets = load_workbook(BytesIO(roster.template())).sheetnames
    assert sheets == ["Người", "Vai trò"]


def test_a_good_row_is_invited_and_the_same_file_again_changes_nothing(cast):
    warrant = doors.leave(cast("kien"), "people.manage").warrant()
    first = judged(cast, GOOD)
    invited = invite_many(first, warrant=warrant)
    assert [one.user.username for one in invited] == ["maumt.n1"]
    before = (User.objects.count(), Holding.objects.count())
    again = judged(cast, GOOD)
    assert (again[0].done, again[0].good) == (True, False)
    assert invite_many(again, warrant=warrant) == []
    assert (User.objects.count(), Holding.objects.count()) == before


def test_two_people_of_one_name_at_two_places_are_two(cast):
    other = (*GOOD[:2], "n2", *GOOD[3:])
    assert [row.username for row in judged(cast, GOOD, other)] == ["maumt.n1", "maumt.n2"]


@pytest.mark.parametrize(
    ("column", "value", "says"),
    [
        (0, "Mai", "họ và tên"),
        (1, "Vua", "Không có vai trò “Vua”"),
        (2, "xyz", "Không có địa bàn “xyz”"),
        (2, "north", "Không giao được"),
        (3, "mai tại example", "địa chỉ thư"),
        (4, "Mài", "Tên đăng nhập"),
        (4, "an", "có người khác"),
    ],
)
def test_a_wrong_cell_is_named_in_a_sentence(cast, column, value, says):
    cast("an")
    row = [*GOOD]
    row[column] = value
    (one,) = judged(cast, row)
    assert says in one.fault.vi
    assert one.fault.en


def test_a_line_that_repeats_another_is_named(cast):
    assert [row.fault is None for row in judged(cast, GOOD, GOOD)] == [True, False]


def test_empty_lines_are_passed_over_and_lines_keep_their_numbers(cast):
    assert [row.line for row in judged(cast, (None,) * 6, GOOD)] == [3]


def test_a_place_beyond_reach_is_not_there(cast, place, warrant):
    from mangnon.access import actions

    actions.give_role(cast("khach"), "administrator", place("n2"), warrant=warrant)
    (one,) = judged(cast, GOOD, who="khach")
    assert "phạm vi" in one.fault.vi


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04zzzz", b"ten,vai tro\n"])
def test_a_file_that_is_no_spreadsheet_is_refused(content):
    with pytest.raises(roster.NotARoster):
        roster.read(BytesIO(content))


def test_other_columns_are_refused_with_the_right_ones():
    with pytest.raises(roster.NotARoster) as refusal:
        roster.read(book(GOOD, head=("A", "B", "C")))
    assert "Họ và tên" in refusal.value.sentence.vi


def test_four_hundred_rows_are_judged_with_few_questions(cast, django_assert_max_num_queries):
    rows = [(f"Mai Thị {chr(65 + n % 26)}{n}", *GOOD[1:3], "", f"mai.{n}", "") for n in range(400)]
    leave = doors.leave(cast("kien"), "people.manage")
    read = roster.read(book(*rows))
    with django_assert_max_num_queries(6):
        assert all(row.good for row in roster.judge(read, leave))


def test_four_hundred_invited_wait_and_are_confirmed_in_one_go(cast, desk_of):
    rows = [(f"Mai Thị M{n}", *GOOD[1:3], "", f"mai.{n}", "") for n in range(400)]
    warrant = doors.leave(cast("kien"), "people.manage").warrant()
    invite_many(judged(cast, *rows), warrant=warrant)
    assert set(Holding.objects.filter(role="collaborator").values_list("state", flat=True)) == {
        "waiting"
    }
    (batch,) = unconfirmed.batches(doors.leave(cast("lan"), "people.manage"))
    address = reverse("unconfirmed-batch", args=[batch.uuid])
    lan = desk_of("lan")
    with CaptureQueriesContext(connection) as looked:
        page = lan.get(address)
    assert page.content.decode().count('name="ticked"') == 400
    began = time.process_time()
    with CaptureQueriesContext(connection) as asked:
        answer = fill(lan, address, whom="all", answer="confirm")
    assert (answer.status_code, time.process_time() - began < 20) == (302, True)
    assert len(looked) < 40
    # Each role leaves an entry of its own; all else is asked once for all.
    assert len(asked) < 400 * 4 + 100
    assert not Holding.objects.filter(state="waiting").exists()
    mai = User.objects.get(username="mai.399")
    assert doors.which(mai, "register.list")


def test_of_four_some_are_confirmed_and_the_rest_wait_on(cast, desk_of):
    rows = [(f"Mai Thị M{n}", *GOOD[1:3], "", f"mai.{n}", "") for n in range(4)]
    warrant = doors.leave(cast("kien"), "people.manage").warrant()
    invite_many(judged(cast, *rows), warrant=warrant)
    (batch,) = unconfirmed.batches(doors.leave(cast("lan"), "people.manage"))
    address, one = reverse("unconfirmed-batch", args=[batch.uuid]), batch.rows[1]
    lan, told = desk_of("lan"), {"answer": "confirm"}
    assert fill(lan, address, **told).status_code == 422
    assert fill(lan, address, **told, whom="ticked").status_code == 422
    assert fill(lan, address, **told, whom="all", ticked=[one.uuid]).status_code == 422
    assert fill(lan, address, **told, whom="ticked", ticked=[uuid4()]).status_code == 422
    assert fill(lan, address, **told, whom="ticked", ticked=[one.uuid]).status_code == 302
    standing = Holding.objects.filter(role="collaborator", state="standing")
    assert [held.pk for held in standing] == [one.pk]


@pytest.fixture
def desk_of(cast):
    return lambda username: signed_in(cast(username))


def with_part(name, content):
    """The template with another content of one of its parts."""
    file = BytesIO()
    with ZipFile(BytesIO(roster.template())) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part.endswith(name) else old.read(part))
    file.seek(0)
    return file


@pytest.mark.parametrize("name", ["workbook.xml", "sheet1.xml", "workbook.xml.rels", "styles.xml"])
def test_a_broken_part_is_a_sentence(name):
    with pytest.raises(roster.NotARoster, match=r"is no \.xlsx"):
        roster.read(with_part(name, b"<broken"))


def test_what_does_not_unpack_is_a_sentence():
    whole = roster.template()
    at = whole.index(b"xl/worksheets/sheet1.xml") + 40
    with pytest.raises(roster.NotARoster, match=r"is no \.xlsx"):
        roster.read(BytesIO(whole[:at] + bytes(20) + whole[at + 20 :]))


def test_a_small_file_that_unpacks_to_a_huge_one_is_not_unpacked():
    bomb = with_part("sheet1.xml", b"<a>" + b" " * roster.UNPACKED)
    assert len(bomb.getvalue()) < roster.LARGEST
    with pytest.raises(roster.NotARoster, match="over 2 MB"):
        roster.read(bomb)
