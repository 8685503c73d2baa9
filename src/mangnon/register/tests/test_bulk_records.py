"""Many spells, deliveries, weighings, births and deaths at once."""

from datetime import date

import numpy as np
import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.bulk import WrongBatch
from mangnon.register.actions import (
    AssistanceBatch,
    BirthsBatch,
    DeathsBatch,
    MeasurementsBatch,
    PlansBatch,
    ReintegrationsBatch,
    ServicesBatch,
    SpellEndsBatch,
    SpellsBatch,
    add_assistance,
    add_births,
    add_deaths,
    add_measurements,
    add_plans,
    add_reintegrations,
    add_services,
    add_spells,
    end_spells,
    record_measurement,
)
from mangnon.register.models import (
    Assistance,
    AssistanceKind,
    Birth,
    Child,
    Circumstance,
    Death,
    Measurement,
    Plan,
    PlannedService,
    Reintegration,
    Residence,
)
from mangnon.register.tests.marks import forget, marked, only_at

DAY, LATER = date(2020, 4, 1), date(2021, 4, 1)


@pytest.fixture
def two(man, enter, binh_minh):
    """Mận in An Sơn and Tùng in Bình Minh."""
    tung = enter(binh_minh, date(2018, 5, 1), name="Trần Văn Tùng", sex="m")
    forget()
    return [man, tung]


@pytest.fixture
def ids(two):
    return [child.pk for child in two]


def test_spells_are_written_and_recounted(ids, disability, warrant):
    found = [DAY, date(2019, 1, 1)]
    spells = SpellsBatch(ids, disability.pk, DAY, identified_on=found)
    add_spells(spells, warrant=warrant)
    read = Circumstance.objects.order_by("child_id").values_list("valid_from", "identified_on")
    assert list(read) == [(DAY, DAY), (DAY, date(2019, 1, 1))]
    assert marked("children") == {"101": date(2019, 1, 1), "102": date(2019, 1, 1)}


@pytest.mark.parametrize(
    "other",
    [
        {"valid_from": date(2018, 4, 30)},  # before Tùng's birth
        {"valid_from": date(2017, 5, 31)},  # before the group
        {"valid_from": date(2024, 6, 16)},
        {"end_reasons": "tired"},
    ],
)
def test_impossible_spells_are_refused_whole(ids, disability, warrant, other):
    given = {"children": ids, "groups": disability.pk, "valid_from": DAY} | other
    with pytest.raises(WrongBatch):
        add_spells(SpellsBatch(**given), warrant=warrant)
    assert not Circumstance.objects.exists()


def test_spells_end_once_each_for_its_reason(ids, disability, warrant):
    spells = add_spells(SpellsBatch(ids, disability.pk, DAY), warrant=warrant)
    forget()
    ends = SpellEndsBatch(list(spells), [LATER, date(2022, 1, 1)], ["improved", "moved"])
    assert end_spells(ends, warrant=warrant) == 2
    read = Circumstance.objects.order_by("pk").values_list("valid_to", "end_reason")
    assert list(read) == [(LATER, "improved"), (date(2022, 1, 1), "moved")]
    assert marked("exits") == {"101": LATER, "102": LATER}
    with pytest.raises(WrongBatch):
        end_spells(ends, warrant=warrant)


def test_a_spell_ends_by_age_at_sixteen_and_no_day_before(ids, disability, warrant):
    born = date(2004, 5, 20)
    Child.objects.filter(pk=ids[1]).update(birth_date=born)
    begun = date(2018, 6, 1)
    spells = list(add_spells(SpellsBatch(ids, disability.pk, begun), warrant=warrant))
    for day in (date(2020, 5, 19), date(2020, 4, 30)):
        with pytest.raises(WrongBatch, match="dòng 1"):
            end_spells(SpellEndsBatch(spells[1:], day, "aged_out"), warrant=warrant)
    with pytest.raises(WrongBatch, match="dòng 2"):
        ends = SpellEndsBatch(spells[::-1], date(2020, 5, 20), "aged_out")
        end_spells(ends, warrant=warrant)
    assert not Circumstance.objects.exclude(valid_to=None).exists()
    ends = SpellEndsBatch(spells[1:], date(2020, 5, 20), "aged_out")
    assert end_spells(ends, warrant=warrant) == 1


def test_spells_written_as_ended_by_age_are_judged_too(ids, disability, warrant):
    spells = SpellsBatch(ids, disability.pk, DAY, valid_to=LATER, end_reasons="aged_out")
    with pytest.raises(WrongBatch, match="16"):
        add_spells(spells, warrant=warrant)
    assert not Circumstance.objects.exists()


def test_a_spell_does_not_end_without_a_known_reason(ids, disability, warrant):
    spells = add_spells(SpellsBatch(ids, disability.pk, DAY), warrant=warrant)
    with pytest.raises(WrongBatch):
        end_spells(SpellEndsBatch(list(spells), LATER, ""), warrant=warrant)


