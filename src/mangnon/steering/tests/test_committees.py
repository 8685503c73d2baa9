"""A committee is set up by a decision, seated by office, replaced, and ended by a merger."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.places.heirs import Merger
from mangnon.places.records import NotThere, Unsaid, WrongDays
from mangnon.steering import actions
from mangnon.steering.errors import Closed, WrongSeat
from mangnon.steering.models import Committee, Member

DECIDED, BEGUN = date(2013, 1, 10), date(2013, 1, 15)
NAME = "Ban Chỉ đạo công tác trẻ em"


def set_up(place, warrant, **other):
    told = {"decision": "15/QĐ-UBND", "decided_on": DECIDED, "valid_from": BEGUN} | other
    return actions.set_up(place, name=NAME, warrant=warrant, **told)


def test_a_committee_has_its_seats_and_each_act_its_entry(province, department, board, warrant):
    made = set_up(province, warrant)
    actions.seat(made, department, post="Giám đốc", role=Member.Role.HEAD, warrant=warrant)
    actions.seat(made, board, post="Phó Trưởng ban", role=Member.Role.DEPUTY, warrant=warrant)
    assert [one.role for one in made.members.order_by("pk")] == ["head", "deputy"]
    acts = Entry.objects.filter(act__startswith="steering.").order_by("pk")
    assert [one.act for one in acts] == ["steering.set_up", "steering.seat", "steering.seat"]


def test_a_second_head_and_a_seat_twice_are_refused(province, department, board, warrant):
    made = set_up(province, warrant)
    actions.seat(made, department, post="Giám đốc", role="head", warrant=warrant)
    with pytest.raises(WrongSeat, match="đã có Trưởng ban"):
        actions.seat(made, board, post="Trưởng ban", role="head", warrant=warrant)
    with pytest.raises(WrongSeat, match="đã có trong ban"):
        actions.seat(made, department, post="Giám đốc", role="member", warrant=warrant)
    assert made.members.count() == 1


def test_a_new_decision_ends_the_committee_before(province, warrant):
    old = set_up(province, warrant)
    new = set_up(province, warrant, decision="99/QĐ-UBND", valid_from=date(2013, 9, 1))
    old.refresh_from_db()
    assert (old.valid_to, old.ended_by) == (new.valid_from, "99/QĐ-UBND")
    with pytest.raises(WrongDays):
        set_up(province, warrant, valid_from=date(2013, 8, 1), decided_on=DECIDED)
    assert Committee.objects.count() == 2


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"decided_on": date(2013, 2, 1)}, WrongDays),
        ({"valid_from": date(2011, 1, 1), "decided_on": date(2010, 1, 1)}, NotThere),
        ({"decision": " "}, Unsaid),
    ],
)
def test_what_cannot_be_is_a_sentence_and_nothing_is_written(told, error, province, warrant):
    with pytest.raises(error):
        set_up(province, warrant, **told)
    assert not Committee.objects.exists()


def test_an_end_before_the_beginning_is_refused_and_an_end_stands_once(province, warrant):
    made = set_up(province, warrant)
    with pytest.raises(WrongDays, match="sớm hơn ngày bắt đầu"):
        actions.end_committee(made, valid_to=DECIDED, decision="x", warrant=warrant)
    actions.end_committee(made, valid_to=date(2013, 6, 1), decision="x", warrant=warrant)
    with pytest.raises(Closed):
        actions.end_committee(made, valid_to=date(2013, 7, 1), decision="x", warrant=warrant)


def test_a_committee_elsewhere_asks_for_a_right_there(province, commune, warrant):
    here = replace(warrant, place_ids=frozenset({commune.pk}))
    with pytest.raises(NoWarrant):
        set_up(province, here)
    assert set_up(commune, here).place == commune


def test_a_merger_ends_the_committee_of_the_place_that_passed(province, commune, warrant):
    gone, stays = set_up(commune, warrant), set_up(province, warrant)
    merger = Merger(date(2013, 12, 1), {commune.pk: province.pk}, {})
    assert actions.pass_to_heirs(merger, warrant=warrant) == 1
    gone.refresh_from_db()
    stays.refresh_from_db()
    assert (gone.valid_to, stays.valid_to) == (date(2013, 12, 1), None)
