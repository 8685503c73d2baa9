"""After a merger two stations are one, schools pass, and what a split leaves waits."""

from datetime import date

import pytest

from mangnon.facilities.actions import assign_facility_heirs, go_on_leave, hire
from mangnon.facilities.errors import WrongPlace, WrongState
from mangnon.facilities.models import Facility, Post
from mangnon.facilities.queries import open_site, unassigned
from mangnon.facilities.tests.conftest import (
    MERGER,
    forget,
    marked,
    place,
    school_at,
    station_at,
)
from mangnon.places.actions import succeed
from mangnon.places.models import Succession


def pass_on(old, heir, share=1.0):
    Succession.objects.create(
        source=old, target=heir, date=MERGER, share=share, basis_vi="", basis_en="",
        estimated=share < 1,
    )  # fmt: skip


@pytest.fixture
def heir():
    return place("201", "Mới Một", valid_from=MERGER)


@pytest.fixture
def other_heir():
    return place("202", "Mới Hai", valid_from=MERGER)


@pytest.fixture
def old():
    """Three communes that pass away with the merger."""
    return [place(f"11{n}", f"Cũ {n}", valid_to=MERGER) for n in range(3)]


@pytest.fixture
def merger(old, heir, other_heir):
    """The first two pass whole to Mới Một; the third is split between both."""
    pass_on(old[0], heir)
    pass_on(old[1], heir)
    pass_on(old[2], heir, 0.5)
    pass_on(old[2], other_heir, 0.5)


@pytest.fixture
def stations(merger, old, warrant):
    return [station_at(commune, warrant) for commune in old]


def now(facility):
    return Facility.objects.get(pk=facility.pk)


def stations_at(commune):
    return Facility.objects.filter(
        kind="station", closed_on=None, sites__place=commune, sites__valid_to=None
    )


def test_two_stations_become_one_new_one(stations, heir, warrant):
    succeed(MERGER, warrant=warrant)
    new = stations_at(heir).get()
    assert (new.opened_on, new.name) == (MERGER, "Trạm y tế xã Mới Một")
    assert [now(old).closed_on for old in stations[:2]] == [MERGER, MERGER]
    assert open_site(stations[0]) is None


def test_their_staff_goes_on_at_the_new_one(stations, heir, midwife, warrant):
    hired = date(2016, 1, 1)
    for number, old in enumerate(stations[:2]):
        hire(old, staff_number=str(number), title=midwife, hired_on=hired, share_of_time=0.5,
             warrant=warrant)  # fmt: skip
    succeed(MERGER, warrant=warrant)
    posts = Post.objects.filter(facility=stations_at(heir).get(), valid_to=None)
    read = posts.order_by("staff_number").values_list("staff_number", "valid_from")
    assert list(read) == [("0", MERGER), ("1", MERGER)]
    assert {post.share_of_time for post in posts} == {0.5}
    assert Post.objects.filter(valid_to=MERGER).count() == 2


def test_a_leave_goes_on_at_the_new_station(stations, heir, midwife, warrant):
    post = hire(stations[0], staff_number="1", title=midwife, hired_on=date(2016, 1, 1),
                warrant=warrant)  # fmt: skip
    past, present = (date(2017, 1, 1), date(2018, 1, 1)), (date(2022, 12, 1), date(2023, 5, 31))
    for first, back in (past, present):
        go_on_leave(post, away_from=first, away_to=back, warrant=warrant)
    succeed(MERGER, warrant=warrant)
    followed = Post.objects.get(facility=stations_at(heir).get())
    assert list(followed.leaves.values_list("valid_from", "valid_to")) == [present]


def test_who_had_left_does_not_come_back(stations, heir, midwife, warrant):
    post = hire(stations[0], staff_number="1", title=midwife, hired_on=date(2016, 1, 1),
                warrant=warrant)  # fmt: skip
    Post.objects.filter(pk=post.pk).update(valid_to=date(2020, 1, 1))
    succeed(MERGER, warrant=warrant)
    assert not Post.objects.filter(facility=stations_at(heir).get()).exists()


def test_a_station_that_comes_alone_keeps_its_file(merger, old, heir, warrant):
    alone = station_at(old[0], warrant)
    succeed(MERGER, warrant=warrant)
    assert stations_at(heir).get() == alone
    assert now(alone).closed_on is None


def test_schools_pass_each_with_its_file(merger, old, heir, warrant):
    schools = [school_at(commune, warrant, f"th-{commune.code}") for commune in old[:2]]
    succeed(MERGER, warrant=warrant)
    assert [open_site(school).place for school in schools] == [heir, heir]
    assert [open_site(school).valid_from for school in schools] == [MERGER, MERGER]


def test_what_stands_in_a_split_commune_waits(stations, old, warrant):
    assert not unassigned().exists()
    succeed(MERGER, warrant=warrant)
    assert [site.place for site in unassigned()] == [old[2]]


def test_a_station_joins_that_of_its_heir(stations, heir, midwife, warrant):
    hire(stations[2], staff_number="9", title=midwife, hired_on=date(2016, 1, 1), warrant=warrant)
    succeed(MERGER, warrant=warrant)
    there = stations_at(heir).get()
    assert assign_facility_heirs({stations[2].pk: heir.pk}, warrant=warrant) == 1
    assert stations_at(heir).get() == there
    assert there.posts.get(valid_to=None).staff_number == "9"
    assert now(stations[2]).closed_on == MERGER


def test_a_station_moves_where_there_is_none(stations, other_heir, warrant):
    succeed(MERGER, warrant=warrant)
    forget()
    assign_facility_heirs({stations[2].pk: other_heir.pk}, warrant=warrant)
    assert stations_at(other_heir).get() == stations[2]
    assert not unassigned().exists()
    assert marked("stations") == {"112": MERGER, "202": MERGER}


def test_schools_of_a_split_commune_are_assigned_each(merger, old, heir, other_heir, warrant):
    schools = [school_at(old[2], warrant, code) for code in ("x", "y")]
    succeed(MERGER, warrant=warrant)
    answers = {schools[0].pk: heir.pk, schools[1].pk: other_heir.pk}
    assert assign_facility_heirs(answers, warrant=warrant) == 2
    assert [open_site(school).place for school in schools] == [heir, other_heir]


def test_only_an_heir_is_an_answer(stations, an_son, warrant):
    succeed(MERGER, warrant=warrant)
    with pytest.raises(WrongPlace):
        assign_facility_heirs({stations[2].pk: an_son.pk}, warrant=warrant)
    assert unassigned().count() == 1


def test_only_what_waits_is_assigned(stations, heir, station, warrant):
    succeed(MERGER, warrant=warrant)
    with pytest.raises(WrongState):
        assign_facility_heirs({station.pk: heir.pk}, warrant=warrant)
    assert assign_facility_heirs({}, warrant=warrant) == 0


def test_old_and_new_communes_are_recounted_since_that_day(stations, warrant):
    forget()
    succeed(MERGER, warrant=warrant)
    assert set(marked("stations")) == {"110", "111", "112", "201"}
    assert set(marked("communes").values()) == {MERGER}


def test_a_merger_is_carried_out_once(stations, heir, warrant):
    succeed(MERGER, warrant=warrant)
    succeed(MERGER, warrant=warrant)
    assert stations_at(heir).count() == 1
