"""The editors' house: who is let in, with what; nobody keeps power there after a role ends."""

import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import Page

from mangnon.access import actions
from mangnon.access.doors import system_warrant
from mangnon.access.models import Holding, User
from mangnon.pages.founding import PUBLISHERS, WRITERS
from tests.support.officers import officer

HOUSE = "/desk/cms/"


def groups(name: str) -> set[str]:
    return set(officer(name).groups.values_list("name", flat=True))


@pytest.mark.parametrize(("name", "wanted"), [("oanh", {WRITERS}), ("phuc", {WRITERS, PUBLISHERS})])
def test_an_editor_is_let_in_with_the_groups_of_her_role(name, wanted, desk):
    assert desk(name).get(HOUSE).status_code == 200
    assert groups(name) == wanted


@pytest.mark.parametrize("name", ["an", "kien", "ha", "khach"])
def test_who_edits_nothing_finds_nothing_there(name, desk):
    assert desk(name).get(HOUSE).status_code == 404
    assert groups(name) == set()


def test_a_stranger_is_led_to_the_desks_own_sign_in(desk, client):
    answer = client.get(HOUSE)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/tai-khoan/dang-nhap/")


@pytest.mark.parametrize("name", ["oanh", "phuc"])
def test_a_password_alone_lets_no_editor_in(name, desk):
    editor = desk(name)
    Authenticator.objects.filter(user=officer(name)).delete()
    answer = editor.get(HOUSE)
    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))


def test_a_role_that_ends_takes_the_groups_with_it(desk):
    editor = desk("oanh")
    assert editor.get(HOUSE).status_code == 200
    actions.end_role(Holding.objects.get(user__username="oanh"), warrant=system_warrant("test"))
    assert editor.get(HOUSE).status_code == 404
    officer("oanh").groups.add(Group.objects.get(name=PUBLISHERS))  # whatever was left behind
    assert editor.get(HOUSE).status_code == 404


def test_nobody_is_somebody_who_may_do_everything(desk):
    user = officer("oanh")
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_superuser=True)


@pytest.mark.parametrize("path", ["users/", "groups/", "sites/", "login/", "password_reset/"])
def test_people_and_rights_are_kept_elsewhere(path, desk):
    assert desk("phuc").get(HOUSE + path).status_code == 404


def test_its_scripts_are_its_own(desk):
    answer = desk("oanh").get(HOUSE)
    assert "script-src 'self';" in answer["Content-Security-Policy"]
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"].split("style-src")[0]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_it_is_vietnamese_unless_the_editor_chose_english(desk):
    page = desk("oanh").get(HOUSE).content.decode()
    assert '<html lang="vi"' in page
    User.objects.filter(username="oanh").update(language="en")
    assert '<html lang="en"' in desk("oanh").get(HOUSE).content.decode()


def _ask_who_else_is_there(client) -> int:
    page = Page.objects.filter(depth=2).first()
    if page is None:  # a test with a server of its own has emptied the tables
        root = Page.objects.first() or Page.add_root(title="Gốc", slug="goc")
        page = root.add_child(title="Trang", slug="trang")
    ping = f"editing-sessions/ping/wagtailcore/page/{page.pk}/1/"
    return client.post(HOUSE + ping).status_code


def test_a_page_left_open_keeps_no_session_alive(desk, monkeypatch):
    editor = desk("phuc")
    assert editor.get(HOUSE).status_code == 200
    began, seen = time.time(), []
    for minutes in (10, 20, 29, 31, 40):
        now = began + minutes * 60
        monkeypatch.setattr("mangnon.access.sessions.time.time", lambda now=now: now)
        seen.append(_ask_who_else_is_there(editor))
    assert seen == [200, 200, 200, 302, 302]
    assert editor.get(HOUSE).status_code == 302
