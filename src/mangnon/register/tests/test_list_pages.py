"""The list of children: only whom one may see, page by page, and each page leaves its entry."""

import re
from datetime import date
from urllib.parse import unquote

import pytest
from django.urls import reverse

from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.places.models import Kind, Place
from mangnon.register.actions import begin_circumstance, record_measurement
from mangnon.register.tests.pages import PEOPLE, SINCE, client_of, hold, person, signed_in
from mangnon.register.views.reading import listing

LIST = reverse("register:list")


@pytest.fixture
def children(an_son, binh_minh, enter):
    """Three in An Sơn, one in Bình Minh."""
    return {
        "man": enter(an_son, date(2015, 3, 10)),
        "dao": enter(an_son, date(2022, 1, 5), name="Nguyễn Văn Đào", sex="m"),
        "cam": enter(an_son, date(2020, 7, 1), name="Trần Thị Cam"),
        "other": enter(binh_minh, date(2016, 2, 2), name="Lê Thị Ngoài"),
    }


def names(answer):
    found = re.findall(r'<span class="called">(?:<a [^>]*>|<b>)([^<]+)', answer.content.decode())
    return [one.split()[-1] for one in found]


def test_an_officer_sees_her_own_commune_by_given_name(roster, children, an_son):
    answer = signed_in("an", "child_officer", an_son).get(LIST)
    assert names(answer) == ["Cam", "Đào", "Mận"]
    assert "Ngoài" not in answer.content.decode()


def test_a_list_shows_name_and_birth_year_and_no_birth_day(roster, children, an_son):
    text = signed_in("an", "child_officer", an_son).get(LIST).content.decode()
    assert "sinh 2015" in text
    assert "10/03/2015" not in text


def test_each_page_leaves_one_entry_that_holds_whom_it_showed(roster, children, an_son):
    signed_in("an", "child_officer", an_son).get(LIST, {"gioi": "f"})
    entry = Entry.objects.get(act="register.list")
    shown = {f"register.child:{children[one].uuid}" for one in ("man", "cam")}
    assert set(entry.subjects) == shown
    assert entry.data["filters"] == {"gioi": "f"}
    assert entry.actor.name == PEOPLE["an"]


@pytest.mark.parametrize(
    ("asked", "who"),
    [
        ({"gioi": "m"}, ["Đào"]),
        ({"tuoi_den": "4"}, ["Cam", "Đào"]),  # noqa: RUF100  (three and two years old)
        ({"tuoi_tu": "5"}, ["Mận"]),
        ({"nam_sinh": "2020"}, ["Cam"]),
        ({"xep": "youngest"}, ["Đào", "Cam", "Mận"]),
        ({"xep": "oldest"}, ["Mận", "Cam", "Đào"]),
        ({"tinh_trang": "left"}, []),
    ],
)
def test_filters_and_orders(roster, children, an_son, asked, who):
    assert names(signed_in("an", "child_officer", an_son).get(LIST, asked)) == who


def test_who_was_not_weighed_since_a_day(roster, children, an_son, warrant):
    record_measurement(
        children["dao"], measured_on=date(2024, 6, 1), weight_kg=11.0, warrant=warrant
    )
    answer = signed_in("an", "child_officer", an_son).get(LIST, {"chua_can": "1/1/2024"})
    assert names(answer) == ["Cam", "Mận"]


def test_who_is_due_is_marked(roster, children, an_son, warrant):
    record_measurement(
        children["dao"], measured_on=date(2024, 6, 1), weight_kg=11.0, warrant=warrant
    )
    text = signed_in("an", "child_officer", an_son).get(LIST).content.decode()
    assert text.count("Đến kỳ cân") == 1  # Cam; Đào was weighed, Mận is nine


def test_circumstances_are_told_only_to_who_may_open_files(
    roster, children, an_son, disability, warrant
):
    begin_circumstance(
        children["man"], group=disability, valid_from=date(2020, 1, 1),
        identified_on=date(2020, 1, 1), warrant=warrant,
    )  # fmt: skip
    officer, helper = (
        signed_in("an", "child_officer", an_son), signed_in("chi", "collaborator", an_son),
    )  # fmt: skip
    assert names(officer.get(LIST, {"nhom": "disability"})) == ["Mận"]
    assert '<span class="marker">Hoàn cảnh đặc biệt' in officer.get(LIST).content.decode()
    text = helper.get(LIST, {"nhom": "disability"}).content.decode()
    assert "Hoàn cảnh đặc biệt" not in text
    assert "Mận" in text


