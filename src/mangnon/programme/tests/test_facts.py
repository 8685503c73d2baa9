"""The verdicts that the facts name, for 2015, for 2020 and for the demo's day."""

from dataclasses import replace
from datetime import date

import pytest

from mangnon.programme.status import Status, assess
from mangnon.programme.tests import promises as p


@pytest.mark.parametrize("question", [p.T1, p.T2])
def test_the_end_of_2015(question):
    assert assess(replace(question, on=p.END_2015)).status == "met"


@pytest.mark.parametrize(
    ("question", "status"),
    [
        (p.T1, "met"),
        (p.T2, "missed"),
        (p.T3, "missed"),
        (p.T4, "met"),
        (p.T5, "met_within_error"),
        (p.T6, "met_within_error"),
        (p.T7, "missed"),
        (p.T8, "missed"),
    ],
)
@pytest.mark.parametrize("on", [date(2021, 5, 1), p.TODAY])
def test_the_end_of_2020(question, status, on):
    assert assess(replace(question, on=on)).status == status


@pytest.mark.parametrize("question", [p.T1, p.T2])
def test_both_steps_are_kept(question):
    first, second = assess(question).steps
    assert (first.status, first.step.due) == ("met", p.END_2015)
    assert second.step.due == p.END_2020


def test_what_stands_now():
    now = {
        name: assess(question).now.status
        for name, question in vars(p).items()
        if name in {"T1", "T2", "T3", "T4", "T5", "T7", "T8"}
    }
    assert now == {
        "T1": "met",
        "T2": "met",
        "T3": "missed",
        "T4": "met",
        "T5": "met",
        "T7": "met",
        "T8": "not_yet_assessed",
    }


def test_child_friendly_communes_wait_for_their_decision():
    now = assess(p.T8).now
    assert now.awaiting == date(2025, 12, 31)
    later = replace(p.T8, on=date(2026, 4, 30))
    assert assess(later).now.status == "too_old"
    older_allowed = assess(replace(later, data_age_days=700)).now
    assert (older_allowed.status, older_allowed.value) == ("missed", 73)


def test_child_friendly_communes_of_2020_were_not_decided_in_january():
    assert assess(replace(p.T8, on=date(2021, 1, 15))).status is Status.NOT_YET_ASSESSED


def test_there_is_no_now_before_the_last_due_date():
    assert assess(replace(p.T1, on=p.END_2020)).now is None
    assert assess(replace(p.T1, on=date(2021, 1, 1))).now is not None