def test_a_bound_officer_writes_nothing_elsewhere(ids, an_son, disability):
    full = demonstration_warrant()
    bound = Warrant(full.actor, "officer", full.acts, only_at(an_son))
    with pytest.raises(NoWarrant):
        add_spells(SpellsBatch(ids, disability.pk, DAY), warrant=bound)
    assert not Circumstance.objects.exists()
    assert len(add_spells(SpellsBatch(ids[:1], disability.pk, DAY), warrant=bound)) == 1


def test_assistance_is_recounted_where_children_lived(ids, allowance, warrant):
    add_assistance(AssistanceBatch(ids, allowance.pk, [LATER, DAY]), warrant=warrant)
    assert Assistance.objects.count() == 2
    assert marked("circumstance_year") == {"101": DAY, "102": DAY}
    entry = Entry.objects.get(act="register.add_assistance")
    assert entry.data["rows"] == 2


def test_assistance_of_tomorrow_is_refused(ids, allowance, warrant):
    with pytest.raises(WrongBatch):
        add_assistance(AssistanceBatch(ids, allowance.pk, date(2024, 6, 16)), warrant=warrant)
    assert not Assistance.objects.exists()


def test_plans_and_their_services(ids, allowance, warrant):
    plans = list(add_plans(PlansBatch(ids, DAY), warrant=warrant))
    forget()
    services = ServicesBatch(plans, allowance.pk, due_on=LATER, delivered_on=[DAY, None])
    add_services(services, warrant=warrant)
    read = Plan.objects.order_by("pk").values_list("services__delivered_on", flat=True)
    assert list(read) == [DAY, None]
    assert marked("circumstance_year") == {"101": DAY, "102": DAY}


def test_services_still_to_come_change_no_figure(ids, allowance, warrant):
    plans = list(add_plans(PlansBatch(ids, DAY), warrant=warrant))
    forget()
    add_services(ServicesBatch(plans, allowance.pk, due_on=date(2030, 1, 1)), warrant=warrant)
    assert marked("circumstance_year") == {}


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"due_on": date(2020, 3, 31)}, "phê duyệt"),
        ({"due_on": LATER, "delivered_on": date(2020, 3, 31)}, "phê duyệt"),
        ({"due_on": LATER, "delivered_on": date(2022, 1, 2)}, "ngày trẻ mất"),
        ({"due_on": LATER, "delivered_on": date(2020, 4, 2)}, "danh mục"),
    ],
)
def test_impossible_services_are_refused_whole(two, ids, allowance, warrant, told, why):
    plans = list(add_plans(PlansBatch(ids, DAY), warrant=warrant))
    place = Residence.objects.get(child=two[1]).place_id
    dead = DeathsBatch(place, [date(2022, 1, 1)], age_days=1000, children=ids[1:])
    add_deaths(dead, warrant=warrant)
    if why == "danh mục":
        AssistanceKind.objects.update(valid_from=date(2020, 4, 3))
    with pytest.raises(WrongBatch, match=why):
        add_services(ServicesBatch(plans, allowance.pk, **told), warrant=warrant)
    assert not PlannedService.objects.exists()


def test_plans_and_outcomes_that_end_before_they_begin_are_refused(ids, warrant):
    early = date(2020, 3, 31)
    with pytest.raises(WrongBatch, match="đóng trước"):
        add_plans(PlansBatch(ids, DAY, closed_on=early), warrant=warrant)
    late = ReintegrationsBatch(ids, DAY, followed_up_on=early, still_holds=True)
    with pytest.raises(WrongBatch, match="Theo dõi lại trước"):
        add_reintegrations(late, warrant=warrant)
    assert not Plan.objects.exists()
    assert not Reintegration.objects.exists()


def test_writing_one_record_is_no_right_to_write_many(ids, an_son, disability):
    full = demonstration_warrant()
    officer = Warrant(full.actor, "officer", full.acts - {"register.bulk"}, only_at(an_son))
    with pytest.raises(NoWarrant):
        add_spells(SpellsBatch(ids[:1], disability.pk, DAY), warrant=officer)
    assert not Circumstance.objects.exists()


def test_outcomes_with_and_without_a_follow_up(ids, warrant):
    outcomes = ReintegrationsBatch(
        ids, DAY, goals_met=[True, False], followed_up_on=[LATER, None], still_holds=[True, None]
    )
    add_reintegrations(outcomes, warrant=warrant)
    read = Reintegration.objects.order_by("pk").values_list("goals_met", "still_holds")
    assert list(read) == [(True, True), (False, None)]
    assert marked("circumstance_year") == {"101": DAY, "102": DAY}


