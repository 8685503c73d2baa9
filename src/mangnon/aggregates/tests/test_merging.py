"""A merger: what is over is finished by the heirs, what is not over lapses and is owed by them."""

from datetime import date

from mangnon.aggregates.actions import pass_to_heirs, take
from mangnon.aggregates.models import Report, Step
from mangnon.aggregates.periods import approver_of, check_owed
from mangnon.aggregates.states import State
from mangnon.aggregates.tests.conftest import YEAR
from mangnon.aggregates.tests.test_steps import type_in
from mangnon.places.heirs import Merger


def test_a_merger_ends_what_is_not_over_and_leaves_what_is(form, communes, warrant):
    old, heir = communes[:2]
    type_in(form, old, "12", "340", warrant=warrant)
    this_year = date(2014, 1, 1)
    type_in(form, old, "1", "34", start=this_year, warrant=warrant)
    merger = Merger(date(2014, 1, 6), {old.pk: heir.pk}, {})
    assert pass_to_heirs(merger, warrant=warrant) == 1
    ended, owed = Report.objects.order_by("-period_start")
    assert (ended.state, owed.state) == (State.LAPSED, State.DRAFT)
    assert Step.objects.get().act == "lapse"
    assert pass_to_heirs(merger, warrant=warrant) == 0
    assert take(owed, "submit", warrant=warrant).state == State.SUBMITTED


def test_the_district_approves_and_without_one_the_whole_area(form, communes, districts, province):
    assert approver_of(communes[0].pk) == districts[0].pk
    assert approver_of(districts[0].pk) == province.pk
    assert check_owed(form, communes[0], YEAR).end == date(2014, 1, 1)
