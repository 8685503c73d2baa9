from datetime import date, datetime

import pytest

from mangnon.audit.models import Entry
from mangnon.imports import actions, queries
from mangnon.imports.models import Chunk, State
from mangnon.imports.tests.conftest import book, brought_again
from mangnon.register import actions as register
from mangnon.register import identity
from mangnon.register.actions import open_weighday, record_measurement
from mangnon.register.models import Child, DataKey, Residence, WeighRow
from mangnon.text.sentence import DomainError, Sentence

MAN = (1, "Nguyễn Thị Mận", "10/3/2015", "Nữ", "030215000123", "Kinh")
DAO = (2, "Trần Văn Đào", datetime(2019, 8, 7), "nam", None, "Sán Dìu")
LUU = (3, "Phạm Thị Lựu", "9/2020", "NỮ", 30320000456, "")


def names() -> set[str]:
    found = Child.objects.filter(home__isnull=False).select_related("data_key")
    return {identity.open_name(one) for one in found}


def accepted(one, warrant):
    actions.accept(one, warrant=warrant)
    return actions.work(brought_again(one), warrant=warrant)


def taken_back(one, warrant):
    actions.take_back(one, warrant=warrant)
    return actions.work(brought_again(one), warrant=warrant)


def faults(one, verdict="wrong"):
    found = queries.rows_of(one, verdict, 0, 50)
    return {row.number: [fault.why.vi for fault in row.faults] for row in found}


def test_new_children_are_written_whole(judged, warrant):
    one = judged(book([MAN, DAO, LUU]))
    assert (one.state, one.counts) == (State.JUDGED, {"new": 3})
    assert Child.objects.count() == 0
    one = accepted(one, warrant)
    assert (one.state, one.written, one.left) == (State.ACCEPTED, 3, 0)
    assert names() == {"Nguyễn Thị Mận", "Trần Văn Đào", "Phạm Thị Lựu"}
    dao = Child.objects.get(sex="m")
    assert (dao.birth_date, dao.ethnic_group, dao.home.code) == (date(2019, 8, 7), "san_diu", "101")
    luu = Child.objects.get(birth_precision="month")
    assert identity.open_document(luu) == "030320000456"  # the zero that Excel dropped
    assert Residence.objects.filter(valid_from=dao.birth_date).exists()


def test_the_same_file_twice_changes_nothing(judged, warrant):
    content = book([MAN, DAO, LUU])
    accepted(judged(content), warrant)
    last = Entry.objects.filter(act__startswith="register.").count()
    again = accepted(judged(content), warrant)
    assert (again.counts, again.written) == ({"same": 3}, 0)
    assert Entry.objects.filter(act__startswith="register.").count() == last


def test_two_imports_judged_side_by_side_write_once(judged, warrant):
    first, second = judged(book([MAN, DAO])), judged(book([MAN, DAO, LUU]))
    accepted(first, warrant)
    second = accepted(second, warrant)
    assert (second.written, second.left) == (1, 2)
    assert Child.objects.count() == 3


def test_who_stands_is_met_changed_or_doubted(judged, man):
    rows = [
        (1, "Nguyễn Thị Mân", "10/3/2015", "Nữ", "030215000123", None),  # corrected by its number
        (2, "Nguyen Thi Man", "10/3/2015", "Nữ", None, None),
    ]
    one = judged(book(rows))
    assert one.counts == {"changed": 1, "doubtful": 1}
    assert "gần giống" in faults(one, "doubtful")[5][0]


def test_a_doubtful_row_is_entered_when_somebody_says_so_and_only_once(judged, man, warrant):
    headings = ("Họ và tên", "Ngày sinh", "Giới tính", "Là trẻ khác")
    content = book([("Nguyễn Thị Mân", "10/3/2015", "Nữ", "x")], headings)
    assert accepted(judged(content), warrant).written == 1
    assert accepted(judged(content), warrant).written == 0


def test_a_change_is_written_and_taken_back(judged, man, warrant):
    one = accepted(
        judged(book([(1, "Nguyễn Thị Mân", "10/3/2015", "Nữ", "030215000123", "")])), warrant
    )
    assert names() == {"Nguyễn Thị Mân"}
    one = taken_back(one, warrant)
    assert names() == {"Nguyễn Thị Mận"}
    assert (one.state, one.written, one.left) == (State.TAKEN, 0, 0)


def test_whoever_is_taken_back_is_nowhere_and_can_be_brought_again(judged, warrant):
    one = accepted(judged(book([MAN, DAO])), warrant)
    one = taken_back(one, warrant)
    assert (one.written, one.left, names()) == (0, 0, set())
    assert (Residence.objects.count(), DataKey.objects.count()) == (0, 0)
    actions.judge_again(one, warrant=warrant)
    one = accepted(actions.work(brought_again(one), warrant=warrant), warrant)
    assert names() == {"Nguyễn Thị Mận", "Trần Văn Đào"}


def test_a_row_edited_since_is_left_and_named(judged, warrant):
    one = accepted(judged(book([MAN, DAO])), warrant)
    mine = Child.objects.get(sex="f")
    record_measurement(mine, measured_on=date(2024, 6, 1), weight_kg=30.0, warrant=warrant)
    one = taken_back(one, warrant)
    assert (one.written, one.left) == (1, 1)
    assert names() == {"Nguyễn Thị Mận"}
    assert "để nguyên" in faults(one, "doubtful")[4][0]


