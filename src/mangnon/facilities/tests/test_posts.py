"""People in post."""

from datetime import date

import pytest

from mangnon.facilities.actions import close_facility, hire, leave_post
from mangnon.facilities.errors import WrongDay, WrongState
from mangnon.facilities.models import Post
from mangnon.facilities.tests.conftest import forget, marked

HIRED = date(2016, 1, 1)


@pytest.fixture
def post(station, midwife, warrant):
    return hire(station, staff_number="7", title=midwife, hired_on=HIRED, warrant=warrant)


def test_a_person_is_in_post_and_recounted(station, midwife, warrant):
    forget()
    post = hire(station, staff_number="7", title=midwife, hired_on=HIRED, warrant=warrant)
    assert (post.facility, post.share_of_time, post.valid_to) == (station, 1.0, None)
    assert marked("stations") == {"101": HIRED}


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"hired_on": date(2024, 6, 16)}, WrongDay),
        ({"hired_on": date(2015, 11, 19)}, WrongState),  # before the title
        ({"hired_on": date(2011, 1, 1)}, WrongState),  # before the station
        ({"share_of_time": 0}, WrongState),
        ({"share_of_time": 1.5}, WrongState),
    ],
)
def test_an_impossible_post_is_refused(station, midwife, warrant, other, error):
    given = {"staff_number": "7", "title": midwife, "hired_on": HIRED} | other
    with pytest.raises(error):
        hire(station, **given, warrant=warrant)
    assert not Post.objects.exists()


def test_nobody_is_hired_by_a_closed_station(station, midwife, warrant):
    close_facility(station, closed_on=date(2015, 12, 1), warrant=warrant)
    with pytest.raises(WrongState):
        hire(station, staff_number="7", title=midwife, hired_on=HIRED, warrant=warrant)


def test_leaving_is_recounted_since_that_day(post, warrant):
    forget()
    left = date(2019, 1, 1)
    leave_post(post, left_on=left, warrant=warrant)
    assert Post.objects.get().valid_to == left
    assert marked("stations") == {"101": left}
    with pytest.raises(WrongState):
        leave_post(post, left_on=left, warrant=warrant)


@pytest.mark.parametrize("day", [date(2015, 12, 31), date(2024, 6, 16)])
def test_an_impossible_leaving_is_refused(post, warrant, day):
    with pytest.raises(WrongDay):
        leave_post(post, left_on=day, warrant=warrant)


def test_nobody_holds_two_whole_posts(station, other_station, midwife, post, warrant):
    with pytest.raises(WrongState) as refused:
        hire(other_station, staff_number="7", title=midwife, hired_on=date(2018, 1, 1),
             warrant=warrant)  # fmt: skip
    assert "01/01/2018" in refused.value.sentence.vi
    assert "100%" in refused.value.sentence.en
    assert Post.objects.count() == 1


def test_nobody_is_hired_before_a_post_held_since_later(other_station, midwife, post, warrant):
    with pytest.raises(WrongState) as refused:
        hire(other_station, staff_number="7", title=midwife, hired_on=date(2015, 12, 1),
             warrant=warrant)  # fmt: skip
    assert "01/01/2016" in refused.value.sentence.vi


def test_who_left_may_be_hired_that_day(other_station, midwife, post, warrant):
    day = date(2019, 1, 1)
    leave_post(post, left_on=day, warrant=warrant)
    assert hire(other_station, staff_number="7", title=midwife, hired_on=day, warrant=warrant).pk


def test_time_is_shared_up_to_the_whole(station, other_station, midwife, warrant):
    given = {"staff_number": "8", "title": midwife, "hired_on": HIRED, "warrant": warrant}
    for place, share in ((station, 1 / 3), (other_station, 1 / 3), (station, 1 / 3)):
        hire(place, share_of_time=share, **given)
    with pytest.raises(WrongState):
        hire(station, share_of_time=0.1, **given)


def test_two_people_hold_two_posts(station, midwife, post, warrant):
    assert hire(station, staff_number="70", title=midwife, hired_on=HIRED, warrant=warrant).pk
