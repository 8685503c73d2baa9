"""A child's file: opened for a purpose, each reading in the trail, what is masked stays masked."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from mangnon import clock
from mangnon.access import actions as access
from mangnon.access.account_models import Session
from mangnon.access.models import User
from mangnon.audit.models import Entry
from mangnon.places.models import Kind
from mangnon.register import actions
from mangnon.register.identity import sealer_of
from mangnon.register.models import Child
from mangnon.register.particulars import Particulars
from mangnon.register.tests.pages import client_of, person, signed_in

NUMBER, ADDRESS, TELEPHONE = "030215000123", "Số 8 ngõ Mẫu", "0912000111"


@pytest.fixture
def home(warrant):
    return actions.register_household(address=ADDRESS, telephone=TELEPHONE, warrant=warrant)


@pytest.fixture
def child(home, an_son, warrant):
    who = Particulars("Nguyễn Thị Mận", "f", date(2022, 3, 10), document=NUMBER)
    return actions.register_child(who, place=an_son, household=home, warrant=warrant)


@pytest.fixture
def an(an_son):
    """The child officer of An Sơn."""
    return signed_in("an", "child_officer", an_son)


def file_of(child):
    return reverse("register:file", args=[child.uuid])


def open_file(client, child, words="", purpose="care"):
    return client.post(file_of(child), {"purpose": purpose, "words": words}, follow=True)


def reveal(client, child, what, **headers):
    address = reverse("register:reveal", args=[child.uuid])
    return client.post(address, {"what": what}, headers=headers)


def entries(act):
    return list(Entry.objects.filter(act=act))


def test_a_file_asks_why_before_it_shows_a_name(an, child):
    text = an.get(file_of(child)).content.decode()
    assert "để làm gì" in text
    assert "Mận" not in text
    assert entries("register.read") == []


def test_once_told_the_file_is_open_and_each_reading_leaves_an_entry(an, child):
    text = open_file(an, child).content.decode()
    assert "Nguyễn Thị Mận" in text
    assert "10/03/2022" in text
    assert "Kinh" in text
    an.get(file_of(child))
    first, second = entries("register.read")
    assert first.subject == second.subject == f"register.child:{child.uuid}"
    assert first.data == {"purpose": "care"}
    assert first.right == "register.read/child_officer"


def test_after_half_an_hour_it_is_asked_again(an, child):
    open_file(an, child)
    with clock.pinned(clock.today() + timedelta(days=1)):
        assert "để làm gì" in an.get(file_of(child)).content.decode()


def test_a_purpose_must_be_one_of_the_list(an, child):
    answer = open_file(an, child, purpose="tò mò")
    assert answer.status_code == 422
    assert "Nguyễn Thị Mận" not in answer.content.decode()


def test_typed_words_are_sealed_with_the_childs_key_in_trail_and_session(an, child):
    open_file(an, child, words="bà nội gọi điện")
    (entry,) = entries("register.read")
    child.refresh_from_db()
    sealed = bytes(entry.reason_sealed)
    told = sealer_of(child).unseal(sealed, bound_to=f"child:{child.uuid}:reason")
    assert told == "bà nội gọi điện"
    kept = str(list(Session.objects.values()))
    assert "bà nội" not in kept + entry.reason


def test_what_is_masked_is_not_in_the_page(an, child):
    text = open_file(an, child).content.decode()
    assert text.count("••••••") == 3
    assert not [value for value in (NUMBER, ADDRESS, TELEPHONE) if value in text]


@pytest.mark.parametrize(
    ("what", "value"), [("document", NUMBER), ("address", ADDRESS), ("telephone", TELEPHONE)]
)
def test_each_is_revealed_by_itself_for_one_answer_with_an_entry(an, child, what, value):
    open_file(an, child)
    answer = reveal(an, child, what)
    assert value in answer.content.decode()
    assert answer.content.decode().count("••••••") == 2
    assert "no-store" in answer["Cache-Control"]
    assert value not in an.get(file_of(child)).content.decode()
    (entry,) = entries(f"register.reveal_{what}")
    assert entry.subject == f"register.child:{child.uuid}"


def test_htmx_gets_the_value_alone(an, child):
    open_file(an, child)
    text = reveal(an, child, "document", **{"HX-Request": "true"}).content.decode()
    assert NUMBER in text
    assert "<h1" not in text
    assert len(entries("register.read")) == 1


def test_nothing_is_revealed_of_a_file_that_is_not_open(an, child):
    answer = reveal(an, child, "document")
    assert answer["Location"] == file_of(child)
    assert entries("register.reveal_document") == []


@pytest.mark.parametrize("what", ["", "name", "guardian:1", "guardian:x", "guardian:-1"])
def test_what_there_is_not_cannot_be_revealed(an, child, what):
    open_file(an, child)
    assert reveal(an, child, what).status_code == 404


def test_a_guardian_is_named_and_her_telephone_masked(an, child, warrant):
    actions.set_guardian(
        child, None, relation="mother", name="Trần Thị Hoa", telephone="0912345678",
        warrant=warrant,
    )  # fmt: skip
    text = open_file(an, child).content.decode()
    assert "Trần Thị Hoa" in text
    assert "0912345678" not in text
    assert "0912345678" in reveal(an, child, "guardian:1").content.decode()


def test_next_door_and_nobody_get_the_same_answer(child, binh_minh):
    binh = signed_in("binh", "child_officer", binh_minh)
    missing = reverse("register:file", args=["00000000-0000-4000-8000-000000000000"])
    for method in (binh.get, binh.post):
        assert [method(one).status_code for one in (file_of(child), missing)] == [404, 404]
    assert reveal(binh, child, "document").status_code == 404


def test_who_may_only_list_does_not_reach_the_file(child, an_son):
    helper = signed_in("chi", "collaborator", an_son)
    assert helper.get(file_of(child)).status_code == 404
    text = helper.get(reverse("register:list")).content.decode()
    assert file_of(child) not in text


def test_siblings_are_named_only_within_reach(an, child, home, an_son, binh_minh, warrant, enter):
    near = enter(an_son, date(2019, 1, 1), name="Nguyễn Văn Gần")
    far = enter(binh_minh, date(2018, 1, 1), name="Nguyễn Văn Xa")
    Child.objects.filter(pk__in=[near.pk, far.pk]).update(household=home)
    text = open_file(an, child).content.decode()
    assert "Nguyễn Văn Gần" in text
    assert "Nguyễn Văn Xa" not in text
    assert "1 anh, chị, em ở nơi khác" in text
    (entry,) = entries("register.siblings")
    assert entry.subject == f"register.child:{near.uuid}"


@pytest.mark.parametrize(
    ("further", "said"),
    [(1, "1 brother or sister elsewhere"), (2, "2 brothers or sisters elsewhere")],
)
def test_in_english_one_sibling_is_no_plural(an, child, home, binh_minh, enter, further, said):
    days = [date(2018, 1, 1 + one) for one in range(further)]
    far = [enter(binh_minh, day, name="Nguyễn Văn Xa") for day in days]
    Child.objects.filter(pk__in=[one.pk for one in far]).update(household=home)
    User.objects.filter(username="an").update(language="en")
    assert said in open_file(an, child).content.decode()


def test_weighings_stand_in_a_table_and_on_the_charts(an, child, warrant):
    for day, kg, cm in ((date(2023, 3, 10), 8.0, 72.0), (date(2024, 3, 10), 9.4, 77.0)):
        actions.record_measurement(
            child, measured_on=day, weight_kg=kg, length_cm=cm, warrant=warrant
        )
    text = open_file(an, child).content.decode()
    assert text.count('class="chart growth wide"') == 3
    assert "10/03/2024: 9,4 kg" in text
    assert "thấp còi" in text


def test_circumstances_assistance_and_the_timeline(an, child, disability, allowance, warrant):
    actions.begin_circumstance(
        child, group=disability, valid_from=date(2023, 5, 1), warrant=warrant
    )
    actions.give_assistance(child, kind=allowance, delivered_on=date(2023, 6, 1), warrant=warrant)
    text = open_file(an, child).content.decode()
    assert "Trẻ em khuyết tật" in text
    assert "đang trong nhóm này" in text
    events = text[text.index('class="timeline"') :]
    assert events.index("Trợ giúp: Trợ cấp hằng tháng") < events.index("Bắt đầu: Trẻ em khuyết tật")


def test_a_supervisor_reads_and_is_offered_no_act(child, an_son):
    type(an_son).objects.filter(pk=an_son.pk).update(kind=Kind.DISTRICT)
    dung = signed_in("dung", "supervising_officer", type(an_son).objects.get(pk=an_son.pk))
    text = open_file(dung, child).content.decode()
    assert "Nguyễn Thị Mận" in text
    assert reverse("register:weigh", args=[child.uuid]) not in text


def test_what_is_borrowed_carries_its_reason(child, an_son):
    """The trail names the loan, which keeps the words sealed."""
    kien = person("ha", "administrator", an_son)
    loan = access.borrow(
        kien, "register.read", an_son, reason="Theo công văn 12 của tỉnh", hours=1,
        warrant=access_warrant(kien),
    )  # fmt: skip
    text = open_file(client_of(kien), child, purpose="request").content.decode()
    assert "Hiện" not in text
    (entry,) = entries("register.read")
    assert (entry.reason, entry.data["purpose"]) == (loan.subject, "request")
    assert loan.words == "Theo công văn 12 của tỉnh"


def access_warrant(user):
    from mangnon.access.doors import leave

    return leave(user, "access.borrow").warrant("Theo công văn 12 của tỉnh")


def test_a_page_in_english_says_the_same(child, an_son):
    user = person("an", "child_officer", an_son)
    type(user).objects.filter(pk=user.pk).update(language="en")
    text = open_file(client_of(user), child).content.decode()
    assert "10 March 2022" in text
