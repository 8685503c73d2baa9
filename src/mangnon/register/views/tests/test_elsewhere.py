"""A child from elsewhere: what the asker is told, what the keeper decides, who opens the file."""

from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.urls import reverse

from mangnon import clock
from mangnon.access.actions import give_role
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.places.actions import succeed
from mangnon.places.tests.cast import AFTER, MERGER
from mangnon.register.models import Asking, Child, Household, Transfer
from mangnon.register.queries import unassigned
from mangnon.register.roster import roster
from tests.support.desk import fill, send, signed_in
from tests.support.officers import SECRET, living, officer

WHY = "Gia đình vừa chuyển về ở"


def said(page):
    return page.content.decode()


@pytest.fixture
def dung():
    """The supervising officer of the district above both communes."""
    return signed_in(officer("dung"))


def ask(client, name="Nguyễn Thị Mận Mẫu", born_on="10/3/2013", page="ask", **more):
    answers = {"name": name, "born_on": born_on, "purpose": "moved_in", "reason": WHY} | more
    return fill(client, reverse(f"register:{page}"), **answers)


def answered(client, **more):
    """Ask, and open the answer."""
    address = ask(client, **more)["Location"]
    return address, client.get(address)


@pytest.fixture
def transfer(binh, man):
    address, page = answered(binh)
    send(binh, address, page, reason=WHY)
    return Transfer.objects.get()


def test_an_exact_match_tells_only_that_another_commune_keeps_it(binh, man):
    page = said(answered(binh)[1])
    assert "Một xã khác đang giữ hồ sơ" in page
    assert "Xin chuyển hồ sơ về đây" in page
    for word in ("Mận", "Xã n1", str(man.uuid)):
        assert word not in page


def test_the_keeper_sees_who_asked_after_a_child_and_was_answered(an, binh, man):
    ask(binh)
    ask(binh, name="Nguyễn Thị Mẫn Mẫu")
    send(an, reverse("register:file", args=[man.uuid]), an.get("/desk/"), purpose="care")
    page = said(an.get(reverse("register:who", args=[man.uuid])))
    assert page.count("Nơi khác hỏi và biết có hồ sơ") == 1
    assert "Bình Văn Mẫu" in page
    assert "Trẻ chuyển đến ở" in page


@pytest.mark.parametrize(
    "asked",
    [
        {"name": "Nguyen Thi Man Mau"},
        {"name": "Nguyễn Thị Mẫn Mẫu"},
        {"born_on": "11/3/2013"},
        {"sex": "m"},
        {"name": "Không Có Ai Mẫu"},
    ],
)
def test_every_other_answer_is_the_same_to_the_letter(binh, man, asked):
    nobody = said(answered(binh, name="Chưa Từng Có Mẫu")[1])
    page = said(answered(binh, **asked)[1])
    assert "Không tìm thấy" in page
    assert _bare(page) == _bare(nobody)


def _bare(page: str) -> list[str]:
    """A page without what differs at every opening: its address and the token against forgery."""
    return [line for line in page.splitlines() if "csrf" not in line.lower()]


def test_who_moved_in_and_is_not_found_is_entered(binh, man):
    address = ask(binh, name="Lê Văn Mới Mẫu", page="receive")["Location"]
    assert reverse("register:enter") in said(binh.get(address))


def test_a_child_of_ones_own_leads_to_its_file(an, man):
    page = said(answered(an)[1])
    assert reverse("register:file", args=[man.uuid]) in page
    assert "Một xã khác" not in page


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"reason": "vì"}, "Hãy viết lý do"),
        ({"reason": ""}, "Hãy điền mục này"),
        ({"born_on": "3/2013"}, "cần đủ ngày, tháng, năm"),
        ({"born_on": "31/2/2013"}, "tháng 2 năm 2013"),
        ({"purpose": "spy"}, 'href="#id_purpose'),
        ({"place": "77"}, 'href="#id_place'),
    ],
)
def test_an_asking_that_cannot_be_says_why(binh, man, answers, sentence):
    page = ask(binh, **answers)
    assert page.status_code == 422
    assert sentence in said(page)
    assert not Asking.objects.exists()


