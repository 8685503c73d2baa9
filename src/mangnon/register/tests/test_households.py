"""Households and the yearly list of the poor."""

from datetime import date

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.register.actions import record_measurement, register_household, set_poverty
from mangnon.register.errors import WrongDay, WrongState
from mangnon.register.models import Child, HouseholdPoverty
from mangnon.register.tests.marks import forget, marked, only_at


@pytest.fixture
def household(man, warrant):
    home = register_household(warrant=warrant)
    Child.objects.filter(pk=man.pk).update(household=home)
    return home


def test_a_year_has_one_status(household, warrant):
    set_poverty(household, year=2023, status="poor", warrant=warrant)
    set_poverty(household, year=2023, status="near_poor", warrant=warrant)
    assert [line.status for line in household.poverty.all()] == ["near_poor"]


def test_a_household_leaves_the_list(household, warrant):
    set_poverty(household, year=2023, status="poor", warrant=warrant)
    set_poverty(household, year=2023, status=None, warrant=warrant)
    assert not HouseholdPoverty.objects.exists()


def test_homes_and_weighings_are_recounted(household, man, binh_minh, warrant):
    day = date(2023, 6, 1)
    record_measurement(man, measured_on=day, weight_kg=20, place=binh_minh, warrant=warrant)
    forget()
    set_poverty(household, year=2023, status="poor", warrant=warrant)
    assert marked("children") == {"101": date(2023, 1, 1)}
    assert marked("measured") == {"102": date(2023, 1, 1)}


@pytest.mark.parametrize("year", [1989, 2025])
def test_an_impossible_year_is_refused(household, warrant, year):
    with pytest.raises(WrongDay):
        set_poverty(household, year=year, status="poor", warrant=warrant)


def test_an_unknown_status_is_refused(household, warrant):
    with pytest.raises(WrongState) as refused:
        set_poverty(household, year=2023, status="rich", warrant=warrant)
    assert "near_poor" in refused.value.sentence.en


def test_the_right_is_asked_for_where_the_children_live(household, binh_minh):
    full = demonstration_warrant()
    bound = Warrant(full.actor, "officer", full.acts, only_at(binh_minh))
    with pytest.raises(NoWarrant):
        set_poverty(household, year=2023, status="poor", warrant=bound)


def test_the_entry_holds_no_address(warrant):
    home = register_household(address="Thôn Đông", telephone="0900000000", warrant=warrant)
    entry = Entry.objects.get(act="register.register_household")
    assert (entry.subject, entry.data) == (f"register.household:{home.uuid}", {})
