"""Reviews and commendations."""

from datetime import date

import pytest

from mangnon.places.records import NotThere, WrongDays
from mangnon.steering import actions
from mangnon.steering.errors import Incomplete
from mangnon.steering.models import Commendation, Review

HELD = {"period_from": date(2012, 11, 5), "period_to": date(2013, 11, 5)}
FOR = {"decision": "7/QĐ-UBND", "what_for": "Thành tích xuất sắc"}


def test_a_review_of_a_period_is_kept(province, department, warrant):
    made = actions.review(
        "interim", province, office=department, held_on=date(2013, 11, 20), conclusion="Đạt",
        warrant=warrant, **HELD,
    )  # fmt: skip
    assert Review.objects.get() == made


@pytest.mark.parametrize(
    "told",
    [
        {"period_to": date(2012, 1, 1), "held_on": date(2013, 11, 20)},
        {"held_on": date(2012, 1, 2)},
        {"held_on": date(2014, 1, 1)},
    ],
)
def test_days_of_a_review_follow_each_other(told, province, department, warrant):
    with pytest.raises(WrongDays):
        actions.review(
            "final", province, office=department, conclusion="Đạt", warrant=warrant,
            **(HELD | told),
        )  # fmt: skip
    assert not Review.objects.exists()


def test_one_is_commended_an_office_a_place_or_an_organisation(department, commune, warrant):
    decided = {"decided_on": date(2013, 11, 20)} | FOR
    for one in ({"office": department}, {"place": commune}, {"organisation": "Hội Phụ nữ"}):
        actions.commend("certificate", department, warrant=warrant, **decided, **one)
    for none in ({}, {"place": commune, "organisation": "Hội Phụ nữ"}):
        with pytest.raises(Incomplete, match="một đối tượng"):
            actions.commend("certificate", department, warrant=warrant, **decided, **none)
    assert Commendation.objects.count() == 3


def test_an_office_commends_while_it_is_there(department, warrant):
    department.valid_to = date(2013, 6, 1)
    with pytest.raises(NotThere):
        actions.commend(
            "letter", department, organisation="Hội", decided_on=date(2013, 11, 20),
            warrant=warrant, **FOR,
        )  # fmt: skip
