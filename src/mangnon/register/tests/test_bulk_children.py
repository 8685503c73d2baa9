"""Many children, their homes and households at once."""

from datetime import date

import numpy as np
import pytest

from mangnon.audit.models import Entry
from mangnon.bulk import WrongBatch
from mangnon.register import identity
from mangnon.register.actions import (
    ChildrenBatch,
    HouseholdsBatch,
    PovertyBatch,
    ResidenceEndsBatch,
    ResidencesBatch,
    add_children_in_bulk,
    add_households,
    add_poverty,
    add_residences,
    end_residences,
    register_child,
)
from mangnon.register.errors import WrongIdentity
from mangnon.register.models import Child, DataKey, Household, Residence
from mangnon.register.particulars import Particulars
from mangnon.register.tests.conftest import MERGER
from mangnon.register.tests.marks import forget, marked

BORN = [date(2015, 3, 10), date(2016, 5, 1), date(2017, 1, 2)]
NAMES = ["Nguyễn Thị Mận", "Trần Văn Tùng", "Lê Mai"]


def batch(**other):
    return ChildrenBatch(
        **({"names": NAMES, "sexes": ["f", "m", "f"], "birth_dates": BORN} | other)
    )


@pytest.fixture
def three(warrant):
    return list(add_children_in_bulk(batch(documents=["030215000123", "", ""]), warrant=warrant))


def test_children_are_those_that_the_single_act_would_enter(three, an_son, warrant):
    who = Particulars(name=NAMES[0], sex="f", birth_date=BORN[0], document="030215000123")
    single = Child.objects.get(pk=register_child(who, place=an_son, warrant=warrant).pk)
    bulk = Child.objects.get(pk=three[0])
    for field in ("sex", "birth_date", "birth_precision", "ethnic_group", "vietnamese_citizen"):
        assert getattr(bulk, field) == getattr(single, field)
    assert identity.open_name(bulk) == identity.open_name(single)
    assert identity.open_document(bulk) == identity.open_document(single)


def test_ids_follow_the_batch(three):
    names = [identity.open_name(Child.objects.get(pk=pk)) for pk in three]
    assert names == NAMES


def test_arrays_do_as_well_as_lists(warrant):
    born = np.array(BORN, dtype="datetime64[D]")
    ids = add_children_in_bulk(
        batch(sexes=np.array(["f", "m", "f"]), birth_dates=born), warrant=warrant
    )
    kept = Child.objects.filter(pk__in=list(ids)).order_by("pk")
    assert [(one.sex, one.birth_date) for one in kept] == list(zip("fmf", BORN, strict=True))


def test_one_entry_with_a_count_and_a_digest(three):
    entry = Entry.objects.get(act="register.add_children")
    assert entry.data["rows"] == 3
    assert len(entry.data["sha256"]) == 64


def test_the_digest_cannot_be_guessed_from_names(warrant):
    for _ in range(2):
        add_children_in_bulk(batch(), warrant=warrant)
    first, second = Entry.objects.filter(act="register.add_children")
    assert first.data["sha256"] != second.data["sha256"]


def test_a_batch_never_shows_a_name():
    assert "Mận" not in repr(batch())


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"names": NAMES[:2]}, WrongBatch),
        ({"names": ["An", " ", "Mai"]}, WrongIdentity),
        ({"sexes": ["f", "m", "x"]}, WrongBatch),
        ({"birth_precisions": "hour"}, WrongBatch),
        ({"birth_dates": [*BORN[:2], date(2024, 6, 16)]}, WrongBatch),
    ],
)
def test_a_wrong_batch_writes_nothing(warrant, other, error):
    with pytest.raises(error):
        add_children_in_bulk(batch(**other), warrant=warrant)
    assert not Child.objects.exists()
    assert not DataKey.objects.exists()
    assert not Entry.objects.exists()


def test_an_empty_batch_is_nothing(warrant):
    none = ChildrenBatch(names=[], sexes=[], birth_dates=[])
    assert len(add_children_in_bulk(none, warrant=warrant)) == 0
    assert not Entry.objects.exists()


def test_households_with_and_without_an_address(warrant):
    bare = add_households(HouseholdsBatch(2), warrant=warrant)
    assert Household.objects.filter(pk__in=list(bare), data_key=None).count() == 2
    known = add_households(HouseholdsBatch(2, addresses=["Thôn Đông", ""]), warrant=warrant)
    first, second = Household.objects.filter(pk__in=list(known)).order_by("pk")
    assert identity.open_address(first) == "Thôn Đông"
    assert identity.open_address(second) is None


