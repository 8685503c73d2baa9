"""Opening, closing and moving facilities."""

from datetime import date

import pytest

from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import close_facility, hire, move_site, open_facility
from mangnon.facilities.errors import WrongDay, WrongPlace, WrongState
from mangnon.facilities.models import Facility, Post
from mangnon.facilities.queries import open_site
from mangnon.facilities.tests.conftest import OPENED, forget, marked, place

MOVED = date(2020, 5, 1)


def test_a_station_stands_where_it_opened(station, an_son):
    site = open_site(station)
    assert (site.place, site.valid_from) == (an_son, OPENED)
    assert marked("stations") == {"101": OPENED}
    assert marked("schools") == {}


def test_a_school_is_recounted_among_schools(school):
    assert marked("schools") == {"101": OPENED}


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"opened_on": date(2024, 6, 16)}, WrongDay),
        ({"opened_on": date(2011, 12, 31)}, WrongPlace),
        ({"level": "tieu_hoc"}, WrongState),
        ({"kind": "school"}, WrongState),
        ({"kind": "shop"}, WrongState),
        ({"ownership": "nobody"}, WrongState),
        ({"code": " "}, WrongState),
    ],
)
def test_an_impossible_facility_is_refused(an_son, warrant, other, error):
    given = {"code": "x", "kind": "station", "name": "X", "place": an_son, "opened_on": OPENED}
    with pytest.raises(error):
        open_facility(**(given | other), warrant=warrant)
    assert not Facility.objects.exists()


def test_a_code_is_used_once(station, an_son, warrant):
    with pytest.raises(WrongState):
        open_facility(
            code=station.code, kind="station", name="X", place=an_son, opened_on=OPENED,
            warrant=warrant,
        )  # fmt: skip


def test_nothing_opens_in_a_district(warrant):
    district = place("10", "Huyện", kind="district")
    with pytest.raises(WrongPlace):
        open_facility(
            code="x", kind="station", name="X", place=district, opened_on=OPENED, warrant=warrant
        )


def test_both_communes_of_a_move_are_recounted(station, binh_minh, warrant):
    forget()
    move_site(station, place=binh_minh, moved_on=MOVED, warrant=warrant)
    assert open_site(station).place == binh_minh
    assert marked("stations") == {"101": MOVED, "102": MOVED}


def test_a_move_needs_the_right_at_both_ends(station, an_son, binh_minh, warrant):
    bound = Warrant(warrant.actor, "officer", warrant.acts, frozenset({binh_minh.pk}))
    with pytest.raises(NoWarrant):
        move_site(station, place=binh_minh, moved_on=MOVED, warrant=bound)


@pytest.mark.parametrize("day", [OPENED, date(2024, 6, 16)])
def test_an_impossible_move_is_refused(station, binh_minh, warrant, day):
    with pytest.raises(WrongDay):
        move_site(station, place=binh_minh, moved_on=day, warrant=warrant)


def test_a_closed_station_has_no_site_and_no_staff(station, midwife, warrant):
    hire(station, staff_number="1", title=midwife, hired_on=date(2016, 1, 1), warrant=warrant)
    forget()
    close_facility(station, closed_on=MOVED, warrant=warrant)
    assert open_site(station) is None
    assert Post.objects.get().valid_to == MOVED
    assert Facility.objects.get().closed_on == MOVED
    assert marked("stations") == {"101": MOVED}


def test_a_station_closes_once(station, warrant):
    close_facility(station, closed_on=MOVED, warrant=warrant)
    with pytest.raises(WrongState):
        close_facility(station, closed_on=MOVED, warrant=warrant)


def test_a_closed_station_moves_nowhere(station, binh_minh, warrant):
    close_facility(station, closed_on=MOVED, warrant=warrant)
    with pytest.raises(WrongState):
        move_site(station, place=binh_minh, moved_on=date(2021, 1, 1), warrant=warrant)


def test_every_act_has_its_entry(station, binh_minh, warrant):
    move_site(station, place=binh_minh, moved_on=MOVED, warrant=warrant)
    acts = Entry.objects.values_list("act", "subject", "place_code")
    assert list(acts) == [
        ("facilities.open_facility", "facilities.facility:tyt-101", "101@2012-01-01"),
        ("facilities.move_site", "facilities.facility:tyt-101", "102@2012-01-01"),
    ]
