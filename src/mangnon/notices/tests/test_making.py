"""The reminders of a day: whose they are, and that each is written once."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon import clock
from mangnon.access import actions as access
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.duties.actions import answer_extension, ask_extension, hand_down, take
from mangnon.duties.deadlines import Deadline, Kind
from mangnon.duties.models import Assignment, Handing
from mangnon.notices.actions import make, resume, stop
from mangnon.notices.models import Notice
from mangnon.notices.queries import reminded
from mangnon.notices.tests.conftest import DUE, ONE_AFTER, ONE_BEFORE, SEVEN_BEFORE


def made(day, warrant):
    with clock.pinned(day):
        return make(warrant=warrant).notices


def told():
    return sorted(Notice.objects.values_list("user__username", "kind", "assignment__place__code"))


def test_the_officer_of_the_commune_is_told_once(an, warrant):
    assert made(SEVEN_BEFORE, warrant) == 1
    assert made(SEVEN_BEFORE, warrant) == 0
    assert told() == [("an", "soon", "20")]
    assert made(ONE_BEFORE, warrant) == 1
    assert Entry.objects.filter(act="notices.make").count() == 2


def test_two_runs_at_once_write_it_once(an, warrant, monkeypatch):
    monkeypatch.setattr("mangnon.notices.actions.making._there", lambda wanted: set())
    made(SEVEN_BEFORE, warrant)
    made(SEVEN_BEFORE, warrant)  # as one that looked before the other wrote
    assert Notice.objects.count() == 1


def test_a_missed_day_is_made_up_for(an, warrant):
    assert made(date(2014, 1, 21), warrant) == 1
    assert Notice.objects.get().day == SEVEN_BEFORE


def test_nothing_is_made_on_a_day_off(an, warrant):
    assert made(date(2014, 1, 18), warrant) == 0  # a Saturday


def test_nobody_is_reminded_of_what_is_done(an, to_communes, communes, warrant):
    held = Assignment.objects.get(place=communes[0])
    take(held, "accept", warrant=warrant)
    take(held, "report", words="Đã họp, có biên bản.", warrant=warrant)
    assert made(ONE_BEFORE, warrant) == 0 and made(ONE_AFTER, warrant) == 0


def test_somebody_whose_role_ended_is_told_nothing(an, warrant):
    with clock.pinned(date(2014, 1, 10)):
        access.end_role(an.holdings.get(), warrant=warrant)
    assert made(SEVEN_BEFORE, warrant) == 0


def test_where_a_commune_has_nobody_the_next_above_is_told(an, person, districts, warrant):
    person("dung", "supervising_officer", districts[0])
    made(SEVEN_BEFORE, warrant)
    assert told() == [("an", "soon", "20"), ("dung", "soon", "21")]


def test_who_handed_it_down_hears_of_who_is_late(an, person, province, warrant):
    person("hoa", "leader", province)
    made(ONE_AFTER, warrant)
    assert told() == [("an", "late", "20")]
    made(date(2014, 2, 11), warrant)
    escalated = [one for one in told() if one[1] == "escalated"]
    assert escalated == [("hoa", "escalated", code) for code in ("20", "21", "22", "23")]
    assert made(date(2014, 2, 11), warrant) == 0


def test_more_time_moves_the_reminders(an, communes, warrant):
    made(SEVEN_BEFORE, warrant)
    held = Assignment.objects.get(place=communes[0])
    with clock.pinned(ONE_BEFORE):
        asked = ask_extension(held, until=date(2014, 2, 20), reason="Thiếu người", warrant=warrant)
        answer_extension(asked, grant=True, warrant=warrant)
    assert made(ONE_AFTER, warrant) == 0
    assert made(date(2014, 2, 19), warrant) == 1
    assert Notice.objects.latest("pk").due_on == date(2014, 2, 20)


def test_a_stopped_kind_comes_no_more_until_it_is_resumed(an, warrant):
    stop(an, ["soon"], warrant=warrant_of("notices.stop", warrant))
    assert made(SEVEN_BEFORE, warrant) == 0
    assert made(ONE_AFTER, warrant) == 1
    assert resume(an, ["soon"], warrant=warrant_of("notices.resume", warrant)) == 1
    assert made(ONE_BEFORE, warrant) == 1


def test_an_offices_own_people_are_told_of_its_duty(person, duty, board, province, warrant):
    hand_down(
        duty, within=province, rule=Handing.Rule.OFFICES, offices=[board],
        deadline=Deadline(Kind.BY, DUE), warrant=warrant,
    )  # fmt: skip
    person("giang", "supervising_officer", province)
    own = person("xuan", "supervising_officer", province)
    own.holdings.update(office=board)
    made(SEVEN_BEFORE, warrant)
    assert told() == [("xuan", "soon", "HD")]


def test_making_asks_for_the_right(an, warrant):
    with pytest.raises(NoWarrant):
        make(warrant=replace(warrant, acts=frozenset({"duties.do"})))


def warrant_of(act, warrant):
    return replace(warrant, acts=frozenset({act}))


def test_how_often_a_holder_was_reminded_counts_no_escalation(an, person, province, warrant):
    person("giang", "supervising_officer", province)
    for day in (SEVEN_BEFORE, ONE_BEFORE, ONE_AFTER, date(2014, 2, 12)):
        made(day, warrant)
    held = Assignment.objects.get(place__code="20")
    assert ("giang", "escalated", "20") in told()
    assert reminded([held.pk]) == {held.pk: "đã nhắc 4 lần, gần nhất 12/02/2014"}
    assert reminded([]) == {}