def test_weighings_score_as_the_single_act_does(two, ids, an_son, warrant):
    man, tung = two
    single = [
        record_measurement(man, measured_on=date(2018, 6, 1), weight_kg=11.2, length_cm=90.5,
                           position="h", place=an_son, warrant=warrant),
        record_measurement(tung, measured_on=date(2019, 6, 1), weight_kg=8.1, place=an_son,
                           warrant=warrant),
    ]  # fmt: skip
    weighings = MeasurementsBatch(
        children=np.array(ids), places=an_son.pk,
        measured_on=np.array(["2018-06-01", "2019-06-01"], dtype="datetime64[D]"),
        weight_kg=np.array([11.2, 8.1]), length_cm=np.array([90.5, np.nan]),
        positions=["h", ""],
    )  # fmt: skip
    assert add_measurements(weighings, warrant=warrant) == 2
    for one in single:
        (bulk,) = Measurement.objects.filter(child=one.child).exclude(pk=one.pk)
        for field in ("measured_on", "weight_kg", "length_cm", "waz", "haz", "whz", "baz"):
            assert getattr(bulk, field) == getattr(one, field)
        assert bulk.flagged == one.flagged


def test_weighings_find_each_child_in_any_order(two, ids, an_son, warrant):
    tung_first = MeasurementsBatch(ids[::-1], an_son.pk, date(2019, 6, 1), [10.0, 10.0])
    add_measurements(tung_first, warrant=warrant)
    by_child = dict(Measurement.objects.values_list("child_id", "waz"))
    man, tung = two
    assert by_child[man.pk] < by_child[tung.pk]  # four years and one year, the same weight


def test_a_birth_known_by_year_gives_no_scores(enter, an_son, warrant):
    child = enter(an_son, date(2018, 1, 1), birth_precision="year")
    weighings = MeasurementsBatch([child.pk], an_son.pk, date(2019, 6, 1), 9.0, 75.0)
    add_measurements(weighings, warrant=warrant)
    one = Measurement.objects.get()
    assert (one.waz, one.whz, one.flagged) == (None, None, "")


def test_flags_are_kept_by_name(ids, an_son, warrant):
    weighings = MeasurementsBatch(ids, an_son.pk, date(2019, 6, 1), [2.0, 9.5], [105.0, 74.0])
    add_measurements(weighings, warrant=warrant)
    first, second = Measurement.objects.order_by("child_id")
    assert "waz" in first.flagged.split(",")
    assert second.flagged == ""


@pytest.mark.parametrize(
    "other",
    [
        {"weight_kg": 0.0},
        {"weight_kg": 9100.0},
        {"length_cm": 0.83},
        {"measured_on": date(2018, 4, 30)},  # before Tùng's birth
        {"measured_on": date(2024, 6, 16)},
        {"children": [10**9, 10**9 + 1]},
    ],
)
def test_impossible_weighings_are_refused_whole(ids, an_son, warrant, other):
    given = {"children": ids, "places": an_son.pk, "measured_on": DAY, "weight_kg": 15.0}
    with pytest.raises(WrongBatch):
        add_measurements(MeasurementsBatch(**(given | other)), warrant=warrant)
    assert not Measurement.objects.exists()


def test_weighings_are_recounted_wherever_the_children_were_weighed(two, ids, warrant):
    man, tung = two
    here, there = man.residences.get().place_id, tung.residences.get().place_id
    add_measurements(MeasurementsBatch(ids[:1], here, DAY, 15.0), warrant=warrant)
    forget()
    add_measurements(MeasurementsBatch(ids[:1], there, LATER, 16.0), warrant=warrant)
    assert marked("measured") == {"101": LATER, "102": LATER}


def test_births_with_and_without_a_child(ids, an_son, warrant):
    births = BirthsBatch(an_son.pk, [date(2015, 3, 10), DAY], ["f", "m"], children=[ids[0], None])
    add_births(births, warrant=warrant)
    read = Birth.objects.order_by("pk").values_list("child_id", "born_on")
    assert list(read) == [(ids[0], date(2015, 3, 10)), (None, DAY)]


def test_deaths_end_homes_and_spells(ids, an_son, disability, warrant):
    add_spells(SpellsBatch(ids, disability.pk, date(2019, 1, 1)), warrant=warrant)
    forget()
    deaths = DeathsBatch(an_son.pk, [DAY, LATER], [1849, 0], children=[ids[0], None])
    add_deaths(deaths, warrant=warrant)
    assert Death.objects.count() == 2
    lived = Residence.objects.get(child=ids[0])
    spell = Circumstance.objects.get(child=ids[0])
    assert (lived.valid_to, lived.end_reason) == (DAY, "died")
    assert (spell.valid_to, spell.end_reason) == (DAY, "died")
    assert Residence.objects.get(child=ids[1]).valid_to is None
    assert marked("children") == {"101": DAY}


def test_deaths_of_nobody_in_the_register_change_no_figure(an_son, warrant):
    add_deaths(DeathsBatch(an_son.pk, [DAY], [0]), warrant=warrant)
    assert marked("children") == {}
