"""Assistance, plans and their services, and reintegration."""

from datetime import date

import pytest

from mangnon.register.actions import (
    approve_plan,
    deliver_service,
    follow_up,
    give_assistance,
    record_reintegration,
)
from mangnon.register.errors import WrongDay, WrongState
from mangnon.register.models import Assistance, Plan, PlannedService, Reintegration
from mangnon.register.tests.marks import forget, marked

DAY, LATER = date(2022, 4, 1), date(2022, 11, 1)
ALL_FOUR = {
    "in_family": True,
    "in_school_or_care": True,
    "no_new_harm": True,
    "goals_met": True,
}


@pytest.fixture
def service(man, allowance, warrant):
    plan = approve_plan(man, approved_on=DAY, services=[(allowance, LATER)], warrant=warrant)
    return plan.services.get()


@pytest.fixture
def outcome(man, warrant):
    return record_reintegration(man, reached_on=DAY, **ALL_FOUR, warrant=warrant)


def test_assistance_is_recounted_since_its_day(man, allowance, warrant):
    forget()
    given = give_assistance(man, kind=allowance, delivered_on=DAY, warrant=warrant)
    assert given.child_id == man.pk
    assert marked("circumstance_year") == {"101": DAY}
    assert marked("children") == {"101": DAY}  # the allowance roll
    assert marked("exits") == {}


@pytest.mark.parametrize("day", [date(2015, 3, 9), date(2024, 6, 16)])
def test_assistance_on_an_impossible_day_is_refused(man, allowance, warrant, day):
    with pytest.raises(WrongDay):
        give_assistance(man, kind=allowance, delivered_on=day, warrant=warrant)
    assert not Assistance.objects.exists()


def test_what_left_the_catalogue_is_not_given(man, gift, warrant):
    with pytest.raises(WrongDay) as refused:
        give_assistance(man, kind=gift, delivered_on=date(2022, 1, 1), warrant=warrant)
    assert "Quà Tết" in refused.value.sentence.vi
    last_day = date(2021, 12, 31)
    assert give_assistance(man, kind=gift, delivered_on=last_day, warrant=warrant).pk


def test_a_plan_holds_its_services(service, man):
    assert man.plans.get().approved_on == DAY
    assert (service.due_on, service.delivered_on) == (LATER, None)


def test_an_empty_plan_is_none(man, warrant):
    with pytest.raises(WrongState):
        approve_plan(man, approved_on=DAY, services=[], warrant=warrant)
    assert not Plan.objects.exists()


def test_a_service_due_before_its_plan_is_refused_whole(man, allowance, warrant):
    with pytest.raises(WrongDay):
        approve_plan(
            man, approved_on=DAY, services=[(allowance, date(2022, 3, 1))], warrant=warrant
        )
    assert not Plan.objects.exists()


def test_a_delivered_service_is_assistance_too(service, man, warrant):
    forget()
    deliver_service(service, delivered_on=LATER, warrant=warrant)
    assert PlannedService.objects.get(pk=service.pk).delivered_on == LATER
    assert man.assistance.get().delivered_on == LATER
    assert marked("circumstance_year") == {"101": LATER}


def test_a_service_is_delivered_once(service, warrant):
    deliver_service(service, delivered_on=LATER, warrant=warrant)
    with pytest.raises(WrongState):
        deliver_service(service, delivered_on=LATER, warrant=warrant)
    assert Assistance.objects.count() == 1


def test_a_service_is_not_delivered_before_its_plan(service, warrant):
    with pytest.raises(WrongDay):
        deliver_service(service, delivered_on=date(2022, 3, 31), warrant=warrant)


def test_an_outcome_waits_for_its_follow_up(outcome, warrant):
    assert outcome.still_holds is None
    follow_up(outcome, followed_up_on=LATER, still_holds=True, warrant=warrant)
    kept = Reintegration.objects.get(pk=outcome.pk)
    assert (kept.followed_up_on, kept.still_holds) == (LATER, True)


def test_a_later_follow_up_is_recounted_since_the_earlier(outcome, warrant):
    follow_up(outcome, followed_up_on=LATER, still_holds=True, warrant=warrant)
    forget()
    follow_up(outcome, followed_up_on=date(2023, 5, 1), still_holds=False, warrant=warrant)
    assert marked("circumstance_year") == {"101": LATER}


@pytest.mark.parametrize("day", [date(2022, 3, 31), date(2024, 6, 16)])
def test_an_impossible_follow_up_is_refused(outcome, warrant, day):
    with pytest.raises(WrongDay):
        follow_up(outcome, followed_up_on=day, still_holds=True, warrant=warrant)


def test_an_outcome_before_birth_is_refused(man, warrant):
    with pytest.raises(WrongDay):
        record_reintegration(man, reached_on=date(2014, 1, 1), **ALL_FOUR, warrant=warrant)