def test_a_forged_place_asks_nothing(binh, man):
    page = ask(binh, place=str(living("n1").pk))
    assert page.status_code == 422
    assert not Asking.objects.exists()


def test_too_many_askings_are_refused(binh, man, monkeypatch):
    monkeypatch.setattr("mangnon.register.actions.askings.ASKINGS_A_DAY", 2)
    for _ in range(2):
        answered(binh, name="Ai Đó Mẫu")
    page = ask(binh)
    assert page.status_code == 422
    assert "Hôm nay bạn đã hỏi" in said(page)


def test_the_answer_is_the_askers_own(an, binh, man):
    address, _page = answered(binh)
    assert an.get(address).status_code == 404
    assert signed_in(officer("chi")).get(reverse("register:ask")).status_code == 404


def test_a_file_nobody_found_is_not_requested(binh, man):
    address, _page = answered(binh, name="Ai Đó Mẫu")
    found, page = answered(binh)
    assert send(binh, address, page, reason=WHY).status_code == 422
    assert not Transfer.objects.exists()
    assert send(binh, found, page, reason=WHY).status_code == 302


def test_the_keeper_releases_and_opens_the_file_no_more(an, binh, man, transfer):
    listed = said(an.get(reverse("register:transfers")))
    assert "Nguyễn Thị Mận Mẫu" in listed
    assert "Mận" not in said(binh.get(reverse("register:transfers")))
    address = reverse("register:release", args=[transfer.uuid])
    page = an.get(address)
    assert WHY in said(page)
    assert Entry.objects.filter(act="register.transfer").exists()
    answer = send(an, address, page, decision="release", moved_on="1/5/2015")
    assert answer.status_code == 302
    assert Child.objects.get(pk=man.pk).home == living("n2")
    file = reverse("register:file", args=[man.uuid])
    assert (an.get(file).status_code, binh.get(file).status_code) == (404, 200)
    assert "Đã chuyển về đây" in said(binh.get(reverse("register:ask")))
    assert [hit.id for hit in roster().search("man", scope={living("n2").pk}).hits] == [man.pk]


def test_a_refused_answer_shows_the_name_and_leaves_its_entry(an, man, transfer):
    page = an.post(reverse("register:release", args=[transfer.uuid]), {})
    assert (page.status_code, WHY in said(page)) == (422, True)
    assert Entry.objects.filter(act="register.transfer").count() == 1


def test_the_district_above_both_releases_too(dung, man, transfer):
    answer = fill(
        dung, reverse("register:release", args=[transfer.uuid]), decision="release",
        moved_on="1/5/2015",
    )  # fmt: skip
    assert answer.status_code == 302
    assert Child.objects.get(pk=man.pk).home == living("n2")


def test_a_refusal_needs_a_reason_and_a_release_a_day(an, man, transfer):
    address = reverse("register:release", args=[transfer.uuid])
    bare = fill(an, address, decision="refuse")
    assert (bare.status_code, "Hãy viết lý do" in said(bare)) == (422, True)
    dayless = fill(an, address, decision="release", moved_on="")
    assert (dayless.status_code, "Hãy ghi ngày trẻ" in said(dayless)) == (422, True)
    assert fill(an, address, decision="refuse", reason="Trẻ vẫn sống ở đây").status_code == 302
    transfer.refresh_from_db()
    assert transfer.state == "refused"


def test_the_asker_cannot_release_to_herself(binh, man, transfer):
    address = reverse("register:release", args=[transfer.uuid])
    for answer in (binh.get(address), binh.post(address, {"decision": "release"})):
        assert answer.status_code == 404
    assert Child.objects.get(pk=man.pk).home == living("n1")


def test_a_request_is_taken_back_by_the_place_that_asked(an, binh, man, transfer):
    address = reverse("register:withdraw", args=[transfer.uuid])
    assert an.get(address).status_code == 404
    assert fill(binh, address).status_code == 302
    transfer.refresh_from_db()
    assert transfer.state == "withdrawn"
    assert "Mận" not in said(an.get(reverse("register:transfers")))


