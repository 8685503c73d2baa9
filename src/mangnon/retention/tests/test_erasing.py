"""Erasing on a named person's word: who is due, what goes with it, what the list forgets again."""

from datetime import date
from uuid import uuid4

import pytest

from mangnon import clock
from mangnon.access.doors import operator_warrant
from mangnon.attachments.errors import FileGone
from mangnon.audit.errors import NoWarrant
from mangnon.audit.warrants import Warrant
from mangnon.imports import actions as imports
from mangnon.imports.staging import content_of, key_of, rows_of, written_of
from mangnon.imports.tests.conftest import book
from mangnon.register import actions as register
from mangnon.register import identity
from mangnon.register.actions import record_death, set_guardian
from mangnon.register.models import Child, DataKey, Guardian, Household
from mangnon.retention import actions, listed
from mangnon.retention.actions.clearing import atomically
from mangnon.retention.due import children_due
from mangnon.retention.errors import NotErased
from mangnon.retention.models import Erasure
from mangnon.vault import Sealer


@pytest.fixture(autouse=True)
def _list(settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "erasures")


@pytest.fixture
def operator():
    return operator_warrant("Bà Tám", "test")


def nameless() -> set[int]:
    return set(Child.objects.filter(data_key=None, name_sealed=None).values_list("pk", flat=True))


def test_due_five_years_after_sixteen_or_after_a_death(enter, an_son, warrant):
    grown = enter(an_son, date(2003, 6, 15), since=date(2012, 1, 1))
    enter(an_son, date(2003, 6, 16), since=date(2012, 1, 1))
    dead = enter(an_son, date(2017, 1, 1))
    record_death(dead, died_on=date(2019, 6, 15), warrant=warrant)
    assert set(children_due(date(2024, 6, 15))) == {grown, dead}


def test_what_was_merged_goes_with_the_file_that_was_kept(enter, an_son, man, operator):
    second, third = (enter(an_son, date(2015, 3, 10)) for _ in range(2))
    other = enter(an_son, date(2016, 1, 1))
    Child.objects.filter(pk=second.pk).update(merged_into=man)
    Child.objects.filter(pk=third.pk).update(merged_into=second)
    done = actions.erase_one(second.uuid, why="asked", warrant=operator)
    assert done.children == 3
    assert nameless() == {man.pk, second.pk, third.pk}
    assert DataKey.objects.get().pk == other.data_key_id
    assert Erasure.objects.count() == 3


def test_what_is_merged_in_meanwhile_goes_along(enter, an_son, man, operator, monkeypatch):
    late = enter(an_son, date(2015, 3, 10))

    def after_a_merger():
        Child.objects.filter(pk=late.pk).update(merged_into=man)
        return atomically()

    monkeypatch.setattr("mangnon.retention.actions.erasing.atomically", after_a_merger)
    assert actions.erase_one(man.uuid, why="asked", warrant=operator).children == 2
    assert nameless() == {man.pk, late.pk}
    assert {one.child for one in listed.lines()} == {man.uuid, late.uuid}


def test_a_merged_file_is_not_due_before_the_one_that_was_kept(enter, an_son, man):
    wrong = enter(an_son, date(2002, 3, 10), since=date(2012, 1, 1))
    Child.objects.filter(pk=wrong.pk).update(merged_into=man)
    assert not children_due(date(2024, 6, 15)).exists()


def test_the_list_holds_numbers_and_forgets_again(man, operator, settings):
    key, name = man.data_key, man.name_sealed
    actions.erase_one(man.uuid, why="ordered", decision="12/QD-UBND", warrant=operator)
    (line,) = listed.lines()
    assert (line.child, line.why) == (man.uuid, "ordered")
    assert "Mận" not in listed.path().read_text("utf-8")
    key.save(force_insert=True)  # as a backup brings it back
    Child.objects.filter(pk=man.pk).update(data_key=key, name_sealed=name)
    Erasure.objects.all().delete()
    assert actions.erase_again(warrant=operator) == 1
    assert nameless() == {man.pk}
    assert Erasure.objects.get().why == "ordered"