def test_who_opens_files_elsewhere_is_told_no_circumstances_where_she_only_lists(
    roster, children, an_son, binh_minh, disability, warrant
):
    """A right at one place says nothing about another."""
    for child in (children["man"], children["other"]):
        begin_circumstance(
            child, group=disability, valid_from=date(2020, 1, 1), identified_on=date(2020, 1, 1),
            warrant=warrant,
        )  # fmt: skip
    user = person("ha", "collaborator", an_son)
    give_role(user, "child_officer", binh_minh, valid_from=SINCE, warrant=warrant)
    ha, mark = client_of(user), '<span class="marker">Hoàn cảnh đặc biệt'
    assert ha.get(LIST).content.decode().count(mark) == 1
    assert mark not in ha.get(LIST, {"noi": an_son.key, "nhom": "disability"}).content.decode()
    assert names(ha.get(LIST, {"nhom": "disability"})) == ["Cam", "Đào", "Mận", "Ngoài"]
    assert names(ha.get(LIST, {"noi": binh_minh.key, "nhom": "disability"})) == ["Ngoài"]


def test_pages_follow_each_other_and_their_address_holds_no_number_of_a_row(
    roster, children, an_son, monkeypatch
):
    monkeypatch.setattr(listing, "SIZE", 2)
    client = signed_in("an", "child_officer", an_son)
    first = client.get(LIST)
    following = unquote(re.search(r'href="([^"]+)" rel="next"', first.content.decode()).group(1))
    assert f"sau={children['dao'].uuid}" in following
    assert names(first) == ["Cam", "Đào"]
    second = client.get(following.replace("&amp;", "&"))
    assert names(second) == ["Mận"]
    assert "đang xem 3–3" in second.content.decode()
    assert "Về trang đầu" in second.content.decode()


def test_a_cursor_that_was_made_up_begins_at_the_beginning(roster, children, an_son):
    client = signed_in("an", "child_officer", an_son)
    for made_up in ({"sau": "x", "thu": "1"}, {"sau": str(children["man"].uuid), "thu": "-3"}):
        assert len(names(client.get(LIST, made_up))) == 3


def test_a_filter_that_cannot_be_read_says_so_and_shows_nobody(roster, children, an_son):
    answer = signed_in("an", "child_officer", an_son).get(LIST, {"chua_can": "31/2/2024"})
    assert answer.status_code == 422
    assert "tháng 2 năm 2024 có các ngày từ 1 đến 29" in answer.content.decode()
    assert names(answer) == []
    assert not Entry.objects.filter(act="register.list").exists()


def test_a_place_out_of_reach_answers_like_one_that_is_not(roster, children, an_son, binh_minh):
    client = signed_in("an", "child_officer", an_son)
    answers = [client.get(LIST, {"noi": key}) for key in (binh_minh.key, "khong-co")]
    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.fixture
def district(an_son, binh_minh):
    made = Place.objects.create(
        code="10", kind=Kind.DISTRICT, style="huyen", name_vi="Huyện Măng", name_en="Măng District",
        sort_key="Măng", valid_from=date(2012, 1, 1),
    )  # fmt: skip
    hold(made, an_son, binh_minh)
    return made


def test_a_district_narrows_to_a_commune_and_the_way_back_is_shown(
    roster, children, district, an_son
):
    client = signed_in("dung", "supervising_officer", district)
    assert len(names(client.get(LIST))) == 4
    text = client.get(LIST, {"noi": an_son.key}).content.decode()
    assert "Ngoài" not in text
    crumbs = re.search(r'<nav class="crumbs".*?</nav>', text, re.DOTALL).group(0)
    assert re.findall(r">([^<>]+)</(?:a|span)>", crumbs) == ["Trẻ em", "Huyện Măng", "Xã An Sơn"]
    assert f'href="{LIST}?noi={district.key}"' in crumbs


def test_htmx_gets_the_rows_alone_and_a_page_from_history_is_whole(roster, children, an_son):
    client = signed_in("an", "child_officer", an_son)
    rows = client.get(LIST, headers={"HX-Request": "true"})
    whole = client.get(LIST, headers={"HX-Request": "true", "HX-History-Restore-Request": "true"})
    assert "<html" not in rows.content.decode()
    assert names(rows) == names(whole)
    assert "<html" in whole.content.decode()


def test_who_holds_no_such_right_finds_nothing(roster, children, an_son):
    person = add_person("khach", name="Khách Văn Mẫu", warrant=system_warrant("test"))
    assert client_of(person).get(LIST).status_code == 404
    assert signed_in("ha", "leader", an_son).get(LIST).status_code == 404


def test_the_place_one_looks_at_is_chosen_in_the_box(roster, children, district, an_son):
    client = signed_in("dung", "supervising_officer", district)
    text = client.get(LIST, {"noi": an_son.key}).content.decode()
    assert f'<option value="{an_son.key}" selected>Xã An Sơn</option>' in text
