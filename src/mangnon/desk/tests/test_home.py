"""The first page: what waits for whom, counted, linked, in few queries."""

from datetime import date

import pytest
from django.urls import reverse

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.access.work import MOST, Card
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register import actions
from mangnon.register.models import AssistanceKind
from mangnon.register.particulars import Particulars
from tests.support.desk import signed_in
from tests.support.officers import living, officer
from tests.support.rosters import own_roster

HOME = reverse("desk")


@pytest.fixture(autouse=True)
def today(db):
    with own_roster(), clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


@pytest.fixture
def man():
    who = Particulars("Nguyễn Thị Mận", "f", date(2013, 3, 10))
    return actions.register_child(who, place=living("n1"), warrant=system_warrant("test"))


@pytest.fixture
def promised(man):
    """A service of Mận's plan, overdue."""
    warrant = system_warrant("test")
    kind = AssistanceKind.objects.create(
        code="visit", name_vi="Thăm hỏi tại nhà", name_en="Home visit", qualifies=True
    )
    return actions.approve_plan(
        man, approved_on=date(2015, 1, 5), services=[(kind, date(2015, 5, 1))], warrant=warrant
    )


def text_of(name, where=HOME):
    return signed_in(officer(name)).get(where).content.decode()


def test_who_is_due_for_weighing_is_counted_and_the_card_leads_to_them(man):
    text = text_of("an")
    assert "Trẻ dưới 5 tuổi chưa cân trong nửa năm" in text
    address = text.split('<h3><a href="')[1].split('"')[0].replace("&amp;", "&")
    assert "Mận" in text_of("an", address)


def test_once_weighed_the_card_is_gone(man):
    actions.record_measurement(
        man, measured_on=BEFORE, weight_kg=11.0, warrant=system_warrant("test")
    )
    assert "chưa cân trong nửa năm" not in text_of("an")


def test_next_door_has_no_such_work(man):
    assert "chưa cân trong nửa năm" not in text_of("binh")


def test_services_of_plans_that_are_due(promised):
    assert "Dịch vụ đến hạn trong kế hoạch hỗ trợ" in text_of("an")
    text = text_of("an", reverse("register:due_services"))
    assert "Nguyễn Thị Mận" in text
    assert "Thăm hỏi tại nhà" in text
    assert "quá hạn" in text
    assert "Mận" not in text_of("binh", reverse("register:due_services"))


def test_who_has_nothing_to_do_is_told_so():
    assert "Hiện không có việc nào chờ bạn" in text_of("khach")


def test_no_childs_name_stands_on_the_first_page(promised):
    assert "Mận" not in text_of("an")


def test_few_queries(promised, django_assert_max_num_queries):
    client = signed_in(officer("an"))
    client.get(HOME)
    with django_assert_max_num_queries(40):  # a question a card, and what walls ask
        client.get(HOME)


def test_more_than_a_thousand_is_said_so():
    assert Card("due", MOST + 1, "", "").more
    assert not Card("due", MOST, "", "").more


def test_one_entrance_of_the_menu_is_the_one_where_somebody_is():
    for page in ("list", "weighdays", "due_services"):
        text = text_of("an", reverse(f"register:{page}"))
        assert text.count('<li><a href="/desk/tre-em/" aria-current="page">') == (
            0 if page == "weighdays" else 1
        )
        assert text.split('class="menu"')[1].split("</nav>")[0].count("aria-current") == 1
