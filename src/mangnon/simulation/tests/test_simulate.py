"""The whole simulation through the real acts, merger included, on a database."""

from datetime import date
from pathlib import Path

import pytest
from django.db.models import Count

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.models import Entry
from mangnon.duties import queries as queries_of_duties
from mangnon.duties.models import Assignment, Handing, Step
from mangnon.duties.states import OPEN
from mangnon.facilities import queries as facility_queries
from mangnon.facilities.models import Facility, Recognition
from mangnon.indicators.models import ReportedTotal
from mangnon.packs.actions import apply_pack
from mangnon.places.models import Succession
from mangnon.register import queries
from mangnon.register.models import Child, Circumstance, Measurement, Residence
from mangnon.simulation.cohorts import children_at_end
from mangnon.simulation.errors import CannotSimulate
from mangnon.simulation.simulate import simulate
from mangnon.simulation.tests.stage import PACK, profile
from mangnon.text.sentence import Sentence

pytestmark = pytest.mark.django_db
CHILDREN = 600
DAY = date(2026, 1, 15)  # that of the demonstration


def silent(step: Sentence, done: int, total: int) -> None:
    assert done <= total


def run(children: int = CHILDREN, until: date = date(2025, 12, 31)) -> None:
    simulate(children, 2013, warrant=demonstration_warrant(), progress=silent, until=until)


@pytest.fixture
def pack() -> Path:
    apply_pack(PACK, warrant=demonstration_warrant())
    return PACK


def test_a_whole_province_stands_on_todays_map(pack: Path) -> None:
    run()
    living = Residence.objects.filter(valid_to__isnull=True)
    assert living.exclude(kind="absent").count() == children_at_end(profile(), CHILDREN, 2025)
    assert not living.filter(place__valid_to__isnull=False).exists()
    assert not queries.unassigned().exists()
    assert not facility_queries.unassigned().exists()
    assert not Succession.objects.filter(carried_out=False).exists()
    twice = living.values("child").annotate(rows=Count("id")).filter(rows__gt=1)
    assert not twice.exists()
    assert Circumstance.objects.filter(valid_to__isnull=True).exists()
    spells = Circumstance.objects.count()
    assert 0.8 * spells < Circumstance.objects.filter(evidence__isnull=False).count() < spells
    assert Measurement.objects.filter(measured_on__year=2025).exists()
    assert Entry.objects.filter(act="places.succeed", at__date=date(2025, 7, 1)).count() == 1
    stations = Facility.objects.filter(kind="station", closed_on__isnull=True)
    assert stations.count() == 64
    assert ReportedTotal.objects.filter(indicator__code="T6", series="registered").count() == 14
    assert Recognition.objects.filter(year=2024).count() == 151
    assert not Recognition.objects.filter(year=2025).exists()
    duties_went_down_and_passed_on()
    again = Child.objects.count()
    with pytest.raises(CannotSimulate, match=str(again)):
        run()


def duties_went_down_and_passed_on() -> None:
    """The conference's cascade, the merger, and what today's communes owe."""
    told = Assignment.objects.filter(handing__duty__code="quan-triet")
    assert told.filter(handing__held=None).count() == 12
    assert told.exclude(handing__held=None).values("first_place").distinct().count() == 207
    assert set(told.filter(handing__held=None).values_list("due_on", flat=True)) == {
        date(2014, 1, 27)
    }
    late = told.filter(queries_of_duties.is_late(date(2014, 6, 1))).count()
    assert 5 < late < 30 and set(told.values_list("state", flat=True)) == {"done"}
    assert Step.objects.filter(assignment__in=told, act="return").count() == 1
    assert Assignment.objects.filter(state="joined").exists()
    open_now = Assignment.objects.filter(state__in=OPEN)
    assert not open_now.filter(place__valid_to__isnull=False).exists()
    owed = open_now.filter(queries_of_duties.is_late(DAY))
    assert owed.exists() and open_now.filter(due_on__gt=DAY).exists()
    assert Entry.objects.filter(act="duties.announce_days", at__date=date(2013, 12, 16)).exists()
    assert not Step.objects.filter(day__gt=DAY).exists()


def test_it_can_stop_before_the_merger(pack: Path) -> None:
    run(until=date(2014, 12, 31))
    assert set(Handing.objects.values_list("duty__code", flat=True)) == {"quan-triet"}
    assert Residence.objects.filter(valid_from__gt=date(2014, 12, 31)).count() == 0
    assert not Succession.objects.filter(carried_out=True).exists()
    living = Residence.objects.filter(valid_to__isnull=True).exclude(kind="absent")
    assert living.count() == children_at_end(profile(), CHILDREN, 2014)
    assert Measurement.objects.latest("measured_on").measured_on.year == 2014


def test_without_a_pack_it_says_what_is_missing() -> None:
    with pytest.raises(CannotSimulate, match="mangnon pack apply"):
        run()


@pytest.mark.parametrize(("children", "until"), [(20, date(2025, 12, 31)), (600, date(2031, 1, 1))])
def test_bounds_are_told(children: int, until: date) -> None:
    with pytest.raises(CannotSimulate):
        run(children, until)
