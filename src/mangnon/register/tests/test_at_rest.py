"""At rest there is only ciphertext: no name, number, address or telephone in any column."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mangnon.access.doors import demonstration_warrant
from mangnon.register import actions as acts
from mangnon.register import identity
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.register.tests.stored import everything
from mangnon.text.folding import fold

NAME, NUMBER = "Nguyễn Thị Mận", "030215000123"
ADDRESS, TELEPHONE = "Ngõ 7 thôn Đông", "0912345678"
DAY = date(2015, 3, 10)


def stored() -> str:
    """Return everything in the database as text, in each way a name may hide in it."""
    rows = repr(everything()).encode("utf-8")
    blobs = [
        one
        for table in everything().values()
        for row in table
        for one in row
        if isinstance(one, bytes)
    ]
    decoded = "".join(
        blob.decode(code, errors="ignore") for blob in blobs for code in ("utf-8", "utf-16-le")
    )
    return rows.decode() + decoded


def in_clear(*secrets: str) -> list[str]:
    """Return which secrets stand somewhere, as written, folded, escaped or as bytes."""
    text = stored()
    ways = {
        way: secret
        for secret in secrets
        for way in (secret, fold(secret), json.dumps(secret)[1:-1], secret.encode().hex())
    }
    return [secret for way, secret in ways.items() if way in text]


@pytest.fixture
def household(warrant):
    return acts.register_household(address=ADDRESS, telephone=TELEPHONE, warrant=warrant)


def test_the_search_finds_what_stands_in_clear(an_son):
    assert in_clear("Xã An Sơn") == ["Xã An Sơn"]


def test_a_childs_whole_life_leaves_no_trace_of_who_it_is(
    man, household, binh_minh, disability, allowance, warrant
):
    spell = acts.begin_circumstance(man, group=disability, valid_from=date(2018, 1, 1),
                                    warrant=warrant)  # fmt: skip
    acts.give_assistance(man, kind=allowance, delivered_on=date(2018, 5, 1), warrant=warrant)
    acts.move_child(man, place=binh_minh, moved_on=date(2019, 1, 1), warrant=warrant)
    acts.record_measurement(man, measured_on=date(2019, 2, 1), length_cm=99, warrant=warrant)
    acts.end_circumstance(spell, ended_on=date(2020, 1, 1), reason="improved", warrant=warrant)
    other = Particulars(name="Trần Thị Đào", sex="f", birth_date=DAY, document="030215000999")
    acts.correct_identity(man, other, warrant=warrant)
    acts.record_death(man, died_on=date(2020, 8, 9), warrant=warrant)
    words = (NAME, NUMBER, ADDRESS, TELEPHONE, "Trần Thị Đào", "030215000999")
    assert in_clear(*words) == []
    assert identity.open_name(Child.objects.get()) == "Trần Thị Đào"


def test_a_batch_leaves_none_either(warrant):
    batch = acts.ChildrenBatch(names=[NAME] * 3, sexes="f", birth_dates=DAY, documents=[NUMBER] * 3)
    acts.add_children_in_bulk(batch, warrant=warrant)
    homes = acts.HouseholdsBatch(2, addresses=[ADDRESS] * 2, telephones=[TELEPHONE, ""])
    acts.add_households(homes, warrant=warrant)
    assert in_clear(NAME, NUMBER, ADDRESS, TELEPHONE) == []


def test_equal_names_do_not_look_alike(warrant):
    batch = acts.ChildrenBatch(names=[NAME] * 5, sexes="f", birth_dates=DAY)
    acts.add_children_in_bulk(batch, warrant=warrant)
    sealed = {bytes(one) for one in Child.objects.values_list("name_sealed", flat=True)}
    assert len(sealed) == 5


@given(st.text(st.characters(categories=("L", "Nd")), min_size=1, max_size=40), st.booleans())
def test_any_name_comes_back_as_it_was_written(name, in_bulk):
    warrant = demonstration_warrant()
    who = Particulars(name=name, sex="f", birth_date=DAY)
    batch = acts.ChildrenBatch(names=[who.name], sexes="f", birth_dates=DAY)
    (pk,) = acts.add_children_in_bulk(batch, warrant=warrant)
    child = Child.objects.get(pk=pk)
    if in_bulk:
        assert identity.open_name(child) == who.name
        return
    acts.correct_identity(child, who, warrant=warrant)
    assert identity.open_name(Child.objects.get(pk=pk)) == who.name
