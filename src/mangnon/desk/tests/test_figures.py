"""The live figures on the first page: of one's own place, with their age, for who may see them."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import system_warrant
from mangnon.access.grounds import of_person
from mangnon.desk.figures import own_place, standings
from mangnon.places.models import Place
from mangnon.portal.tests.conftest import _released as _released
from mangnon.portal.tests.conftest import released as released
from tests.support.desk import signed_in
from tests.support.officers import SECRET


@pytest.fixture
def area(released):
    """The small province of the portal's tests, with figures of every year."""
    return Place.objects.get(code="HD")


def test_a_leader_sees_how_each_promise_stands_and_how_old_that_is(area):
    warrant = system_warrant("test")
    leader = add_person("leader", name="Lan Thị Mẫu", warrant=warrant)
    give_role(leader, "leader", area, valid_from=area.valid_from, warrant=warrant)
    grounds = of_person(leader)
    assert own_place(leader, grounds) == area
    found = standings(area)
    assert len(found) >= 8
    assert [one for one in found if one.figure != "–" and one.as_of]
    TOTP.activate(leader, SECRET)
    text = signed_in(leader).get(reverse("desk")).content.decode()
    assert "chưa công bố" in text
    assert text.count('class="status') >= 8
    assert "số liệu đến" in text


def test_who_may_not_see_live_figures_has_no_place_for_them(area):
    stranger = add_person("khach", name="Khách Văn Mẫu", warrant=system_warrant("test"))
    assert own_place(stranger, ()) is None
    assert "chưa công bố" not in signed_in(stranger).get(reverse("desk")).content.decode()


def test_a_commune_sees_what_its_station_weighs_where_a_survey_judges_the_area(area):
    kinds = Place.objects.filter(kind="commune", valid_from__gte="2025-01-01")
    here = standings(kinds.first())
    weighed = [one for one in here if one.aside.startswith("Cân đo tại trạm y tế; không")]
    assert len(weighed) == 2  # underweight and stunting
    assert all(one.figure.endswith("%") and one.as_of for one in weighed)
    assert not any(one.aside for one in standings(area))


def test_beside_a_figure_nobody_is_told_that_there_is_none(area):
    """A commune of 2025 has figures of today and none of 2020, on which a promise is judged."""
    found = [
        one
        for here in Place.objects.filter(kind="commune", valid_from__gte="2025-01-01")
        for one in standings(here)
        if one.figure != "–"
    ]
    assert not [one for one in found if one.status == "no_data" and not one.aside]
    assert "chưa có số liệu của ngày đến hạn 31/12/2020" in {one.aside for one in found}
