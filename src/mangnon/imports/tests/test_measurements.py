from datetime import date

import pytest

from mangnon.imports import queries
from mangnon.imports.models import State
from mangnon.imports.tests.conftest import book
from mangnon.imports.tests.test_children import accepted, faults, taken_back
from mangnon.register.actions import correct_measurement
from mangnon.register.models import Child, Measurement

HEADINGS = ("Họ và tên", "Ngày sinh", "Ngày cân", "Cân nặng", "Chiều cao", "Đã đo lại")
MAN = ("Nguyễn Thị Mận", "10/3/2015")


@pytest.fixture
def weighed(judged, man):
    return lambda *rows: judged(book(rows, HEADINGS), sheet="measurements")


def test_weighings_are_recorded_met_corrected_and_taken_back(weighed, warrant):
    one = accepted(weighed((*MAN, "1/6/2018", "13,5", 95.2, None)), warrant)
    kept = Measurement.objects.get()
    assert (one.state, one.written) == (State.ACCEPTED, 1)
    assert (kept.weight_kg, kept.length_cm, kept.place.code) == (13.5, 95.2, "101")
    assert kept.waz is not None
    assert weighed((*MAN, "1/6/2018", 13.5, "95,2", None)).counts == {"same": 1}
    two = accepted(weighed((*MAN, "1/6/2018", 13.8, None, None)), warrant)
    kept.refresh_from_db()
    assert (two.counts, kept.weight_kg, kept.length_cm) == ({"changed": 1}, 13.8, 95.2)
    taken_back(two, warrant)
    taken_back(one, warrant)
    assert not Measurement.objects.exists()


def test_a_weighing_corrected_since_is_left_and_named(weighed, warrant):
    one = accepted(weighed((*MAN, "1/6/2018", "13,5", 95.2, None)), warrant)
    kept = Measurement.objects.get()
    correct_measurement(
        kept, measured_on=date(2018, 6, 1), weight_kg=13.9, length_cm=95.2, warrant=warrant
    )
    one = taken_back(one, warrant)
    assert (one.left, Measurement.objects.count()) == (1, 1)
    assert "để nguyên" in faults(one, "doubtful")[4][0]


def test_a_weighing_that_may_not_be_struck_keeps_no_other(weighed, an_son, enter, warrant):
    other = enter(an_son, date(2016, 2, 1), name="Lê Văn Không", sex="m")
    one = accepted(
        weighed(
            (*MAN, "1/6/2018", "13,5", 95.2, None),
            ("Lê Văn Không", "1/2/2016", "1/6/2018", 12, 90, None),
        ),
        warrant,
    )
    assert one.written == 2
    Child.objects.filter(pk=other.pk).update(merged_into=Child.objects.exclude(pk=other.pk).get())
    one = taken_back(one, warrant)
    assert (one.state, one.written, one.left) == (State.TAKEN, 1, 1)
    assert Measurement.objects.get().child_id == other.pk
    Child.objects.filter(pk=other.pk).update(merged_into=None)


def test_what_cannot_be_is_named_and_what_is_unlikely_is_asked(weighed):
    one = weighed(
        ("Lê Văn Không", "1/2/2016", "1/6/2018", 12, 90, None),
        (*MAN, "1/6/2018", None, None, None),
        (*MAN, "1/7/2018", "13500", 95, None),
        (*MAN, "1/8/2018", "mười", 95, None),
        (*MAN, "1/6/2030", 13, 95, None),
        (*MAN, "1/9/2018", 13.5, 60, None),
        (*MAN, "1/10/2018", 13.5, 60, "có"),
        (*MAN, "1/11/2018", 13.5, 95, None),
        (*MAN, "1/11/2018", 13.6, 95, None),
    )
    assert one.counts == {"wrong": 6, "doubtful": 1, "new": 2}
    wrong = faults(one)
    assert "không có trẻ này" in wrong[4][0]
    assert "Trùng với dòng 11" in wrong[12][0]
    assert "đo lại" in faults(one, "doubtful")[9][0]
    assert [row.number for row in queries.rows_of(one, "new", 0, 9)] == [10, 11]
