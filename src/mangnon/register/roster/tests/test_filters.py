"""What only the database knows of a list: village, groups, weighings."""

from datetime import date

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.places.models import Kind
from mangnon.register.actions import begin_circumstance, record_measurement
from mangnon.register.models import CircumstanceGroup
from mangnon.register.roster import Filters
from mangnon.register.roster.tests.conftest import commune, enter


@pytest.fixture
def here(roster):
    return commune("101")


@pytest.fixture
def three(here):
    return [enter(f"Nguyễn Thị {given}", here) for given in ("An", "Bích", "Chi")]


def listed(roster, scope, **filters):
    return roster.page(scope, Filters(**filters)).ids


def test_by_weighings(roster, here, three):
    for child, day in zip(three, (date(2023, 1, 1), date(2024, 1, 1)), strict=False):
        record_measurement(child, measured_on=day, weight_kg=20.0, warrant=demonstration_warrant())
    ids = [child.pk for child in three]
    since = date(2024, 1, 1)
    for scope in (None, {here.pk}):
        assert listed(roster, scope, measured_since=since) == ids[1:2]
        assert listed(roster, scope, unmeasured_since=since) == [ids[0], ids[2]]
    assert listed(roster, {here.pk + 1}, measured_since=since) == []


def test_by_circumstances_of_today(roster, here, three):
    group = CircumstanceGroup.objects.create(
        code="disability", law="new", name_vi="Trẻ em khuyết tật", name_en="Disability",
        valid_from=date(2017, 6, 1), lasting=True,
    )  # fmt: skip
    begun = date(2020, 1, 1)
    begin_circumstance(three[1], group=group, valid_from=begun, warrant=demonstration_warrant())
    over = begin_circumstance(
        three[2], group=group, valid_from=begun, warrant=demonstration_warrant()
    )
    type(over).objects.filter(pk=over.pk).update(valid_to=date(2021, 1, 1))
    for scope in (None, {here.pk}):
        assert listed(roster, scope, groups=frozenset({group.pk})) == [three[1].pk]


def test_by_village(roster, here, three):
    village = commune("10101")
    type(village).objects.filter(pk=village.pk).update(kind=Kind.VILLAGE)
    three[0].residences.update(village=village)
    assert listed(roster, {here.pk}, village=village.pk) == [three[0].pk]
