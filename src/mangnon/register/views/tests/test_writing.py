"""The pages that act: who reaches them, what they refuse, what they leave."""

import pytest
from django.urls import reverse

from mangnon.access.models import User
from mangnon.audit.models import Entry
from mangnon.places.models import Kind
from mangnon.register.access import token_of
from mangnon.register.identity import open_name
from mangnon.register.models import AssistanceKind, Child, CircumstanceGroup
from tests.support.desk import fill, send, signed_in
from tests.support.officers import living, officer


def to(name, child, *more):
    return reverse(f"register:{name}", args=[child.uuid, *(token_of(one, child) for one in more)])


def said(page):
    return page.content.decode()


def acts():
    return list(Entry.objects.order_by("pk").values_list("act", flat=True))


def test_a_weighing_is_recorded_with_its_entry(an, man):
    answer = fill(an, to("weigh", man), weight_kg="11,4", length_cm="86", measured_on="1/6/2015")
    assert answer.status_code == 302
    one = man.measurements.get()
    assert (one.weight_kg, one.length_cm, one.haz is not None) == (11.4, 86.0, True)
    assert acts()[-2:] == ["register.name", "register.record_measurement"]
    assert Entry.objects.latest("pk").right == "register.measure/child_officer"


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"weight_kg": "85"}, "Cân nặng"),
        ({"weight_kg": "7,4,1"}, "7,4,1"),
        ({"weight_kg": "", "length_cm": ""}, "Hãy ghi cân nặng"),
        ({"weight_kg": "11", "measured_on": "31/2/2015"}, "tháng 2 năm 2015 có các ngày"),
        ({"weight_kg": "11", "measured_on": "2/6/2015"}, "ở tương lai"),
        ({"weight_kg": "11", "measured_on": "1/1/2010"}, "trước ngày sinh"),
        ({"weight_kg": "900"}, "Phải từ"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_the_rest_is_kept(an, man, answers, sentence):
    typed = {"length_cm": "86", "measured_on": "1/6/2015", **answers}
    page = fill(an, to("weigh", man), **typed)
    assert page.status_code == 422
    assert sentence in said(page)
    assert 'id="problems"' in said(page)
    assert typed["weight_kg"] in said(page)
    assert not man.measurements.exists()


def test_a_height_that_shrinks_is_asked_once_more(an, man):
    fill(an, to("weigh", man), length_cm="86", measured_on="1/3/2015")
    page = fill(an, to("weigh", man), length_cm="76", measured_on="1/6/2015")
    assert page.status_code == 422
    assert 'type="checkbox" name="confirmed"' in said(page)
    answer = send(an, to("weigh", man), page, confirmed="on")
    assert answer.status_code == 302
    assert man.measurements.count() == 2


@pytest.mark.parametrize(
    "name", ["weigh", "correct", "move", "death", "begin_circumstance", "assist", "reintegrate"]
)
def test_the_next_commune_reaches_no_page_of_the_child(binh, man, name):
    for answer in (binh.get(to(name, man)), binh.post(to(name, man), {})):
        assert answer.status_code == 404
        assert "Mận" not in said(answer)


def test_the_station_weighs_and_reaches_nothing_else(man):
    chi = signed_in(officer("chi"))
    assert chi.get(to("weigh", man)).status_code == 200
    for name in ("correct", "move", "death", "begin_circumstance"):
        assert chi.get(to(name, man)).status_code == 404


def test_a_child_moves_within_reach_and_away(an, man):
    page = an.get(to("move", man))
    assert living("n1").name_vi in said(page)
    assert living("n2").name_vi not in said(page)
    answer = send(an, to("move", man), page, place="away", moved_on="1/5/2015")
    assert answer.status_code == 302
    assert Child.objects.get(pk=man.pk).home_id is None


@pytest.mark.parametrize(
    ("name", "english", "vietnamese"),
    [
        ("move", "Permanent", "Thường trú"),
        ("weigh", "Lying", "Nằm"),
        ("correct", "Female", "Nữ"),
    ],
)
def test_what_a_form_lets_one_choose_is_read_in_english_too(man, name, english, vietnamese):
    user = officer("an")
    User.objects.filter(pk=user.pk).update(language="en")
    page = said(signed_in(user).get(to(name, man)))
    assert english in page
    assert vietnamese not in page


def test_a_forged_place_is_refused(an, man):
    page = fill(an, to("move", man), place=str(living("n2").pk), moved_on="1/5/2015")
    assert page.status_code == 422
    assert Child.objects.get(pk=man.pk).home_id == living("n1").pk


def test_a_death_is_checked_before_it_is_written(an, man):
    page = fill(an, to("death", man), died_on="1/5/2015", step="check")
    assert "Kiểm tra lại trước khi ghi" in said(page)
    assert "<b>Nguyễn Thị Mận Mẫu</b>" in said(page)
    assert not hasattr(Child.objects.get(pk=man.pk), "death")
    assert send(an, to("death", man), page, step="send").status_code == 302
    assert Child.objects.get(pk=man.pk).death.died_on.isoformat() == "2015-05-01"


def test_circumstances_begin_and_end_and_assistance_is_given(an, man):
    group = CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="Khuyết tật", name_en="Disability", lasting=True,
        valid_from="2005-01-01",
    )  # fmt: skip
    kind = AssistanceKind.objects.create(code="k", name_vi="Bảo trợ", name_en="A", qualifies=True)
    fill(an, to("begin_circumstance", man), group=str(group.pk), valid_from="1/4/2015")
    spell = man.circumstances.get()
    fill(an, to("assist", man), kind=str(kind.pk), delivered_on="2/4/2015")
    page = fill(an, to("end_circumstance", man, spell), ended_on="1/5/2015", reason="improved")
    spell.refresh_from_db()
    assert page.status_code == 302
    assert spell.end_reason == "improved"
    assert man.assistance.get().kind == kind