def test_children_belong_to_households(warrant):
    homes = add_households(HouseholdsBatch(2), warrant=warrant)
    where = [homes[0], homes[0], None]
    ids = add_children_in_bulk(batch(households=where), warrant=warrant)
    read = Child.objects.filter(pk__in=list(ids)).order_by("pk")
    assert list(read.values_list("household_id", flat=True)) == where


def test_poverty_is_recounted_where_children_live(warrant, an_son):
    (home,) = add_households(HouseholdsBatch(1), warrant=warrant)
    ids = add_children_in_bulk(batch(households=home), warrant=warrant)
    homes = ResidencesBatch(children=ids, places=an_son.pk, valid_from=BORN)
    add_residences(homes, warrant=warrant)
    forget()
    lines = PovertyBatch(households=[home, home], years=[2022, 2023], statuses="poor")
    assert len(add_poverty(lines, warrant=warrant)) == 2
    assert marked("children") == {"101": date(2022, 1, 1)}
    with pytest.raises(WrongBatch):
        add_poverty(PovertyBatch([home], [2021], ["rich"]), warrant=warrant)


def test_homes_and_where_they_are_recounted(three, an_son, binh_minh, warrant):
    places = [an_son.pk, an_son.pk, binh_minh.pk]
    add_residences(ResidencesBatch(children=three, places=places, valid_from=BORN), warrant=warrant)
    assert Residence.objects.filter(valid_to=None, kind="permanent").count() == 3
    assert marked("children") == {"101": BORN[0], "102": BORN[0]}


def homes_of(three, **other):
    return ResidencesBatch(**({"children": three, "valid_from": BORN} | other))


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"valid_from": [date(2015, 3, 9), *BORN[1:]]}, "before birth"),
        ({"kinds": "camping"}, "kind of residence"),
        ({"valid_from": [date(2024, 6, 16), *BORN[1:]]}, "future"),
        ({"children": [1, 2]}, "differ in length"),
    ],
)
def test_impossible_homes_are_refused_whole(three, an_son, warrant, other, what):
    with pytest.raises(WrongBatch) as refused:
        add_residences(homes_of(three, places=an_son.pk, **other), warrant=warrant)
    assert what in refused.value.sentence.en
    assert not Residence.objects.exists()


def test_a_home_in_a_commune_merged_away_is_refused(three, merged, warrant):
    late = homes_of(three, places=merged.pk, valid_from=MERGER)
    with pytest.raises(WrongBatch) as refused:
        add_residences(late, warrant=warrant)
    assert "row 1" in refused.value.sentence.en
    early = homes_of(three, places=merged.pk, valid_to=MERGER)
    assert len(add_residences(early, warrant=warrant)) == 3


def test_two_homes_on_one_day_are_refused(three, an_son, binh_minh, warrant):
    child, until = three[0], date(2020, 1, 1)
    twice = ResidencesBatch(
        children=[child, child],
        places=[an_son.pk, binh_minh.pk],
        valid_from=[BORN[0], date(2019, 12, 31)],
        valid_to=[until, None],
    )
    with pytest.raises(WrongBatch) as refused:
        add_residences(twice, warrant=warrant)
    assert "two places" in refused.value.sentence.en


def test_one_home_after_another_is_fine(three, an_son, binh_minh, warrant):
    child, until = three[0], date(2020, 1, 1)
    add_residences(
        ResidencesBatch([child], [an_son.pk], [BORN[0]], valid_to=[until]), warrant=warrant
    )
    after = ResidencesBatch([child], [binh_minh.pk], [until])
    assert len(add_residences(after, warrant=warrant)) == 1
    with pytest.raises(WrongBatch):
        add_residences(
            ResidencesBatch([child], [an_son.pk], [BORN[0]], valid_to=[date(2016, 1, 1)]),
            warrant=warrant,
        )


def test_homes_end_each_on_its_day(three, an_son, warrant):
    add_residences(homes_of(three, places=an_son.pk), warrant=warrant)
    forget()
    ends = ResidenceEndsBatch(three[:2], [date(2020, 1, 1), date(2021, 1, 1)])
    assert end_residences(ends, warrant=warrant) == 2
    read = Residence.objects.order_by("child_id").values_list("valid_to", "end_reason")
    assert list(read) == [
        (date(2020, 1, 1), "moved"), (date(2021, 1, 1), "moved"), (None, ""),
    ]  # fmt: skip
    assert marked("children") == {"101": date(2020, 1, 1)}


def test_a_home_that_is_not_open_does_not_end(three, an_son, warrant):
    add_residences(homes_of(three, places=an_son.pk), warrant=warrant)
    ends = ResidenceEndsBatch(three, date(2020, 1, 1))
    end_residences(ends, warrant=warrant)
    with pytest.raises(WrongBatch):
        end_residences(ends, warrant=warrant)
