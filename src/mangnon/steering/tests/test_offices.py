"""Offices: written down, renamed and merged by decision, closed; what they owe goes with them."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon import clock
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.duties.actions import hand_down, put_duty, take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.models import Assignment
from mangnon.packsync import compare
from mangnon.places.gazetteer import OfficeRow, office_sheet
from mangnon.places.models import Office, OfficeChange
from mangnon.places.records import NotThere, Unsaid, WrongDays
from mangnon.steering import actions
from mangnon.steering.errors import Closed, WrongOffice
from mangnon.steering.tests.conftest import office

DAY = date(2013, 11, 1)


def become(one, kind, warrant, **told):
    return actions.change_office(one, kind=kind, day=DAY, warrant=warrant, **told)


@pytest.fixture
def handed(board, department, commune_office, plan, province, warrant):
    duty = put_duty(
        "ra-soat", document=plan, lead=board, title_vi="Rà soát", title_en="Review",
        original_not_held=True, warrant=warrant,
    )  # fmt: skip
    return hand_down(
        duty, within=province, rule="offices", offices=[department, commune_office],
        deadline=Deadline(Kind.BY, date(2014, 1, 20)), warrant=warrant,
    )  # fmt: skip


def test_an_office_is_written_down_once(commune, department, warrant):
    made = actions.open_office(
        commune, line="state", name_vi="Trạm Y tế xã", parent=department, valid_from=DAY,
        decision="9/QĐ-UBND", warrant=warrant,
    )  # fmt: skip
    assert (made.code, made.parent, made.name_en) == ("tram-y-te-xa", department, "Trạm Y tế xã")
    assert "9/QĐ-UBND" in made.note_vi
    with pytest.raises(WrongOffice, match="đã có cơ quan"):
        actions.open_office(
            commune, line="state", name_vi="trạm y tế xã", valid_from=DAY, warrant=warrant
        )
    with pytest.raises(WrongDays, match="chưa tới"):
        actions.open_office(
            commune, line="state", name_vi="Hội", valid_from=date(2014, 5, 1), warrant=warrant
        )
    assert Entry.objects.filter(act="steering.open_office").count() == 1


def test_a_renamed_office_ends_and_leaves_what_it_owes_and_who_is_below(
    department, commune_office, handed, warrant
):
    Office.objects.filter(pk=commune_office.pk).update(parent=department)
    heir = become(department, "renamed", warrant, name_vi="Sở mới", decision="5/QĐ-UBND")
    department.refresh_from_db()
    commune_office.refresh_from_db()
    assert department.valid_to == DAY and not department.lives_on(clock.today())
    assert heir.lives_on(DAY) and commune_office.parent == heir
    assert Assignment.objects.get(handing=handed, office=heir).state == "handed"
    change = OfficeChange.objects.get()
    assert (change.source, change.target, change.decision) == (department, heir, "5/QĐ-UBND")


def test_of_two_that_merge_the_duty_is_owed_once(department, commune_office, handed, warrant):
    take(Assignment.objects.get(office=department), "accept", warrant=warrant)
    become(commune_office, "merged", warrant, into=department)
    joined = Assignment.objects.get(office=commune_office)
    assert (joined.state, joined.joined_to.office) == ("joined", department)
    assert Assignment.objects.filter(handing=handed, state="accepted").count() == 1


def test_work_handed_on_leaves_the_office_as_it_is(department, board, warrant):
    become(department, "handed_on", warrant, into=board)
    department.refresh_from_db()
    assert department.valid_to is None
    with pytest.raises(WrongOffice, match="đã có"):
        become(department, "handed_on", warrant, into=board)


@pytest.mark.parametrize(
    ("kind", "told", "error"),
    [
        ("renamed", {}, WrongOffice),
        ("merged", {"name_vi": "Sở mới", "into": "board"}, WrongOffice),
        ("renamed", {"into": "board"}, WrongOffice),
        ("merged", {"into": "department"}, WrongOffice),
        ("merged", {"into": "gone"}, NotThere),
        ("renamed", {"name_vi": "Cơ quan btg"}, WrongOffice),
        ("renamed", {"name_vi": "Sở mới", "decided_on": date(2013, 11, 2)}, WrongDays),
    ],
)
def test_what_cannot_become_is_refused_whole(
    department, board, province, warrant, kind, told, error
):
    offices = {
        "board": board, "department": department, "gone": office("x", province, valid_to=DAY)
    }  # fmt: skip
    told = {name: offices.get(value, value) for name, value in told.items()}
    with pytest.raises(error):
        become(department, kind, warrant, **told)
    department.refresh_from_db()
    assert department.valid_to is None and not OfficeChange.objects.exists()
    assert Office.objects.count() == 3


def test_what_is_over_becomes_nothing_more(department, warrant):
    with pytest.raises(Unsaid):
        actions.close_office(department, valid_to=DAY, decision=" ", warrant=warrant)
    actions.close_office(department, valid_to=DAY, decision="3/QĐ-UBND", warrant=warrant)
    department.refresh_from_db()
    assert "3/QĐ-UBND" in department.note_vi
    with pytest.raises(Closed):
        become(department, "renamed", warrant, name_vi="Sở mới")


def test_who_holds_one_place_merges_nothing_of_another(commune_office, department, warrant):
    here = replace(warrant, place_ids=frozenset({commune_office.place_id}))
    with pytest.raises(NoWarrant):
        become(commune_office, "merged", here, into=department)


def test_a_pack_leaves_what_was_written_here(department, province, warrant):
    row = OfficeRow("so", "state", "Sở cũ", "Old", province.key)
    assert compare(office_sheet([row])).changed == (("so",),)
    become(department, "renamed", warrant, name_vi="Sở mới")
    left = compare(office_sheet([row]))
    assert (left.changed, left.kept) == ((), (("so",),))
