"""Totals of reports brought in a spreadsheet."""

from datetime import date

import pytest

from mangnon.aggregates.actions import take
from mangnon.aggregates.models import Figure, Report
from mangnon.aggregates.sheets.periods import start_typed
from mangnon.imports import actions, queries
from mangnon.imports.errors import WrongCell
from mangnon.imports.models import Import
from mangnon.imports.sheets import sheet_of

HEAD = "Năm;Xã;Chỉ tiêu;Tử số;Mẫu số;Đã kiểm tra\n"


@pytest.fixture
def brought(communes, warrant, settings, tmp_path, form):
    settings.ATTACHMENTS_ROOT = tmp_path

    def one(*rows: str, place=None, head: str = HEAD) -> Import:
        held = actions.bring(
            sheet_of("totals"), "x.csv", (head + "\n".join(rows)).encode(),
            place=place or communes[0], warrant=warrant,
        )  # fmt: skip
        columns = {int(at): code for at, code in held.layout["columns"].items()}
        actions.choose_columns(held, columns, warrant=warrant)
        return worked(held, warrant)

    return one


def worked(one, warrant):
    return actions.work(Import.objects.select_related("place").get(pk=one.pk), warrant=warrant)


def test_totals_are_typed_changed_and_taken_back(brought, warrant):
    one = worked(actions.accept(brought("2013;;T1;30;1.000;"), warrant=warrant), warrant)
    figure = Figure.objects.get()
    assert (one.written, figure.numerator, figure.denominator) == (1, 30, 1000)
    assert brought("Năm 2013;;T1;30;1000;").counts == {"same": 1}
    two = worked(actions.accept(brought("2013;;T1;32;1000;"), warrant=warrant), warrant)
    assert two.counts == {"changed": 1}
    worked(actions.take_back(two, warrant=warrant), warrant)
    figure.refresh_from_db()
    assert figure.numerator == 30


def test_what_cannot_be_is_named_and_what_is_unlikely_is_asked(brought):
    one = brought(
        "2013;;T1;2000;1000;", "2013;;T1;-1;1000;", "2013;;T99;30;1000;", "2030;;T1;30;1000;",
        "quý 5/2013;;T1;30;1000;", "2013;Xã Lạ;T1;30;1000;", "2012;;T1;900;1000;",
    )  # fmt: skip
    assert one.counts == {"wrong": 6, "doubtful": 1}
    assert "Đã kiểm tra" in queries.rows_of(one, "doubtful", 0, 9)[0].faults[0].why.vi
    assert brought("2012;;T1;900;1000;có").counts == {"new": 1}


def test_a_report_that_was_sent_takes_nothing_and_gives_nothing_back(brought, warrant):
    one = worked(actions.accept(brought("2013;;T1;30;1000;"), warrant=warrant), warrant)
    take(Report.objects.get(), "submit", warrant=warrant)
    assert brought("2013;;T1;31;1000;").counts == {"wrong": 1}
    assert worked(actions.take_back(one, warrant=warrant), warrant).left == 1
    assert Figure.objects.get().numerator == 30


@pytest.mark.parametrize(
    "row",
    [
        "2012;;T1;30;1000;", "2013;Xã Lạ;T1;30;1000;", "2013;;T2;30;1000;", "2013;;T1;31;1000;",
        "2013;;T1;30;1001;", "2013;;T1;30;1000;;Mẫu khác",
    ],
)  # fmt: skip
def test_a_row_that_says_anything_else_is_not_the_same(brought, warrant, row):
    worked(actions.accept(brought("2013;;T1;30;1.000;"), warrant=warrant), warrant)
    # "Đã kiểm tra, đúng" says that somebody looked, nothing of the number.
    assert brought("2013;;T1;30;1000;có").counts == {"same": 1}
    one = brought(row, head=f"{HEAD.rstrip()};Mẫu báo cáo\n")
    assert one.done == 1
    assert not one.counted("same")


def test_what_changes_is_told_with_what_stands_as_it_was_typed(brought, warrant):
    worked(actions.accept(brought("2013;;T1;30;1.000;"), warrant=warrant), warrant)
    (row,) = queries.rows_of(brought("2013;;T1;32;1001;"), "changed", 0, 5)
    assert row.stood == {"numerator": "30", "denominator": "1.000"}


@pytest.mark.parametrize(
    ("kind", "text", "start"),
    [
        ("year", "2024", date(2024, 1, 1)),
        ("school_year", "Năm học 2023-2024", date(2023, 8, 1)),
        ("half_year", "6 tháng cuối năm 2024", date(2024, 7, 1)),
        ("quarter", "Quý III/2024", date(2024, 7, 1)),
        ("quarter", "2024-Q4", date(2024, 10, 1)),
        ("month", "Tháng 3/2024", date(2024, 3, 1)),
        ("month", "2024-12", date(2024, 12, 1)),
    ],
)
def test_periods_are_read_as_people_write_them(kind, text, start):
    assert start_typed(kind, text) == start
    with pytest.raises(WrongCell):
        start_typed(kind, "hôm nay")
