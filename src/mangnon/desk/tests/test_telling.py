"""The trail speaks as people do: of acts, people, places, roles and days; seldom in codes."""

import re

import pytest
from click.testing import CliRunner
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from mangnon import clock
from mangnon.access.actions import (
    borrow,
    choose_language,
    confirm_waiting,
    end_role,
    give_role,
    hand_over,
)
from mangnon.access.actions.accounts import LANGUAGE
from mangnon.access.doors import (
    demonstration_warrant,
    leave,
    operator_warrant,
    own_warrant,
    system_warrant,
)
from mangnon.audit.actions import read
from mangnon.audit.models import Entry
from mangnon.cli.audit import audit_group
from mangnon.desk.telling import lines
from mangnon.places.tests.cast import AFTER, BEFORE, put, small_area
from tests.support.desk import signed_in
from tests.support.officers import living, officer

TRAIL = reverse("trail")
CHILD = "register.child:570129b3-0e0a-4d77-8d94-1c7e7c2f4a11"
# Codes as entries keep them: a room and an act, a place with its day, a uuid, a day in ISO form.
CODES = re.compile(
    r"(?:register|account|people|audit|access)\.\w+|\w+@\d{4}-|[0-9a-f]{8}-[0-9a-f]{4}"
    r"|\d{4}-\d\d-\d\d|standing|civil_status|person:"
)


@pytest.fixture(autouse=True)
def today(db):
    with clock.pinned(BEFORE):
        put(small_area(), system_warrant("test"))
        yield


def told(entry, **words):
    return lines(Entry.objects.filter(pk=entry.pk).select_related("actor"), **words)[0]


def read_by(username, act, **words):
    warrant = leave(officer(username), "register.list").warrant()
    return read(warrant, act, subjects=[CHILD], **words)[0]


def test_an_entry_is_a_line_in_words():
    entry = read_by("chi", "register.search", place_code=living("n1").key, data={"found": 1_200})
    one = told(entry)
    assert (one.name, one.act) == ("Chi Thị Mẫu", "Thấy tên khi tìm")
    assert (one.about, one.subject) == ("Hồ sơ trẻ em 570129b3…", CHILD)
    assert one.place == living("n1").name_vi
    assert one.right == "theo quyền: Xem danh sách trẻ em (trưởng trạm y tế)"
    assert one.details == ("tìm thấy: 1.200",)
    with translation.override("en"):
        one = told(entry)
    assert (one.act, one.about) == ("Saw the name in a search", "Child's file 570129b3…")
    assert one.right == "by the right: See lists of children (head of the health station)"
    assert one.details == ("found: 1,200",)


def test_a_place_that_is_gone_says_until_when_it_stood():
    entry = read_by("an", "register.list", place_code=living("n1").key)
    with clock.pinned(AFTER):
        assert told(entry).place.endswith("(trước 01/07/2020)")
        with translation.override("en"):
            assert told(entry).place.endswith("(before 1 July 2020)")


def test_roles_days_states_and_people_in_words():
    lan, kien = (leave(officer(who), "people.manage").warrant() for who in ("lan", "kien"))
    held = give_role(officer("khach"), "station_head", living("n2"), warrant=lan)
    given = told(Entry.objects.latest("pk"))
    assert given.about == "Tài khoản: Khách Văn Mẫu"
    state = "tình trạng: chờ người quản trị thứ hai xác nhận"
    assert given.details == ("vai trò: Trưởng trạm y tế", f"từ ngày: {BEFORE:%d/%m/%Y}", state)
    confirm_waiting([held], warrant=kien)
    assert "người giao: Lan Thị Mẫu" in told(Entry.objects.latest("pk")).details


@pytest.mark.parametrize(
    ("warrant", "right", "reason"),
    [
        (demonstration_warrant, "dữ liệu minh họa", "tạo bản minh họa"),
        (
            lambda: operator_warrant("Bà Tám", "pack apply hai-duong"),
            *("lệnh tại máy chủ", "lệnh nạp gói dữ liệu tại máy chủ: hai-duong"),
        ),
        (lambda: own_warrant(officer("an"), LANGUAGE), "việc của chính mình", ""),
        (lambda: system_warrant("whatever"), "phần mềm tự làm", "whatever"),
    ],
)
def test_what_is_no_right_and_why_it_was_done(warrant, right, reason):
    one = told(read(warrant(), "register.list", subjects=[])[0])
    assert (one.right, one.reason) == (right, reason)


