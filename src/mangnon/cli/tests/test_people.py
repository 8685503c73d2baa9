"""``mangnon people``: the first administrator, invitations, roles; and the demonstration's cast."""

import json
import re

import pytest

from mangnon import clock
from mangnon.access import actions
from mangnon.access.doors import leave, system_warrant
from mangnon.access.models import Holding, User
from mangnon.audit.models import Entry
from mangnon.cli.demo_people import add_officers, show_officers
from mangnon.places.models import Place
from mangnon.places.tests.cast import BEFORE, put, small_area

BY = ("--by", "Hà")
CODE = re.compile(r"(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}")


@pytest.fixture(autouse=True)
def area(db):
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


def test_the_first_administrator_gets_a_code_and_never_a_password(run):
    code, said = run("people", "first-admin", "kien", "--name", "Kiên Mẫu", *BY)
    assert code == 0
    user = User.objects.get(username="kien")
    assert not user.has_usable_password()
    assert user.holdings.get().role == "administrator"
    actions.use_code("kien", CODE.search(said).group(), "tre mọc bên bờ ao")
    again, said = run("people", "first-admin", "lan", "--name", "Lan Mẫu", *BY)
    assert (again, "Đã có người quản trị" in said) == (2, True)


def test_somebody_is_invited_given_a_role_and_loses_it(run):
    at = ("--role", "collaborator", "--at", "n1")
    code, said = run("people", "invite", "mai", "--name", "Mai Mẫu", *at, *BY)
    assert code == 0
    assert CODE.search(said)
    run("people", "give", "mai", "--role", "headteacher", "--at", "n2", *BY)
    _, said = run("people", "list")
    assert "collaborator @ n1@" in said and "headteacher @ n2@" in said
    assert run("people", "end", "mai", *at, *BY)[0] == 0
    assert run("people", "end", "mai", *at, *BY)[0] == 2
    assert Holding.objects.filter(valid_to=None).count() == 1


@pytest.fixture
def given(run):
    """A role that one administrator gave by the pages: it waits for a second."""
    run("people", "first-admin", "kien", "--name", "Kiên Mẫu", *BY)
    run("people", "add", "mai", "--name", "Mai Mẫu", *BY)
    warrant = leave(User.objects.get(username="kien"), "people.manage").warrant()
    place = Place.objects.get(code="n2", valid_from__lte=BEFORE, valid_to__gt=BEFORE)
    mai = User.objects.get(username="mai")
    return actions.give_role(mai, "child_officer", place, warrant=warrant)


def test_where_there_is_one_administrator_the_command_line_confirms(run, given):
    assert "chờ xác nhận / waits" in run("people", "list")[1]
    _, said = run("people", "waiting")
    assert "mai\tMai Mẫu\tchild_officer @ n2@" in said and "← Kiên Mẫu" in said
    assert run("people", "confirm", *BY)[0] == 2
    assert run("people", "confirm", "mai", *BY)[0] == 0
    given.refresh_from_db()
    assert (given.state, given.answered_by.code) == ("standing", "operator:Hà")
    assert Entry.objects.latest("pk").right == "operator"
    assert run("people", "confirm", "--all", *BY)[0] == 2


def test_the_command_line_refuses_for_a_reason_of_the_list(run, given):
    assert run("people", "refuse", "mai", "--why", "no_decision", *BY)[0] == 0
    given.refresh_from_db()
    assert (given.state, given.refusal) == ("dropped", "no_decision")


def test_what_is_given_at_the_command_line_stands_at_once(run):
    run("people", "invite", "mai", "--name", "Mai Mẫu", "--role", "auditor", "--at", "n1", *BY)
    assert Holding.objects.get().state == "standing"


def test_an_account_is_added_without_role_or_password(run):
    assert run("people", "add", "mai", "--name", "Mai Mẫu", *BY)[0] == 0
    assert not User.objects.get(username="mai").holdings.exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("give", "ai", "--role", "leader", "--at", "n1"), "mangnon people list"),
        (("invite", "mai", "--name", "M", "--role", "leader", "--at", "xx"), "xx"),
        (("add", "Mài", "--name", "M"), "an.nguyen"),
    ],
)
def test_a_mistake_is_a_sentence(run, words, says):
    code, said = run("people", *words, *BY)
    assert code == 2
    assert says in said
    assert "Traceback" not in said


def test_the_officers_of_a_demonstration_share_a_password_made_then(tmp_path, capsys, settings):
    add_officers(tmp_path)
    assert set(Holding.objects.values_list("state", flat=True)) == {"standing"}
    kept = json.loads((tmp_path / "officers.json").read_text())
    assert User.objects.get(username="an").check_password(kept["password"])
    assert {one["username"] for one in kept["people"]} == set(
        User.objects.values_list("username", flat=True)
    )
    show_officers(tmp_path)
    assert kept["password"] in capsys.readouterr().out


def test_the_sign_in_page_names_them_in_a_demonstration_only(tmp_path, settings, client):
    add_officers(tmp_path)
    password = json.loads((tmp_path / "officers.json").read_text())["password"]
    settings.DATA_DIR = tmp_path
    assert password not in client.get("/desk/tai-khoan/dang-nhap/").content.decode()
    settings.DEMO, settings.SECOND_FACTOR_NEEDED = True, False
    page = client.get("/desk/tai-khoan/dang-nhap/").content.decode()
    assert "Commune child officer, " in page and "Người làm công tác bảo vệ trẻ em cấp xã, " in page
    assert password in page and "hư cấu" in page and "bỏ bước xác thực thứ hai" in page
    client.post("/desk/tai-khoan/dang-nhap/", {"login": "an", "password": password})
    assert client.get("/desk/").status_code == 200
