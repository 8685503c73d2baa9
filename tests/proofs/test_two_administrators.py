"""No standing superuser over children: one administrator alone opens no child's file to anybody."""

import re
from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from mangnon import clock
from mangnon.access.actions import end_role
from mangnon.access.doors import system_warrant
from mangnon.access.models import Holding, User
from mangnon.audit.models import Entry
from mangnon.places.tests.cast import BEFORE, put, small_area
from mangnon.register.actions import register_child
from mangnon.register.particulars import Particulars
from tests.support.desk import fill, signed_in
from tests.support.officers import SECRET, living, officer
from tests.support.rosters import own_roster

CHILD = "Nguyễn Thị Mận Mẫu"
PASSWORD = "tre mọc bên bờ ao"
CODE = re.compile(r"<code>((?:[A-Z0-9]{4}-){3}[A-Z0-9]{4})</code>")


@pytest.fixture(autouse=True)
def house(db):
    cache.clear()
    with own_roster(), clock.pinned(BEFORE):
        warrant = system_warrant("test")
        put(small_area(), warrant)
        who = Particulars(CHILD, "f", date(2013, 3, 10))
        register_child(who, place=living("n1"), warrant=warrant)
        yield


def text_of(browser, page):
    return browser.get(reverse(page)).content.decode()


def made_by(kien, username, role, where):
    """Have Kiên make an account, give it a role, and sign in as it with the code she got."""
    told = {"name": "Rối Thị Mẫu", "username": username, "role": role, "place": living(where).pk}
    answer = fill(kien, reverse("invite"), **told)
    shown = kien.post(answer["Location"]).content.decode()
    assert "chờ người quản trị thứ hai xác nhận" in shown
    told = {"username": username, "code": CODE.search(shown).group(1)}
    browser = Client()
    told |= {"password": PASSWORD, "again": PASSWORD}
    assert browser.post(reverse("one-time-code"), told).status_code == 302
    told = {"login": username, "password": PASSWORD}
    assert browser.post(reverse("account_login"), told).status_code == 302
    return browser


def sees_the_child(browser):
    return any(
        CHILD in browser.get(reverse(page), follow=True).content.decode()
        for page in ("desk", "register:list", "register:village")
    )


def answer_of(browser, username, answer="confirm"):
    batch = Holding.objects.get(user__username=username).batch
    return fill(browser, reverse("unconfirmed-batch", args=[batch]), answer=answer)


def test_an_account_of_her_own_making_shows_her_no_child_until_another_looked():
    kien, lan = signed_in(officer("kien")), signed_in(officer("lan"))
    puppet = made_by(kien, "roi", "child_officer", "n1")
    assert not sees_the_child(puppet)
    assert puppet.get(reverse("register:list")).status_code == 404
    home = text_of(puppet, "desk")
    assert "chờ người quản trị thứ hai xác nhận" in home
    assert reverse("register:list") not in home
    answer_of(kien, "roi")
    assert not sees_the_child(puppet)
    assert "chờ bạn xác nhận" not in text_of(kien, "desk")
    assert "Vai trò chờ bạn xác nhận" in text_of(lan, "desk")
    assert answer_of(lan, "roi").status_code == 302
    assert puppet.get(reverse("register:list")).url == reverse("mfa_index")
    TOTP.activate(User.objects.get(username="roi"), SECRET)
    assert sees_the_child(puppet)
    acts = Entry.objects.filter(act__in=("people.give_role", "people.confirm_waiting"))
    assert [(one.act, one.actor.code) for one in acts.order_by("-pk")[:2]] == [
        ("people.confirm_waiting", "person:lan"), ("people.give_role", "person:kien"),
    ]  # fmt: skip


@pytest.mark.parametrize("role", ["administrator", "auditor"])
def test_nor_does_it_become_the_second_of_anything(role):
    kien = signed_in(officer("kien"))
    puppet = made_by(kien, "roi", role, "area")
    an = officer("an")
    fill(kien, reverse("ask-reset", args=[an.uuid]), reason="Mất điện thoại, đã gặp mặt")
    made_by(kien, "khac", "child_officer", "n1")
    batch = Holding.objects.get(user__username="khac").batch
    for address in (
        reverse("confirm-reset", args=[an.uuid]),
        reverse("unconfirmed"),
        reverse("unconfirmed-batch", args=[batch]),
        reverse("people"),
        reverse("trail"),
        reverse("borrow"),
    ):
        assert puppet.get(address).status_code == 404
        assert puppet.post(address, {"answer": "confirm"}).status_code == 404
    assert an.factor_resets.get().confirmed_at is None


def test_a_refused_role_says_why_and_opens_nothing():
    kien, lan = signed_in(officer("kien")), signed_in(officer("lan"))
    puppet = made_by(kien, "roi", "child_officer", "n1")
    assert answer_of(lan, "roi", "unknown").status_code == 302
    page = kien.get(reverse("person", args=[User.objects.get(username="roi").uuid]))
    assert "Không rõ người này là ai" in page.content.decode()
    assert not sees_the_child(puppet)


def test_what_waits_is_said_wherever_the_person_is_shown():
    kien, lan = signed_in(officer("kien")), signed_in(officer("lan"))
    made_by(kien, "roi", "child_officer", "n1")
    uuid = User.objects.get(username="roi").uuid
    waits = "chờ người quản trị thứ hai xác nhận"
    assert waits in text_of(kien, "people")
    assert waits in kien.get(reverse("person", args=[uuid])).content.decode()
    assert "chờ người khác" in text_of(kien, "unconfirmed")
    assert "chờ bạn xem" in text_of(lan, "unconfirmed")
    assert "Rối Thị Mẫu" in text_of(lan, "unconfirmed")


def test_a_lone_administrator_is_told_of_the_command_line():
    kien = signed_in(officer("kien"))
    made_by(kien, "roi", "child_officer", "n1")
    assert "mangnon people confirm" in text_of(kien, "unconfirmed")
    officer("lan")
    assert "mangnon people confirm" not in text_of(kien, "unconfirmed")


def test_a_reset_is_confirmed_by_no_one_whose_role_has_ended_or_who_asked():
    kien, lan, an = signed_in(officer("kien")), signed_in(officer("lan")), officer("an")
    fill(kien, reverse("ask-reset", args=[an.uuid]), reason="Mất điện thoại, đã gặp mặt")
    address = reverse("confirm-reset", args=[an.uuid])
    assert fill(kien, address).status_code == 422
    end_role(officer("lan").holdings.get(), warrant=system_warrant("test"))
    assert lan.get(address).status_code == 404
    assert an.factor_resets.get().confirmed_at is None
