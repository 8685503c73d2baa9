"""Striking and correcting weighings, guardians and homes, on their pages."""

import re
from datetime import date

import pytest
from django.urls import reverse

from mangnon.access.actions import give_role
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.register import identity
from mangnon.register.access import token_of
from mangnon.register.actions import (
    HouseholdsBatch,
    add_households,
    join_household,
    record_measurement,
    register_household,
)
from mangnon.register.models import Child, Guardian, Household, Measurement
from tests.support.desk import fill, send, signed_in
from tests.support.officers import living, officer

ADDRESS = re.compile(r'(?:href|action)="([^"?#]+)"')


def to(name, child, *more):
    return reverse(f"register:{name}", args=[child.uuid, *(token_of(one, child) for one in more)])


def said(page):
    return page.content.decode()


@pytest.fixture
def weighing(man):
    return record_measurement(
        man, measured_on=date(2015, 3, 10), weight_kg=11.5, length_cm=86, position="h",
        warrant=system_warrant("test"),
    )  # fmt: skip


def test_a_station_strikes_a_wrong_weighing_saying_why(man, weighing):
    chi = signed_in(officer("chi"))
    page = fill(chi, to("strike", man, weighing), reason="sai")
    assert (page.status_code, "ít nhất 10 ký tự" in said(page)) == (422, True)
    answer = fill(chi, to("strike", man, weighing), reason="Cân nhầm trẻ khác")
    assert answer.status_code == 302
    assert not Measurement.objects.exists()
    assert Entry.objects.latest("pk").right == "register.measure/station_head"


def test_a_weighing_is_corrected_and_what_is_unlikely_asked_once_more(an, man, weighing):
    address = to("correct_weighing", man, weighing)
    assert 'value="11,5"' in said(an.get(address))
    page = fill(an, address, weight_kg="85")
    assert page.status_code == 422
    assert 'type="checkbox" name="confirmed"' in said(page)
    assert fill(an, address, weight_kg="11,2").status_code == 302
    assert Measurement.objects.get().weight_kg == 11.2


def test_a_weighing_of_another_child_is_not_here(an, man, weighing, enter):
    other = enter("Trần Văn Mẫu")
    for name in ("strike", "correct_weighing"):
        assert an.get(to(name, other, weighing)).status_code == 404


@pytest.mark.parametrize("name", ["guardian", "household", "join_household"])
def test_the_next_commune_and_the_station_reach_none_of_it(binh, man, name):
    for client in (binh, signed_in(officer("chi"))):
        assert client.get(to(name, man)).status_code == 404
        assert client.post(to(name, man), {}).status_code == 404


def test_a_guardian_is_entered_corrected_and_taken_off(an, man):
    told = {"relation": "mother", "name": "Trần Thị Hoa Mẫu", "telephone": "0912 345 678"}
    assert fill(an, to("guardian", man), **told).status_code == 302
    one = Guardian.objects.get()
    page = an.get(to("guardian", man, one))
    assert "Trần Thị Hoa Mẫu" in said(page)
    assert Entry.objects.filter(act="register.reveal_guardian").count() == 1
    send(an, to("guardian", man, one), page, telephone="0912 000 111")
    one.refresh_from_db()
    assert identity.open_guardian_telephone(Guardian.objects.get()) == "0912000111"
    assert fill(an, to("remove_guardian", man, one)).status_code == 302
    assert not Guardian.objects.exists()
    assert an.get(to("guardian", man, one)).status_code == 404


def test_two_officers_at_one_guardian_overwrite_nothing(an, man):
    told = {"relation": "mother", "name": "Trần Thị Hoa Mẫu", "telephone": "0912345678"}
    fill(an, to("guardian", man), **told)
    address = to("guardian", man, Guardian.objects.get())
    first, second = an.get(address), an.get(address)
    send(an, address, first, telephone="0911111111")
    conflict = send(an, address, second, telephone="0922222222")
    assert conflict.status_code == 422
    assert "0911111111" in said(conflict)
    assert "0922222222" in said(conflict)
    assert "<b>Nguyễn Thị Mận Mẫu</b>" in said(conflict)
    answer = send(an, address, conflict, choice_telephone="mine")
    assert answer.status_code == 302
    assert identity.open_guardian_telephone(Guardian.objects.get()) == "0922222222"


def test_a_guardian_that_cannot_be_is_refused_with_a_sentence(an, man):
    told = {"relation": "mother", "name": "Trần Thị Hoa Mẫu", "telephone": "12"}
    page = fill(an, to("guardian", man), **told)
    assert page.status_code == 422
    assert "từ 8 đến 15 chữ số" in said(page)
    assert "Trần Thị Hoa Mẫu" in said(page)


def test_the_home_is_entered_and_then_corrected(an, man):
    assert fill(an, to("household", man), address="Thôn Đông").status_code == 302
    page = an.get(to("household", man))
    assert "Thôn Đông" in said(page)
    assert Entry.objects.filter(act="register.reveal_address").exists()
    assert send(an, to("household", man), page, address="Thôn Đoài").status_code == 302
    assert identity.open_address(Household.objects.get()) == "Thôn Đoài"


def test_a_child_joins_the_household_of_its_sister(an, man, enter):
    sister = enter("Nguyễn Thị Mơ Mẫu")
    join_household(
        sister, register_household(address="Thôn Đông", warrant=system_warrant("test")),
        warrant=system_warrant("test"),
    )  # fmt: skip
    page = fill(an, to("join_household", man), q="thi mo")
    assert "Nguyễn Thị Mơ Mẫu" in said(page)
    answer = send(an, to("join_household", man), page, child=str(sister.uuid))
    assert answer.status_code == 302
    sister.refresh_from_db()
    assert Child.objects.get(pk=man.pk).household == sister.household