def test_a_code_means_what_its_act_says():
    one, other = (read_by("an", f"register.{act}", purpose="support") for act in ("read", "ask"))
    assert told(one).details == ("mục đích: Hoàn cảnh đặc biệt, trợ giúp",)
    assert told(other).details == ("mục đích: Cần trợ giúp",)


def test_a_purpose_that_is_the_reason_is_said_once():
    warrant = leave(officer("an"), "register.read").warrant("care")
    one = told(read(warrant, "register.read", subjects=[CHILD], purpose="care")[0])
    assert (one.reason, one.details) == ("Theo dõi sức khỏe, cân đo", ())


def test_what_nobody_named_is_shown_as_it_is():
    one = told(read_by("an", "boats.sail", data={"mast": "tall", "sails": [2, 0, 0]}))
    assert (one.act, one.details) == ("boats.sail", ("mast: tall", "sails: 2/0/0"))


def test_why_somebody_borrowed_is_opened_for_the_auditor_alone():
    kien = officer("kien")
    warrant = leave(kien, "access.borrow").warrant("said")
    borrow(kien, "register.read", living("n1"), reason="Trẻ mất tích", hours=1, warrant=warrant)
    entry = Entry.objects.get(act="people.borrow")
    assert told(entry).reason == "Trẻ mất tích"
    assert told(entry, opens=False).reason.startswith("Quyền tạm thời ")
    assert "quyền: Mở hồ sơ một trẻ em" in told(entry).details


def busy_day():
    """Let people come and go, and read."""
    lan, kien = (leave(officer(who), "people.manage").warrant() for who in ("lan", "kien"))
    held = give_role(officer("khach"), "civil_status_officer", living("n2"), warrant=lan)
    confirm_waiting([held], warrant=kien)
    hand_over(officer("chi"), officer("khach"), warrant=lan)
    end_role(held, warrant=lan)
    read_by("an", "register.list", place_code=living("n1").key, data={"filters": {"gioi": "f"}})


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_code_is_left_on_the_page(language):
    busy_day()
    ha = officer("ha")
    choose_language(ha, language, warrant=own_warrant(ha, LANGUAGE))
    auditor = signed_in(ha)
    auditor.get(TRAIL, {"doi_tuong": f"access.user:{ha.uuid}", "linh_vuc": "people"})
    listed = auditor.get(TRAIL).content.decode().partition('class="rows trail">')[2]
    both = ("theo quyền: Mời người" in listed, "by the right: Invite" in listed)
    assert both == (language == "vi", language == "en")
    assert CODES.findall(re.sub(r"<[^>]*>", " ", listed)) == []


NEVER = ["2020-99-99", "x@2020-99-99", "2020-01-01T99:99", "0001-01-01T00:00", "9999-12-31T23:59"]


@pytest.mark.parametrize("typed", NEVER)
def test_a_day_that_never_was_is_shown_as_it_was_typed(typed):
    read_by("an", "register.export", data={"basis": typed, "filters": {"nguoi": typed}})
    page = signed_in(officer("ha")).get(TRAIL)
    assert page.status_code == 200
    assert page.content.decode().count(typed) == 2
    shown = CliRunner().invoke(audit_group, ["show", "--by", "Bà Tám"])
    assert (shown.exception, "An Thị Mẫu" in shown.output) == (None, True)


def test_a_reason_that_only_looks_like_a_loan_breaks_no_page():
    reason = "access.loan:2020-99-99"
    read(operator_warrant("Bà Tám", reason), "register.list", subjects=[])
    assert signed_in(officer("ha")).get(TRAIL).status_code == 200


def test_names_are_asked_for_once_a_page():
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            auditor.get(TRAIL)
        return len(queries)

    auditor = signed_in(officer("ha"))
    busy_day()
    asked()  # what a process reads once
    few = asked()
    for name in ("an", "binh", "dung", "giang", "oanh", "phuc"):
        held = give_role(
            officer(name), "leader", living("n1"), warrant=operator_warrant(f"Bà {name}", "test")
        )
        end_role(held, warrant=operator_warrant("Bà Tám", "test"))
    assert asked() == few
