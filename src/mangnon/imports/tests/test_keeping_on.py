"""What the process beside the site does with an import that breaks off."""

import pytest

from mangnon.audit.models import Entry
from mangnon.imports import actions, keeping_on
from mangnon.imports.actions import working
from mangnon.imports.models import Import, State
from mangnon.imports.sheets import sheet_of
from mangnon.imports.tests.conftest import book, brought_again
from mangnon.imports.tests.test_children import DAO, MAN, names, taken_back


@pytest.fixture(autouse=True)
def _asked(warrant, monkeypatch):
    monkeypatch.setattr(keeping_on, "warrant_of", lambda one: warrant)


def test_one_that_breaks_off_keeps_no_other_waiting(an_son, warrant, caplog):
    first, second = (
        actions.bring(sheet_of("children"), "tre.xlsx", book([row]), place=an_son, warrant=warrant)
        for row in (MAN, DAO)
    )
    for one in (first, second):
        columns = {int(at): code for at, code in one.layout["columns"].items()}
        actions.choose_columns(one, columns, warrant=warrant)
    Import.objects.filter(pk=first.pk).update(layout={})
    assert keeping_on.work_waiting() == 2
    first, second = brought_again(first), brought_again(second)
    assert (first.state, second.state) == (State.FAILED, State.JUDGED)
    assert first.fault["vi"].endswith(".")
    assert Entry.objects.filter(act="imports.break_off", subject=first.subject).count() == 1
    assert caplog.messages == [f"import {first.uuid} broke off: KeyError"]
    assert keeping_on.work_waiting() == 0


def test_what_breaks_off_while_it_is_written_can_be_taken_back(judged, warrant, monkeypatch):
    one = actions.accept(judged(book([MAN, DAO])), warrant=warrant)
    monkeypatch.setattr(working, "_write_chunk", None)
    assert keeping_on.work_waiting() == 1
    one = brought_again(one)
    assert (one.state, one.written, one.left, names()) == (State.ACCEPTED, 0, 2, set())
    one = taken_back(one, warrant)
    assert (one.state, one.fault) == (State.TAKEN, {})