@pytest.fixture
def split(enter):
    """Two children of n3, which was split between the new n1 and the middle."""
    children = [enter("Đỗ Thị Ba Mẫu", "n3"), enter("Đỗ Văn Tư Mẫu", "n3")]
    with clock.pinned(AFTER):
        succeed(MERGER, warrant=system_warrant("test"))
        yield children


@pytest.fixture
def giang(split):
    """An officer of the new n1, where rights to write are held."""
    user = officer("khach")
    give_role(
        user, "child_officer", living("n1", AFTER), valid_from=MERGER,
        warrant=system_warrant("test"),
    )  # fmt: skip
    TOTP.activate(user, SECRET)
    return signed_in(user)


def assign_address():
    old = living("n3", date(2015, 1, 1))
    return reverse("register:assign", args=[old.code, old.valid_from.isoformat()])


def test_children_of_a_split_commune_are_given_their_heir(giang, split):
    assert assign_address() in said(giang.get(reverse("register:heirs")))
    page = giang.get(assign_address())
    assert "Đỗ Thị Ba Mẫu" in said(page)
    heir = str(living("n1", AFTER).pk)
    answer = send(giang, assign_address(), page, heir=heir, child=str(split[0].uuid))
    assert answer.status_code == 302
    assert [one.child for one in unassigned()] == [split[1]]
    assert Child.objects.get(pk=split[0].pk).home == living("n1", AFTER)


def test_names_on_a_refused_assignment_are_noted(giang, split):
    page = giang.post(assign_address(), {})
    assert (page.status_code, "Đỗ Thị Ba Mẫu" in said(page)) == (422, True)
    last = Entry.objects.latest("pk")
    assert (last.act, last.data["purpose"], len(last.subjects)) == ("register.list", "heirs", 2)


def test_a_whole_village_is_ticked_at_once(giang, split):
    heir = str(living("n1", AFTER).pk)
    assert fill(giang, assign_address(), heir=heir, village="0").status_code == 302
    assert not unassigned().exists()
    assert "Không còn trẻ nào đang chờ" in said(giang.get(reverse("register:heirs")))


def test_nobody_ticked_and_an_heir_out_of_reach_are_refused(giang, split):
    heir, beyond = str(living("n1", AFTER).pk), str(living("mid", AFTER).pk)
    nobody = fill(giang, assign_address(), heir=heir)
    assert (nobody.status_code, "Chưa chọn trẻ nào" in said(nobody)) == (422, True)
    forged = fill(giang, assign_address(), heir=beyond, child=str(split[0].uuid))
    assert forged.status_code == 422
    assert unassigned().count() == 2
    for code, since in (("n3", "x"), ("zz", "2010-01-01"), ("s1", "2010-01-01")):
        address = reverse("register:assign", args=[code, since])
        assert giang.get(address).status_code == 404


def test_the_receiving_commune_sees_no_address_of_before_and_asks_for_the_new_one(
    an, binh, man, transfer
):
    fill(an, reverse("register:household", args=[man.uuid]), address="Thôn Đông Mẫu")
    told = {"decision": "release", "reason": WHY, "moved_on": "1/6/2015"}
    where = reverse("register:release", args=[transfer.uuid])
    assert fill(an, where, **told).status_code == 302
    file = reverse("register:file", args=[man.uuid])
    opened = said(binh.post(file, {"purpose": "care", "words": ""}, follow=True))
    assert "hỏi gia đình địa chỉ ở đây" in opened
    home = reverse("register:household", args=[man.uuid])
    assert "Thôn Đông Mẫu" not in said(binh.get(home)) + opened
    assert fill(binh, home, address="Thôn Nam Mẫu").status_code == 302
    assert "hỏi gia đình" not in said(binh.get(file))
    assert Household.objects.filter(kept_at=living("n1")).count() == 1
