"""A support plan is closed on its page, and is no more work for anybody."""

import html
from datetime import date

import pytest
from django.urls import reverse

from mangnon.access.doors import system_warrant
from mangnon.access.models import User
from mangnon.audit.models import Entry
from mangnon.register.access import token_of
from mangnon.register.actions import approve_plan
from mangnon.register.models import AssistanceKind, Plan
from tests.support.desk import fill, send, signed_in
from tests.support.officers import officer

CLOSED = {"closed_on": "20/5/2015", "reason": "goals_met"}
CARD = "Dịch vụ đến hạn trong kế hoạch hỗ trợ"


@pytest.fixture
def plan(man):
    kind = AssistanceKind.objects.create(
        code="k", name_vi="Phục hồi chức năng", name_en="Rehabilitation", qualifies=True
    )
    due = [(kind, date(2015, 5, 1))]
    return approve_plan(
        man, approved_on=date(2015, 4, 1), services=due, warrant=system_warrant("test")
    )


@pytest.fixture
def where(man, plan):
    return reverse("register:close_plan", args=[man.uuid, token_of(plan, man)])


def said(page):
    return html.unescape(page.content.decode())


def opened(client, child):
    told = {"purpose": "care", "words": ""}
    return said(client.post(reverse("register:file", args=[child.uuid]), told, follow=True))


def test_a_plan_is_closed_from_the_file_checked_and_shown_there_as_closed(an, man, plan, where):
    assert f'<a href="{where}">Đóng kế hoạch</a>' in opened(an, man)
    form = said(an.get(where))
    assert "Kế hoạch duyệt ngày 01/04/2015" in form
    assert "Phục hồi chức năng" in form  # what is due no more
    page = fill(an, where, **CLOSED, step="check")
    assert "<dt>Lý do đóng</dt><dd>Đã đạt mục tiêu của kế hoạch</dd>" in said(page)
    assert Plan.objects.get().closed_on is None
    for _ in range(2):
        assert send(an, where, page, step="send").status_code == 302
    assert Entry.objects.filter(act="register.close_plan").count() == 1
    file = said(an.get(reverse("register:file", args=[man.uuid])))
    assert "đã đóng ngày 20/05/2015</span><span>Đã đạt mục tiêu của kế hoạch" in file
    assert where not in file


def test_a_closed_plan_is_no_more_work(an, man, where):
    home, due = reverse("desk"), reverse("register:due_services")
    assert CARD in said(an.get(home))
    assert fill(an, where, **CLOSED, step="send").status_code == 302
    assert CARD not in said(an.get(home))
    assert "Mận" not in said(an.get(due))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"closed_on": "31/4/2015"}, "tháng 4 năm 2015 có các ngày"),
        ({"closed_on": "2/6/2015"}, "ở tương lai"),
        ({"closed_on": "31/3/2015"}, "trước ngày phê duyệt kế hoạch (01/04/2015)"),
        ({"closed_on": ""}, "Hãy điền mục này."),
        ({"reason": ""}, "Hãy điền mục này."),
        ({"reason": "perhaps"}, "Hãy chọn"),
        ({"reason": "died"}, "Hồ sơ chưa ghi trẻ mất."),
        ({"reason": "replaced"}, "chưa có kế hoạch nào mới hơn"),
    ],
)
def test_a_closing_that_cannot_be_is_refused_and_the_rest_kept(an, where, typed, sentence):
    told = {**CLOSED, **typed}
    page = fill(an, where, **told, step="send")
    assert (page.status_code, sentence in said(page)) == (422, True), said(page)[:4000]
    assert f'value="{told["closed_on"]}"' in said(page) or not told["closed_on"]
    assert Plan.objects.get().closed_on is None


def test_whoever_comes_second_is_told_when_it_was_closed(an, where):
    page = an.get(where)
    fill(an, where, **CLOSED, step="send")
    again = send(an, where, page, closed_on="21/5/2015", reason="declined", step="send")
    assert (again.status_code, "đã đóng ngày 20/05/2015" in said(again)) == (422, True)
    assert Plan.objects.get().close_reason == "goals_met"


def test_the_page_is_not_there_for_the_next_commune_nor_the_station(binh, where):
    for desk in (binh, signed_in(officer("chi"))):
        for answer in (desk.get(where), desk.post(where, CLOSED)):
            assert answer.status_code == 404
            assert "Mận" not in said(answer)
    assert Plan.objects.get().closed_on is None


def test_who_reads_english_is_asked_in_english(man, where):
    user = officer("an")
    User.objects.filter(pk=user.pk).update(language="en")
    page = said(signed_in(user).get(where))
    assert "The plan’s goals are met" in page
    assert "Đã đạt" not in page