def test_a_spell_of_another_child_is_not_here(an, man, enter):
    other = enter("Trần Văn Mẫu")
    group = CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="K", name_en="K", lasting=True, valid_from="2005-01-01"
    )
    spell = other.circumstances.create(
        group=group, valid_from="2015-01-01", identified_on="2015-01-01"
    )
    assert an.get(to("end_circumstance", man, spell)).status_code == 404


NEW = {
    "name": "Lê Thị Na Mẫu", "sex": "f", "birth": "3/2014", "ethnic_group": "kinh",
    "citizen": "yes", "kind": "permanent", "address": "Thôn Mẫu", "step": "send",
}  # fmt: skip


def test_a_child_is_entered_with_its_household(an):
    answer = fill(an, reverse("register:enter"), place=str(living("n1").pk), **NEW)
    assert answer.status_code == 302
    child = Child.objects.get()
    assert (open_name(child), child.birth_precision) == ("Lê Thị Na Mẫu", "month")
    assert child.household is not None
    assert child.home.kind == Kind.COMMUNE


def test_the_same_name_and_birth_in_the_commune_is_asked_once_more(an, man):
    typed = {**NEW, "name": "Nguyễn Thị Mận Mẫu", "birth": "10/3/2013"}
    page = fill(an, reverse("register:enter"), place=str(living("n1").pk), **typed)
    assert page.status_code == 422
    assert "cùng họ tên và ngày sinh" in said(page)
    assert Child.objects.count() == 1
    answer = send(an, reverse("register:enter"), page, **typed, place=str(living("n1").pk),
                  another="on")  # fmt: skip
    assert answer.status_code == 302
    assert Child.objects.count() == 2


def test_a_second_sending_of_a_weighing_writes_nothing(an, man):
    page = an.get(to("weigh", man))
    for _ in range(2):
        send(an, to("weigh", man), page, weight_kg="11,4", measured_on="1/6/2015")
    assert man.measurements.count() == 1
