"""Coverage equals a plain recount, in time and late, through mergers; what was reached stays so."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mangnon import clock
from mangnon.duties.actions import take
from mangnon.duties.models import Assignment
from mangnon.duties.tests.test_merging import merge
from mangnon.meetings.actions import prove, record_attendance
from mangnon.meetings.coverage import coverage, handed_to_communes
from mangnon.meetings.details import Came
from mangnon.meetings.models import Attendance, Meeting, Proof
from mangnon.meetings.tests.conftest import HANDED, PLAN, held, proved
from mangnon.places import generation
from mangnon.places.actions import succeed

DAY, LATE = date(2013, 12, 20), date(2014, 2, 20)
MERGER = date(2014, 1, 15)


def test_what_its_own_meeting_proves_is_reached_and_the_districts_is_represented(
    to_communes, to_districts, communes, districts, duty, warrant
):
    a, b, _c, _d = communes
    proved(to_communes, a, DAY, 80, bases=6, warrant=warrant)
    proved(to_communes, b, LATE, 40, warrant=warrant)
    above = proved(to_districts, districts[1], DAY, 30, warrant=warrant).meeting
    rows = [Came(place=communes[2], attended=4, bases=2), Came(place=communes[3], attended=0)]
    with clock.pinned(DAY):
        record_attendance(above, rows, warrant=warrant)
    found = coverage(duty)
    assert [(one.on, one.in_time, one.represented) for one in found.communes] == [
        (DAY, True, None), (LATE, False, None), (None, False, DAY), (None, False, None),
    ]  # fmt: skip
    assert found.by_day() == [(DAY, 1), (LATE, 2)]
    assert (sum(found.people.values()), sum(found.bases.values())) == (80 + 40 + 30 + 4, 8)
    assert [(unit.code, len(below)) for unit, below in found.by_district()] == [
        ("10", 2),
        ("11", 2),
    ]


def test_a_base_that_two_meetings_reached_counts_once(to_communes, communes, duty, warrant):
    proved(to_communes, communes[0], DAY, bases=6, warrant=warrant)
    proved(to_communes, communes[0], LATE, bases=4, warrant=warrant)
    assert sum(coverage(duty).bases.values()) == 6


def test_a_meeting_that_proves_nothing_reaches_nobody(to_communes, communes, duty, warrant):
    held(communes[0], DAY, warrant=warrant)
    assert coverage(duty).reached == [] and coverage(duty).people == {}


def test_who_reaches_one_district_counts_that_one(to_communes, communes, duty, warrant):
    proved(to_communes, communes[0], DAY, warrant=warrant)
    proved(to_communes, communes[2], DAY, warrant=warrant)
    mine = coverage(duty, {communes[0].pk, communes[1].pk})
    assert (len(mine.communes), len(mine.reached), sum(mine.people.values())) == (2, 1, 80)
    assert coverage(duty, {0}) is None


def test_what_was_reached_stays_so_when_places_merge(
    to_communes, communes, districts, duty, warrant
):
    proved(to_communes, communes[0], DAY, warrant=warrant)
    (heir,) = merge(communes[:2], [[1.0], [1.0]], districts[0])
    with clock.pinned(MERGER):
        succeed(MERGER, warrant=warrant)
    before = coverage(duty)
    assert [one.on for one in before.communes] == [DAY, None, None, None]
    left = Assignment.objects.get(place=heir, joined_to=None)
    meeting = held(heir, LATE, 70, warrant=warrant)
    with clock.pinned(LATE):
        prove(meeting, left, PLAN, warrant=warrant)
    after = coverage(duty)  # the heir's own meeting reaches both of its grounds, from its day on
    assert [one.on for one in after.communes] == [DAY, LATE, None, None]
    assert after.people[heir.pk] == 70


def test_coverage_asks_the_database_the_same_few_times(
    to_communes, communes, duty, warrant, django_assert_max_num_queries
):
    for one in communes:
        proved(to_communes, one, DAY, warrant=warrant)
    with django_assert_max_num_queries(9):
        coverage(duty)


MEETING = st.tuples(st.integers(0, 3), st.integers(2, 42), st.integers(0, 200), st.booleans())


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(met=st.lists(MEETING, max_size=8), merges=st.booleans())
def test_coverage_equals_a_plain_recount(
    met, merges, to_communes, communes, districts, duty, warrant
):
    with transaction.atomic():
        for number, after, came, proves in met:
            day = HANDED + timedelta(days=after)
            (proved if proves else _held)(to_communes, communes[number], day, came, warrant=warrant)
        if merges:
            merge(communes[:2], [[1.0], [1.0]], districts[0])
            with clock.pinned(MERGER):
                succeed(MERGER, warrant=warrant)
        found = coverage(duty)
        for one in found.communes:
            assert (one.on, one.people) == _recounted(one.unit.id)
        proving = {one.meeting_id for one in Proof.objects.all()}
        rows = [one for one in Attendance.objects.all() if one.meeting_id in proving]
        assert sum(found.people.values()) == sum(one.attended for one in rows)
        assert [at for _, at in found.by_day()][-1:] == ([len(found.reached)] if proving else [])
        transaction.set_rollback(True)
    generation.bump()


def _held(_handing, place, day, came, *, warrant):
    held(place, day, came, warrant=warrant)


def _recounted(place: int) -> tuple[date | None, int | None]:
    """Walk every proof of the place, one by one."""
    first, people, seen = None, None, set[int]()
    for proof in Proof.objects.all():
        if proof.place_id != place:
            continue
        first = proof.meeting.last_day if first is None else min(first, proof.meeting.last_day)
        if proof.meeting_id not in seen:
            seen.add(proof.meeting_id)
            rows = Meeting.objects.get(pk=proof.meeting_id).attendance.all()
            people = (people or 0) + sum(row.attended or 0 for row in rows)
    return first, people


@pytest.mark.parametrize("act", ["withdraw"])
def test_what_was_withdrawn_is_not_owed(act, to_communes, communes, duty, warrant):
    take(to_communes.assignments.get(place=communes[0]), act, words="Thôi", warrant=warrant)
    assert len(coverage(duty).communes) == 3


def test_one_that_got_more_time_moves_the_days_of_no_list(to_communes, communes, duty):
    usual = to_communes.assignments.get(place=communes[0]).due_on
    to_communes.assignments.filter(place=communes[1]).update(due_on=usual + timedelta(days=60))
    (listed,) = handed_to_communes()
    assert (listed.communes, listed.due) == (4, usual)
    assert coverage(duty).due == usual
