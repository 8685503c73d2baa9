"""Struck and corrected weighings, guardians, homes: what stood there stays in the trail."""

from datetime import date

import pytest

from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.register import actions, identity
from mangnon.register.actions.askings import ReasonTooShort
from mangnon.register.errors import (
    NotOverHousehold,
    WrongDay,
    WrongIdentity,
    WrongMeasure,
    WrongState,
)
from mangnon.register.models import Guardian, Household, Measurement
from mangnon.register.particulars import Particulars
from mangnon.register.tests.marks import forget, marked

DAY = date(2017, 3, 10)
WHY = "Cân nhầm trẻ khác"


@pytest.fixture
def weighing(man, warrant):
    one = actions.record_measurement(
        man, measured_on=DAY, weight_kg=11.5, length_cm=86, position="h", warrant=warrant
    )
    forget()
    return one


@pytest.fixture
def elsewhere(warrant, binh_minh):
    return Warrant(
        actor=warrant.actor, right="t", acts=warrant.acts, place_ids=frozenset([binh_minh.pk])
    )


def last():
    return Entry.objects.latest("pk")


def test_a_struck_weighing_is_gone_and_stays_in_the_trail(weighing, man, warrant):
    actions.strike_measurement(weighing, reason=WHY, warrant=warrant)
    assert not Measurement.objects.exists()
    assert marked("measured") == {"101": DAY}
    assert (last().act, last().subject) == (
        "register.strike_measurement", f"register.child:{man.uuid}",
    )  # fmt: skip
    assert last().before["weight_kg"] == 11.5
    assert last().before["measured_on"] == "2017-03-10"
    assert WHY not in str(last().data)
    sealed = bytes.fromhex(last().data["why"])
    assert identity.open_words(man, "struck", sealed) == WHY


def test_a_corrected_weighing_gets_its_scores_anew(weighing, warrant):
    one = actions.correct_measurement(
        weighing, measured_on=date(2017, 3, 1), weight_kg=10.0, length_cm=86, position="h",
        warrant=warrant,
    )  # fmt: skip
    assert (one.weight_kg, one.waz < weighing.waz) == (10.0, True)
    assert marked("measured") == {"101": date(2017, 3, 1)}
    assert (last().before["weight_kg"], last().after["weight_kg"]) == (11.5, 10.0)


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"weight_kg": 900}, WrongMeasure),
        ({"weight_kg": 85}, WrongMeasure),  # implausible, and not measured again
        ({"length_cm": 130}, WrongMeasure),
        ({"measured_on": date(2015, 1, 1)}, WrongDay),
        ({"measured_on": date(2024, 6, 16)}, WrongDay),
        ({"weight_kg": None, "length_cm": None}, WrongMeasure),
    ],
)
def test_a_correction_that_cannot_be_changes_nothing(weighing, warrant, words, error):
    told = {"measured_on": DAY, "weight_kg": 11.5, "length_cm": 86.0} | words
    with pytest.raises(error):
        actions.correct_measurement(weighing, **told, warrant=warrant)
    kept = Measurement.objects.get()
    assert (kept.weight_kg, kept.length_cm, kept.measured_on) == (11.5, 86.0, DAY)


def test_a_shrinking_correction_is_held_against_the_other_weighings(weighing, man, warrant):
    later = actions.record_measurement(
        man, measured_on=date(2017, 9, 10), length_cm=90, warrant=warrant
    )
    with pytest.raises(WrongMeasure):
        actions.correct_measurement(
            later, measured_on=date(2017, 9, 10), length_cm=80, warrant=warrant
        )
    actions.correct_measurement(
        later, measured_on=date(2017, 9, 10), length_cm=80, confirmed=True, warrant=warrant
    )


def test_a_weighing_is_touched_only_where_the_file_is_kept(weighing, elsewhere):
    with pytest.raises(NoWarrant):
        actions.strike_measurement(weighing, reason=WHY, warrant=elsewhere)
    with pytest.raises(NoWarrant):
        actions.correct_measurement(weighing, measured_on=DAY, weight_kg=9, warrant=elsewhere)
    assert Measurement.objects.get().weight_kg == 11.5


def test_striking_asks_why_and_strikes_once(weighing, warrant):
    with pytest.raises(ReasonTooShort):
        actions.strike_measurement(weighing, reason="sai", warrant=warrant)
    actions.strike_measurement(weighing, reason=WHY, warrant=warrant)
    weighing.pk = weighing.pk or 1
    with pytest.raises(WrongState):
        actions.strike_measurement(weighing, reason=WHY, warrant=warrant)