def test_who_was_typed_on_a_weighing_day_since_is_left(judged, an_son, warrant):
    one = accepted(judged(book([MAN, DAO])), warrant)
    ids = list(Child.objects.values_list("pk", flat=True))
    day = open_weighday(place=an_son, day=date(2024, 6, 15), children=ids, warrant=warrant)
    day.rows.filter(child__sex="m").update(state=WeighRow.State.DOUBTFUL, weight="14,5")
    one = taken_back(one, warrant)
    assert (one.written, one.left, names()) == (1, 1, {"Trần Văn Đào"})


def test_one_row_that_the_records_contradict_keeps_no_other(judged, man, warrant):
    record_measurement(man, measured_on=date(2015, 6, 1), weight_kg=5.5, warrant=warrant)
    one = judged(book([(1, *MAN[1:2], "10/3/2016", *MAN[3:]), DAO]))
    assert one.counts == {"changed": 1, "new": 1}
    one = accepted(one, warrant)
    assert (one.state, one.written, one.left) == (State.ACCEPTED, 1, 1)
    assert "trước ngày sinh mới" in faults(one, "doubtful")[4][0]
    man.refresh_from_db()
    assert man.birth_date == date(2015, 3, 10)


TWELVE = [
    (1, "", "1/2/2020", "Nữ", None, None),
    (2, "Lê Văn 5", "1/2/2020", "Nam", None, None),
    (3, "Lê Văn Ba", "31/2/2020", "Nam", None, None),
    (4, "Lê Văn Tư", "1/2/2030", "Nam", None, None),
    (5, "Lê Văn Năm", "1/2/2001", "Nam", None, None),
    (6, "Lê Văn Sáu", "1/2/2020", "bé", None, None),
    (7, "Lê Văn Bảy", "1/2/2020", "Nam", "12", None),
    (8, "Lê Văn Tám", "1/2/2020", "Nam", None, "Mèo"),
    (9, "=A1&B1", "1/2/2020", "Nam", None, None),
    (10, "Lê Văn Mười", "1/2/20", "Nam", None, None),
    (11, "Lê Thị Na", "1/2/2020", "Nữ", None, None),
    (12, "Lê Thị Na", "1/2/2020", "Nữ", None, None),
]


def test_each_fault_is_named_with_its_row(judged):
    one = judged(book(TWELVE))
    assert one.counts == {"wrong": 11, "new": 1}
    told = faults(one)
    assert set(told) == {*range(4, 14), 15}
    assert "Trùng với dòng 14" in told[15][0]
    assert "công thức" in told[12][0]


def test_a_place_outside_is_refused(judged, binh_minh):
    headings = ("Họ và tên", "Ngày sinh", "Giới tính", "Xã")
    one = judged(book([("Lê Thị Na", "1/2/2020", "Nữ", "Bình Minh")], headings))
    assert "không thuộc địa bàn" in faults(one)[4][0]


def test_nothing_that_was_read_is_kept_in_clear(judged, tmp_path, settings):
    one = judged(book([MAN], name="Nguyễn Thị Mận"))
    assert (one.counts, one.layout["table"]) == ({"new": 1}, 0)
    chunk = Chunk.objects.get(brought=one)
    kept = bytes(chunk.rows_sealed) + b"".join(
        path.read_bytes() for path in settings.ATTACHMENTS_ROOT.rglob("*") if path.is_file()
    )
    assert "Mận".encode() not in kept
    assert b"PK\x03\x04" not in kept[:8]
    assert "tre.xlsx" not in one.words_sealed


def test_one_row_for_which_a_whole_batch_is_refused_keeps_no_other(judged, warrant, monkeypatch):
    one = judged(book([MAN, DAO, LUU]))
    enter = register.add_children_in_bulk

    def refusing(batch, **words):
        if "Trần Văn Đào" in batch.names:
            raise DomainError(Sentence("Không nhận.", "Not taken."))
        return enter(batch, **words)

    monkeypatch.setattr(register, "add_children_in_bulk", refusing)
    done = accepted(one, warrant)
    assert (done.state, done.written, done.left) == (State.ACCEPTED, 2, 1)
    assert names() == {"Nguyễn Thị Mận", "Phạm Thị Lựu"}
    assert faults(done, "doubtful") == {5: ["Không nhận."]}


@pytest.mark.parametrize("turn", ["tcvn3", "vni"])
def test_text_of_before_unicode_is_converted(judged, turn):
    rows = {
        "tcvn3": ("Hä vµ tªn;Ngµy sinh;Giíi tÝnh\nNguyÔn ThÞ MËn;10/3/2015;N÷\n"),
        "vni": ("Hoï vaø teân;Ngaøy sinh;Giôùi tính\nNguyeãn Thò Maän;10/3/2015;Nöõ\n"),
    }[turn]
    one = judged(rows.encode(), "tre.csv")
    assert (one.counts, one.layout["encoding"]) == ({"new": 1}, turn)
    (row,) = queries.rows_of(one, "new", 0, 5)
    assert row.texts["name"] == "Nguyễn Thị Mận"


def test_two_children_of_one_name_and_birth_are_two_by_their_numbers(judged, warrant):
    rows = [
        (1, "Lê Thị Na", "1/2/2020", "Nữ", "030320000456", None),
        (2, "Lê Thị Na", "1/2/2020", "Nữ", "030320000457", None),
        (3, "Lê Thị Na", "1/2/2020", "Nữ", None, None),
    ]
    one = judged(book(rows))
    assert one.counts == {"new": 2, "wrong": 1}
    assert accepted(one, warrant).written == 2
    assert judged(book(rows[:2])).counts == {"same": 2}
