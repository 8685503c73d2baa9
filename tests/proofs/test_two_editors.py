"""Two officers edit one child: nothing is overwritten silently, the second one chooses.

Through the pages, as browsers send them. What the second one typed is kept on the page until she
has chosen, and what she gave up stands in the trail, sealed under the child's key.
"""

from datetime import date
from functools import partial

import pytest
from django.urls import reverse

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import register_child
from mangnon.register.identity import open_document, open_name, sealer_of
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from tests.support.desk import send, signed_in
from tests.support.officers import living, officer

THEIRS, MINE = "Nguyễn Thị Mơ Mẫu", "Nguyễn Thị Mai Mẫu"


@pytest.fixture(autouse=True)
def child(db):
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        who = Particulars(name="Nguyễn Thị Mận Mẫu", sex="f", birth_date=date(2013, 3, 10))
        yield register_child(who, place=living("n1"), warrant=system_warrant("test"))


@pytest.fixture
def desks(child):
    """Two officers of the same commune, each with the same form open."""
    address = reverse("register:correct", args=[child.uuid])
    pair = [signed_in(officer(name)) for name in ("an", "en")]
    opened = [(desk, desk.get(address)) for desk in pair]
    return [partial(answer, desk, address, first) for desk, first in opened]


def answer(desk, address, first, page=None, **answers):
    return send(desk, address, page or first, **answers)


def now(child) -> Child:
    return Child.objects.select_related("data_key").get(pk=child.pk)


def test_the_same_field_asks_the_second_one_to_choose(child, desks):
    first, second = desks
    assert first(name=THEIRS).status_code == 302
    asked = second(name=MINE)
    text = asked.content.decode()
    assert asked.status_code == 422
    assert THEIRS in text
    assert MINE in text
    assert open_name(now(child)) == THEIRS


@pytest.mark.parametrize(("side", "name"), [("theirs", THEIRS), ("mine", MINE)])
def test_what_is_chosen_is_written_and_the_rest_of_the_form_is_kept(child, desks, side, name):
    first, second = desks
    first(name=THEIRS)
    asked = second(name=MINE, document="030213000999")
    assert second(asked, choice_name=side).status_code == 302
    assert open_name(now(child)) == name
    assert open_document(now(child)) == "030213000999"


def test_what_was_given_up_stands_in_the_trail_sealed(child, desks):
    first, second = desks
    first(name=THEIRS)
    second(second(name=MINE), choice_name="theirs", document="030213000999")
    entry = Entry.objects.filter(act="register.correct_identity").latest("pk")
    kept = bytes.fromhex(entry.data["let_go"]["name"])
    bound_to = f"child:{child.uuid}:let_go"
    assert sealer_of(now(child)).unseal(kept, bound_to=bound_to) == MINE
    assert MINE not in str(entry.data)


def test_different_fields_are_both_kept(child, desks):
    first, second = desks
    assert first(name=THEIRS).status_code == 302
    assert second(document="030213000999").status_code == 302
    assert (open_name(now(child)), open_document(now(child))) == (THEIRS, "030213000999")


def test_the_same_correction_twice_asks_nothing(child, desks):
    first, second = desks
    assert first(birth="11/3/2013").status_code == 302
    assert second(birth="11-03-2013").status_code == 302
    assert now(child).birth_date == date(2013, 3, 11)


def test_a_third_value_while_choosing_asks_again(child, desks):
    first, second = desks
    first(name=THEIRS)
    asked = second(name=MINE)
    reopened = first.args[0].get(reverse("register:correct", args=[child.uuid]))
    first(reopened, name="Nguyễn Thị Mít Mẫu")
    again = second(asked, choice_name="mine")
    assert again.status_code == 422
    assert "Mít" in again.content.decode()


def test_forging_what_was_seen_overwrites_nothing(child, desks):
    first, second = desks
    first(name=THEIRS)
    assert second(name=MINE, seen="forged").status_code == 422
    assert open_name(now(child)) == THEIRS