@pytest.mark.parametrize(("box", "gone"), [({"together": "on"}, 2), ({}, 1)])
def test_a_family_leaves_the_area_together_where_the_officer_says_so(an, man, enter, box, gone):
    warrant = system_warrant("test")
    home = register_household(address="Thôn Đông", warrant=warrant)
    for child in (man, enter("Nguyễn Thị Mơ Mẫu")):
        join_household(child, home, warrant=warrant)
    answer = fill(an, to("move", man), place="away", moved_on="1/5/2015", **box)
    assert answer.status_code == 302
    assert home.children.filter(home=None).count() == gone
    assert Entry.objects.filter(act="register.move_away").count() == gone


@pytest.mark.parametrize(("box", "gone"), [({"together": "on"}, 2), ({}, 1)])
def test_a_family_moves_to_another_commune_together_where_the_officer_says_so(
    an, man, enter, box, gone
):
    warrant = system_warrant("test")
    give_role(officer("an"), "child_officer", living("n2"), warrant=warrant)
    home = register_household(address="Thôn Đông", warrant=warrant)
    for child in (man, enter("Nguyễn Thị Mơ Mẫu")):
        join_household(child, home, warrant=warrant)
    there = {"place": str(living("n2").pk), "moved_on": "1/5/2015", **box}
    assert fill(an, to("move", man), **there).status_code == 302
    assert Child.objects.filter(home=living("n2")).count() == gone


def test_who_lives_alone_is_not_asked_whether_the_family_comes_along(an, man, enter):
    question = 'name="together"'
    assert question not in said(an.get(to("move", man)))
    warrant = system_warrant("test")
    home = register_household(address="Thôn Đông", warrant=warrant)
    for child in (man, enter("Nguyễn Thị Mơ Mẫu")):
        join_household(child, home, warrant=warrant)
    assert question in said(an.get(to("move", man)))


def test_a_household_of_elsewhere_is_neither_found_nor_joined(an, man, enter):
    far = enter("Nguyễn Thị Xa Mẫu", "n2")
    page = fill(an, to("join_household", man), q="thi xa")
    assert "Nguyễn Thị Xa" not in said(page)
    for child in (far, man):
        assert send(an, to("join_household", man), page, child=str(child.uuid)).status_code == 422
    assert Child.objects.get(pk=man.pk).household is None


def test_an_open_file_leads_to_everything_on_record_and_numbers_nothing(an, man, weighing):
    told = {"relation": "mother", "name": "Trần Thị Hoa Mẫu", "telephone": "0912345678"}
    fill(an, to("guardian", man), **told)
    page = an.post(to("file", man), {"purpose": "care", "words": ""}, follow=True)
    links = [one for one in ADDRESS.findall(said(page)) if str(man.uuid) in one]
    mother = Guardian.objects.get()
    assert {to("guardian", man), to("guardian", man, mother)} <= set(links)
    assert to("correct_weighing", man, weighing) in links
    for address in {*links, to("remove_guardian", man, mother)} - {to("reveal", man)}:
        assert an.get(address).status_code == 200, address
        assert not re.search(r"/\d+/", address)
    assert to("remove_guardian", man, mother) in said(an.get(to("guardian", man, mother)))


def test_a_household_entered_without_an_address_is_given_one_and_its_first_key(an, man):
    made = add_households(HouseholdsBatch(1), warrant=system_warrant("test"))
    Child.objects.filter(pk=man.pk).update(household=made[0])
    assert Household.objects.get().data_key is None
    assert fill(an, to("household", man), address="Thôn Đông").status_code == 302
    assert identity.open_address(Household.objects.get()) == "Thôn Đông"


def test_a_household_whose_key_was_destroyed_is_given_none(an, man):
    fill(an, to("household", man), address="Thôn Đông")
    Household.objects.get().data_key.delete()
    page = fill(an, to("household", man), address="Thôn Đoài")
    assert page.status_code == 422
    assert "đã được xóa" in said(page)
    assert Household.objects.get().data_key is None


@pytest.fixture
def shared(man, enter):
    """A household of Mận's and of a sister whose file is the next commune's."""
    warrant = system_warrant("test")
    home = register_household(address="Thôn Đông", warrant=warrant)
    far = enter("Nguyễn Thị Xa Mẫu", "n2")
    for child in (man, far):
        join_household(child, home, warrant=warrant)
    return home


def test_a_household_with_a_child_of_elsewhere_is_not_changed_from_here(an, man, shared):
    page = fill(an, to("household", man), address="Thôn Đoài")
    assert page.status_code == 422
    assert "hồ sơ do nơi khác giữ" in said(page)
    assert "Xa Mẫu" not in said(page)
    shared.refresh_from_db()
    assert identity.open_address(shared) == "Thôn Đông"


def test_nobody_joins_a_household_with_a_child_of_elsewhere(an, man, shared, enter):
    na = enter("Nguyễn Thị Na Mẫu")
    page = fill(an, to("join_household", na), q="thi man")
    answer = send(an, to("join_household", na), page, child=str(man.uuid))
    assert (answer.status_code, "hồ sơ do nơi khác giữ" in said(answer)) == (422, True)
    assert Child.objects.get(pk=na.pk).household is None


def test_a_child_of_a_shared_household_is_said_to_live_apart(an, man, shared):
    address = to("household", man)
    assert fill(an, address, address="Thôn Đoài", apart="on").status_code == 302
    own = Child.objects.get(pk=man.pk).household
    assert identity.open_address(own) == "Thôn Đoài"
    shared.refresh_from_db()
    assert identity.open_address(shared) == "Thôn Đông"
    assert 'name="apart"' not in said(an.get(address))
