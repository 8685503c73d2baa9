"""A support plan that ends: why, on which day, once."""

from datetime import date

import pytest

from mangnon.audit.models import Entry
from mangnon.register.actions import approve_plan, close_plan, deliver_service, record_death
from mangnon.register.errors import WrongDay, WrongState
from mangnon.register.models import Plan
from mangnon.register.tests.marks import forget, marked

DAY, DELIVERED, LATER = date(2022, 4, 1), date(2022, 6, 1), date(2022, 11, 1)


@pytest.fixture
def plan(man, allowance, warrant):
    return approve_plan(man, approved_on=DAY, services=[(allowance, LATER)], warrant=warrant)


def test_a_closed_plan_keeps_its_last_day_and_why(plan, man, warrant):
    forget()
    close_plan(plan, closed_on=LATER, reason="goals_met", warrant=warrant)
    kept = Plan.objects.get(pk=plan.pk)
    assert (kept.closed_on, kept.close_reason) == (LATER, "goals_met")
    entry = Entry.objects.get(act="register.close_plan")
    assert (entry.subject, entry.data["plan"]) == (f"register.child:{man.uuid}", plan.pk)
    assert marked("circumstance_year") == {}  # no figure asks whether a plan is open


def test_a_plan_is_closed_once(plan, warrant):
    close_plan(plan, closed_on=LATER, reason="goals_met", warrant=warrant)
    with pytest.raises(WrongState) as refused:
        close_plan(plan, closed_on=DELIVERED, reason="declined", warrant=warrant)
    assert "01/11/2022" in refused.value.sentence.vi
    assert Plan.objects.get().close_reason == "goals_met"


@pytest.mark.parametrize("day", [date(2022, 3, 31), date(2024, 6, 16)])
def test_an_impossible_last_day_is_refused(plan, warrant, day):
    with pytest.raises(WrongDay):
        close_plan(plan, closed_on=day, reason="goals_met", warrant=warrant)
    assert Plan.objects.get().closed_on is None


def test_a_plan_is_not_closed_before_what_it_delivered(plan, warrant):
    deliver_service(plan.services.get(), delivered_on=LATER, warrant=warrant)
    with pytest.raises(WrongDay):
        close_plan(plan, closed_on=DELIVERED, reason="goals_met", warrant=warrant)
    close_plan(plan, closed_on=LATER, reason="goals_met", warrant=warrant)


def test_what_was_delivered_before_the_end_may_be_written_late(plan, warrant):
    close_plan(plan, closed_on=DELIVERED, reason="goals_met", warrant=warrant)
    with pytest.raises(WrongDay):
        deliver_service(plan.services.get(), delivered_on=LATER, warrant=warrant)
    deliver_service(plan.services.get(), delivered_on=DELIVERED, warrant=warrant)


@pytest.mark.parametrize("reason", ["", "because", "died", "replaced"])
def test_a_reason_that_the_file_does_not_bear_out_is_refused(plan, warrant, reason):
    with pytest.raises(WrongState):
        close_plan(plan, closed_on=LATER, reason=reason, warrant=warrant)
    assert Plan.objects.get().closed_on is None


def test_nobody_is_sixteen_before_the_birthday(plan, warrant):
    with pytest.raises(WrongDay):
        close_plan(plan, closed_on=LATER, reason="aged_out", warrant=warrant)


def test_a_newer_plan_replaces_the_older_and_not_the_other_way(plan, man, allowance, warrant):
    services = [(allowance, LATER)]
    newer = approve_plan(man, approved_on=DELIVERED, services=services, warrant=warrant)
    with pytest.raises(WrongState):
        close_plan(newer, closed_on=LATER, reason="replaced", warrant=warrant)
    close_plan(plan, closed_on=DELIVERED, reason="replaced", warrant=warrant)


def test_the_plan_of_a_child_who_died_is_closed_afterwards(plan, man, warrant):
    record_death(man, died_on=DELIVERED, warrant=warrant)
    with pytest.raises(WrongDay):
        close_plan(plan, closed_on=DAY, reason="died", warrant=warrant)
    close_plan(plan, closed_on=LATER, reason="died", warrant=warrant)