def test_a_guardian_is_entered_corrected_and_taken_off_sealed(man, warrant):
    one = actions.set_guardian(
        man, None, relation="mother", name="Trần Thị Hoa Mẫu", telephone="0912 345 678",
        warrant=warrant,
    )  # fmt: skip
    assert identity.open_guardian(one) == "Trần Thị Hoa Mẫu"
    assert identity.open_guardian_telephone(one) == "0912345678"
    assert "Hoa" not in f"{last().after}{last().data}"
    before = bytes(one.name_sealed)
    again = actions.set_guardian(
        man, one, relation="guardian", name="Trần Thị Hoa Mẫu", telephone="", warrant=warrant
    )
    assert (again.pk, bytes(again.name_sealed), again.telephone_sealed) == (one.pk, before, None)
    actions.remove_guardian(again, warrant=warrant)
    assert not Guardian.objects.exists()
    assert last().before["relation"] == "guardian"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"name": " "}, WrongIdentity),
        ({"telephone": "12"}, WrongIdentity),
        ({"telephone": "không có"}, WrongIdentity),
        ({"relation": "chủ nợ"}, WrongState),
    ],
)
def test_a_guardian_that_cannot_be_is_refused(man, warrant, words, error):
    told = {"relation": "mother", "name": "Trần Thị Hoa Mẫu"} | words
    with pytest.raises(error):
        actions.set_guardian(man, None, **told, warrant=warrant)
    assert not Guardian.objects.exists()


def test_guardians_are_for_the_place_that_keeps_the_file(man, warrant, elsewhere):
    with pytest.raises(NoWarrant):
        actions.set_guardian(man, None, relation="mother", name="Hoa Mẫu", warrant=elsewhere)
    one = actions.set_guardian(man, None, relation="mother", name="Hoa Mẫu", warrant=warrant)
    with pytest.raises(NoWarrant):
        actions.remove_guardian(one, warrant=elsewhere)
    actions.remove_guardian(one, warrant=warrant)
    one.pk = 1
    with pytest.raises(WrongState):
        actions.set_guardian(man, one, relation="father", name="Hoa Mẫu", warrant=warrant)


def test_a_home_is_written_sealed_and_each_child_counts_it(man, warrant):
    household = actions.register_household(address="Thôn Đông", warrant=warrant)
    man = actions.join_household(man, household, warrant=warrant)
    before = man.version
    actions.set_home_details(
        household, address="Thôn  Đoài", telephone="(0220) 3-812 345", warrant=warrant
    )
    kept = Household.objects.select_related("data_key").get()
    assert identity.open_address(kept) == "Thôn Đoài"
    assert identity.open_telephone(kept) == "02203812345"
    assert "Đoài" not in f"{last().after}{last().before}{last().data}"
    man.refresh_from_db()
    assert man.version == before + 1


def test_a_home_where_a_child_of_elsewhere_lives_is_not_hers_to_write(man, warrant, elsewhere):
    household = actions.register_household(address="Thôn Đông", warrant=warrant)
    actions.join_household(man, household, warrant=warrant)
    with pytest.raises(NoWarrant):
        actions.set_home_details(household, address="x", warrant=elsewhere)
    with pytest.raises(WrongIdentity):
        actions.set_home_details(household, address="x" * 301, warrant=warrant)
    assert identity.open_address(Household.objects.get()) == "Thôn Đông"


def test_joining_a_household_recounts_and_cannot_be_done_twice(man, warrant, elsewhere):
    household = actions.register_household(warrant=warrant)
    forget()
    with pytest.raises(NoWarrant):
        actions.join_household(man, household, warrant=elsewhere)
    actions.join_household(man, household, warrant=warrant)
    assert set(marked("children")) == {"101"}
    assert last().after == {"household": str(household.uuid)}
    with pytest.raises(WrongState):
        actions.join_household(man, household, warrant=warrant)
    actions.join_household(man, None, warrant=warrant)
    man.refresh_from_db()
    assert man.household is None


def test_who_is_entered_joins_only_a_household_over_which_the_right_is_held(
    man, warrant, elsewhere, binh_minh
):
    household = actions.register_household(warrant=warrant)
    actions.join_household(man, household, warrant=warrant)
    na = Particulars(name="Nguyễn Thị Na", sex="f", birth_date=DAY)
    with pytest.raises(NotOverHousehold):
        actions.register_child(na, place=binh_minh, household=household, warrant=elsewhere)
    assert household.children.get() == man
