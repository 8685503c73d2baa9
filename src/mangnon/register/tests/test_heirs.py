"""A merger moves everyone of a commune; a split waits until somebody says where each lives."""

from datetime import date

import pytest

from mangnon.access.doors import demonstration_warrant
from mangnon.audit.errors import NoWarrant
from mangnon.audit.models import Entry
from mangnon.audit.warrants import Warrant
from mangnon.places.actions import succeed
from mangnon.places.models import Place, Succession
from mangnon.register.actions import assign_heirs, move_away
from mangnon.register.errors import WrongPlace, WrongState
from mangnon.register.models import Residence
from mangnon.register.queries import home, home_on, unassigned
from mangnon.register.tests.conftest import MERGER, place
from mangnon.register.tests.marks import forget, marked, only_at

BORN = date(2018, 1, 1)


def pass_on(old: Place, heir: Place, share: float = 1.0) -> None:
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
def split():
    return place("104", "Đông Cũ", valid_to=MERGER)


@pytest.fixture
def merger(merged, split, heir, other_heir):
    """Cẩm Cũ passes whole to Mới Một; Đông Cũ is split between Mới Một and Mới Hai."""
    pass_on(merged, heir)
    pass_on(split, heir, 0.4)
    pass_on(split, other_heir, 0.6)


@pytest.fixture
def cam(merger, enter, merged):
    return enter(merged, BORN)


@pytest.fixture
def dong(merger, enter, split):
    return enter(split, BORN)


def test_everyone_of_a_merged_commune_lives_at_the_heir(cam, heir, warrant):
    succeed(MERGER, warrant=warrant)
    old, new = cam.residences.order_by("valid_from")
    assert (old.valid_to, old.end_reason) == (MERGER, "merger")
    assert (new.place, new.valid_from, new.valid_to) == (heir, MERGER, None)


def test_the_kind_of_residence_and_the_village_pass_on(cam, warrant):
    village = place("1031", "Thôn Tây", "village")
    cam.residences.update(kind="temporary", village=village)
    succeed(MERGER, warrant=warrant)
    assert (home(cam).kind, home(cam).village) == ("temporary", village)


def test_who_had_left_stays_away(cam, warrant):
    move_away(cam, left_on=date(2022, 1, 1), warrant=warrant)
    succeed(MERGER, warrant=warrant)
    assert home(cam) is None


def test_others_stay_where_they_are(cam, man, an_son, warrant):
    succeed(MERGER, warrant=warrant)
    assert man.residences.get().place == an_son


def test_a_merger_is_carried_out_once(cam, warrant):
    succeed(MERGER, warrant=warrant)
    succeed(MERGER, warrant=warrant)
    assert cam.residences.count() == 2


def test_old_and_new_communes_are_recounted_since_that_day(cam, dong, warrant):
    forget()
    succeed(MERGER, warrant=warrant)
    assert marked("children") == {"103": MERGER, "104": MERGER, "201": MERGER}


def test_the_entry_counts_what_passed(cam, dong, warrant):
    succeed(MERGER, warrant=warrant)
    entry = Entry.objects.get(act="register.pass_to_heirs")
    assert entry.data == {"passed": 1, "communes": 1, "split": 1}


def test_who_lives_in_a_split_commune_waits_there(dong, cam, split, warrant):
    assert not unassigned().exists()
    succeed(MERGER, warrant=warrant)
    assert home(dong).place == split
    assert list(unassigned()) == [dong.residences.get()]


def test_an_answer_moves_the_child_on_the_day_of_the_split(dong, split, other_heir, warrant):
    succeed(MERGER, warrant=warrant)
    forget()
    assert assign_heirs({dong.pk: other_heir.pk}, warrant=warrant) == 1
    assert home(dong).place == other_heir
    assert home_on(dong, date(2022, 12, 31)).place == split
    assert not unassigned().exists()
    assert marked("children") == {"104": MERGER, "202": MERGER}


def test_only_an_heir_is_an_answer(dong, man, an_son, warrant):
    succeed(MERGER, warrant=warrant)
    with pytest.raises(WrongPlace):
        assign_heirs({dong.pk: an_son.pk}, warrant=warrant)
    assert unassigned().count() == 1


def test_only_who_waits_is_assigned(dong, man, heir, warrant):
    succeed(MERGER, warrant=warrant)
    with pytest.raises(WrongState):
        assign_heirs({dong.pk: heir.pk, man.pk: heir.pk}, warrant=warrant)
    assert unassigned().count() == 1
    assign_heirs({dong.pk: heir.pk}, warrant=warrant)
    with pytest.raises(WrongState):
        assign_heirs({dong.pk: heir.pk}, warrant=warrant)


def test_an_answer_needs_the_right_at_both_places(dong, split, heir, warrant):
    succeed(MERGER, warrant=warrant)
    full = demonstration_warrant()
    for places in (only_at(heir), only_at(split)):
        with pytest.raises(NoWarrant):
            bound = Warrant(full.actor, "officer", full.acts, places)
            assign_heirs({dong.pk: heir.pk}, warrant=bound)
    assert unassigned().count() == 1


def test_many_answers_at_once(merger, enter, split, heir, other_heir, warrant):
    many = [enter(split, BORN) for _ in range(5)]
    succeed(MERGER, warrant=warrant)
    answers = {
        child.pk: (heir if number % 2 else other_heir).pk for number, child in enumerate(many)
    }
    assert assign_heirs(answers, warrant=warrant) == 5
    at_heirs = Residence.objects.filter(valid_to=None).values_list("child_id", "place_id")
    assert dict(at_heirs) == answers


def test_no_answers_change_nothing(warrant):
    assert assign_heirs({}, warrant=warrant) == 0
    assert not Entry.objects.exists()