def test_a_list_that_was_spoilt_is_told_with_its_line(man, operator):
    listed.path().write_text(f"{man.uuid} 2024-01-01 due\nnot a line\n", "utf-8")
    with pytest.raises(NotErased, match="dòng 2"):
        actions.erase_again(warrant=operator)
    assert nameless() == set()


def test_where_the_list_cannot_be_written_nothing_is_erased(man, operator, settings, tmp_path):
    settings.ERASURES_FILE = str(tmp_path / "nowhere" / "erasures")
    with pytest.raises(NotErased):
        actions.erase_one(man.uuid, why="asked", warrant=operator)
    assert nameless() == set()
    assert Erasure.objects.count() == 0


def test_rows_go_out_of_the_spreadsheet_that_brought_them_and_its_file_goes(
    judged, operator, warrant, django_capture_on_commit_callbacks
):
    rows = [(1, "Nguyễn Thị Mận", "10/3/2015", "Nữ", "", ""),
            (2, "Trần Văn Đào", "1/2/2016", "Nam", "", "")]  # fmt: skip
    brought = imports.accept(judged(book(rows)), warrant=warrant)
    brought = imports.work(brought, warrant=warrant)
    child = Child.objects.order_by("pk").first()
    with django_capture_on_commit_callbacks(execute=True):
        actions.erase_one(child.uuid, why="asked", warrant=operator)
    sealer = Sealer(key_of(brought))
    (chunk,) = brought.chunks.all()
    assert [row.texts["name"] for row in rows_of(chunk, sealer)] == ["Trần Văn Đào"]
    assert [one.row for one in written_of(chunk, sealer)] == [written_of(chunk, sealer)[0].row]
    with pytest.raises(FileGone):
        content_of(brought, key_of(brought))


def test_carers_go_and_a_household_stays_while_somebody_lives_there(man, warrant, operator):
    set_guardian(man, None, relation="mother", name="Lê Thị Mẹ", warrant=warrant)
    actions.erase_one(man.uuid, why="asked", warrant=operator)
    assert not Guardian.objects.exists()
    man.refresh_from_db()
    assert identity.open_name(man) is None


def test_a_household_that_a_child_left_keeps_no_address_where_nobody_else_lives(
    man, enter, an_son, binh_minh, warrant, operator
):
    sister = enter(an_son, date(2018, 1, 2))
    shared, joined, alone = (
        register.register_household(address=at, telephone="", place=an_son, warrant=warrant)
        for at in ("Thôn Đoài", "Thôn Trung", "Thôn Đông")
    )
    register.join_household(sister, shared, warrant=warrant)
    for home in (shared, joined, alone):
        register.join_household(man, home, warrant=warrant)
    register.move_child(man, place=binh_minh, moved_on=clock.today(), warrant=warrant)
    actions.erase_one(man.uuid, why="asked", warrant=operator)
    for home in (joined, alone):
        home.refresh_from_db()
        assert (home.data_key, home.address_sealed) == (None, None)
    assert identity.open_address(Household.objects.get(pk=shared.pk)) == "Thôn Đoài"


def test_nobody_is_erased_twice_or_unknown(man, operator):
    actions.erase_one(man.uuid, why="asked", warrant=operator)
    for uuid in (man.uuid, uuid4()):
        with pytest.raises(NotErased, match="Không có hồ sơ"):
            actions.erase_one(uuid, why="asked", warrant=operator)


def test_no_officer_erases(man, warrant):
    officers = Warrant(actor=warrant.actor, right="register.write", acts=frozenset({
        "register.write"}), place_ids=frozenset({man.home_id}))  # fmt: skip
    with pytest.raises(NoWarrant):
        actions.erase_one(man.uuid, why="asked", warrant=officers)
