"""Whoever is erased stands in no spreadsheet: neither read, nor judged, nor written, nor struck."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mangnon.imports import queries, staging
from mangnon.imports.models import Import, State
from mangnon.imports.tests.conftest import book, brought_again
from mangnon.imports.tests.test_children import DAO, LUU, MAN, accepted
from mangnon.imports.tests.test_measurements import HEADINGS
from mangnon.register.actions import strike_measurement
from mangnon.register.models import Child, Measurement
from mangnon.register.retention import forget_spreadsheets


def erased(*children: Child) -> None:
    forget_spreadsheets([one.pk for one in children])


def rows(one: Import) -> list[int]:
    return [row.number for row in queries.every_row(brought_again(one))]


def test_a_list_judged_before_the_child_was_entered_goes_whole(judged, warrant):
    first, second = judged(book([MAN, DAO])), judged(book([MAN]))
    accepted(second, warrant)
    erased(Child.objects.get())
    first, second = brought_again(first), brought_again(second)
    assert (first.state, first.counts, first.chunks.count()) == (State.DROPPED, {}, 0)
    assert (staging.name_of(first), staging.key_of(first)) == ("", b"")
    assert rows(second) == []


def test_what_was_not_written_goes_and_what_is_written_stays(judged, warrant):
    one = accepted(judged(book([MAN, (2, "Nguyễn Thị Mận", "31/2/2015", "Nữ"), LUU])), warrant)
    assert (one.written, rows(one)) == (2, [4, 5, 6])
    erased(Child.objects.get(birth_date=date(2015, 3, 10)))
    assert rows(one) == [6]


def test_elsewhere_nothing_goes(judged, man, binh_minh, warrant):
    one = judged(book([DAO]), place=binh_minh)
    erased(man)
    assert brought_again(one).state == State.JUDGED
    assert rows(one) == [4]


def test_a_weighing_struck_since_goes_too(judged, man, enter, an_son, warrant):
    other = enter(an_son, date(2016, 2, 1), name="Lê Văn Không", sex="m")
    listed = [
        (man_or, born, day, kg, None, None)
        for man_or, born, day, kg in (
            ("Nguyễn Thị Mận", "10/3/2015", "1/6/2018", "13,5"),
            ("Lê Văn Không", "1/2/2016", "1/6/2018", "12"),
        )
    ]
    one = accepted(judged(book(listed, HEADINGS), sheet="measurements"), warrant)
    assert (one.written, rows(one)) == (2, [4, 5])
    strike_measurement(
        Measurement.objects.get(child=man), reason="Ghi nhầm sang trẻ khác", warrant=warrant
    )
    erased(man)
    assert rows(one) == [5]
    assert Measurement.objects.get().child_id == other.pk


def test_an_import_is_held_before_its_rows_are_read(judged, warrant):
    if not connection.features.has_select_for_update:
        pytest.skip("one writer at a time")
    accepted(judged(book([MAN])), warrant)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        erased(Child.objects.get())
    told = [one["sql"] for one in asked]
    held = next(at for at, sql in enumerate(told) if "imports_import" in sql and "UPDATE" in sql)
    read = next(at for at, sql in enumerate(told) if "imports_chunk" in sql)
    assert held < read
