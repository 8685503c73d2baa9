"""A support plan and the follow-up of a reintegration, on their pages."""

import html
from datetime import date

import pytest
from django.urls import reverse

from mangnon.access.doors import system_warrant
from mangnon.audit.models import Entry
from mangnon.register.access import token_of
from mangnon.register.actions import begin_circumstance, record_reintegration
from mangnon.register.models import AssistanceKind, CircumstanceGroup, Plan, Reintegration
from tests.support.desk import fill, send, signed_in
from tests.support.officers import officer

ALL_FOUR = {"in_family": True, "in_school_or_care": True, "no_new_harm": True, "goals_met": True}
HELD = {"followed_up_on": "1/5/2015", "still_holds": "yes"}


@pytest.fixture
def kind(today):
    return AssistanceKind.objects.create(
        code="k", name_vi="Phục hồi chức năng", name_en="Rehabilitation", qualifies=True
    )


@pytest.fixture
def planned(kind):
    return {"approved_on": "1/4/2015", "kind_1": str(kind.pk), "due_1": "1/9/2015", "step": "send"}


@pytest.fixture
def spell(man, today):
    group = CircumstanceGroup.objects.create(
        code="g", law="old", name_vi="Trẻ em khuyết tật", name_en="Disability", lasting=True,
        valid_from=date(2005, 1, 1),
    )  # fmt: skip
    return begin_circumstance(man, group=group, valid_from=today, warrant=system_warrant("test"))


@pytest.fixture
def outcome(man):
    return record_reintegration(
        man, reached_on=date(2014, 10, 1), **ALL_FOUR, warrant=system_warrant("test")
    )


def to(name, child, *more):
    return reverse(f"register:{name}", args=[child.uuid, *(token_of(one, child) for one in more)])


def said(page):
    return html.unescape(page.content.decode())


def opened(client, child):
    return said(client.post(to("file", child), {"purpose": "care", "words": ""}, follow=True))


def followed():
    return Reintegration.objects.values_list("followed_up_on", "still_holds").get()


def test_a_plan_is_checked_and_then_stands_in_the_file(an, man, spell, kind, planned):
    assert to("approve_plan", man) in opened(an, man)
    # Rows between may stay empty; the fourth is unfolded again on the way back.
    more = {"kind_4": str(kind.pk), "due_4": "1/12/2015"}
    page = fill(an, to("approve_plan", man), **{**planned, **more, "step": "check"})
    assert "Kiểm tra lại trước khi ghi" in said(page)
    assert "<dt>Dịch vụ 2</dt><dd>Phục hồi chức năng, hạn 01/12/2015</dd>" in said(page)
    assert "Dịch vụ 3" not in said(page)
    assert not Plan.objects.exists()
    back = send(an, to("approve_plan", man), page, step="change")
    assert '<details class="more" open>' in said(back)
    assert send(an, to("approve_plan", man), page, step="send").status_code == 302
    due = list(man.plans.get().services.order_by("pk").values_list("kind", "due_on"))
    assert due == [(kind.pk, date(2015, 9, 1)), (kind.pk, date(2015, 12, 1))]
    assert "Duyệt ngày 01/04/2015" in said(an.get(to("file", man)))
    entry = Entry.objects.get(act="register.approve_plan")
    assert (entry.subject, entry.data["services"]) == (f"register.child:{man.uuid}", 2)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"approved_on": "31/2/2015"}, "tháng 2 năm 2015 có các ngày"),
        ({"approved_on": "2/6/2015"}, "ở tương lai"),
        ({"approved_on": "1/1/2010"}, "trước ngày sinh"),
        ({"approved_on": ""}, "Hãy điền mục này."),
        ({"kind_1": "", "due_1": ""}, "Hãy điền mục này."),
        ({"kind_1": "999"}, "Hãy chọn"),
        ({"due_1": "31/3/2015"}, "trước ngày phê duyệt kế hoạch (01/04/2015)"),
        ({"due_3": "1/9/2015"}, "Hãy chọn dịch vụ có hạn này"),
        ({"kind_3": "kind"}, "Hãy ghi hạn của dịch vụ này."),
        ({"kind_6": "kind", "due_6": "1/13/2015"}, "tháng"),
    ],
)
def test_a_plan_that_cannot_be_is_refused_and_the_rest_kept(
    an, man, kind, planned, typed, sentence
):
    told = {name: str(kind.pk) if value == "kind" else value for name, value in typed.items()}
    page = fill(an, to("approve_plan", man), **{**planned, **told})
    assert (page.status_code, sentence in said(page)) == (422, True), said(page)[:4000]
    assert 'id="problems"' in said(page)
    for value in {**planned, **told}.values():
        kept = f'value="{value}"' in said(page)
        assert kept or value in ("", "send", "999")
    assert not Plan.objects.exists()


def test_what_was_not_on_offer_yet_is_not_promised(an, man, kind, planned):
    AssistanceKind.objects.filter(pk=kind.pk).update(valid_from=date(2015, 5, 1))
    page = fill(an, to("approve_plan", man), **planned)
    assert (page.status_code, "không có trong danh mục" in said(page)) == (422, True)
    AssistanceKind.objects.filter(pk=kind.pk).update(valid_to=date(2015, 5, 2))
    assert "Phục hồi chức năng" not in said(an.get(to("approve_plan", man)))


def test_a_plan_is_written_once(an, man, kind, planned):
    page = an.get(to("approve_plan", man))
    answers = [send(an, to("approve_plan", man), page, **planned) for _ in range(2)]
    assert [one.status_code for one in answers] == [302, 302]
    # A colleague who has the same paper before her is told so.
    again = fill(an, to("approve_plan", man), **planned)
    assert (again.status_code, "Hồ sơ đã có kế hoạch duyệt" in said(again)) == (422, True)
    assert Plan.objects.count() == 1


def test_neither_page_is_there_for_the_next_commune_or_the_station(binh, man, outcome):
    for desk in (binh, signed_in(officer("chi"))):
        for address in (to("approve_plan", man), to("follow_up", man, outcome)):
            for answer in (desk.get(address), desk.post(address, {})):
                assert answer.status_code == 404
                assert "Mận" not in said(answer)


def test_an_outcome_of_another_child_is_not_here(an, man, outcome, enter):
    assert an.get(to("follow_up", enter("Trần Văn Mẫu"), outcome)).status_code == 404


def test_a_follow_up_is_written_from_the_file_and_stands_there(an, man, outcome):
    where = to("follow_up", man, outcome)
    assert f'<a href="{where}">Ghi theo dõi lại</a>' in opened(an, man)
    assert "Hòa nhập ngày 01/10/2014" in said(an.get(where))
    page = an.get(where)
    for _ in range(2):
        assert send(an, where, page, **HELD).status_code == 302
    assert followed() == (date(2015, 5, 1), True)
    assert Entry.objects.filter(act="register.follow_up").count() == 1
    assert f'<a href="{where}">01/05/2015</a>' in said(an.get(to("file", man)))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"followed_up_on": "31/4/2015"}, "tháng 4 năm 2015 có các ngày"),
        ({"followed_up_on": "2/6/2015"}, "ở tương lai"),
        ({"followed_up_on": "30/9/2014"}, "trước ngày hòa nhập (01/10/2014)"),
        ({"still_holds": ""}, "Hãy điền mục này."),
        ({"still_holds": "perhaps"}, "Hãy chọn"),
    ],
)
def test_a_follow_up_that_cannot_be_is_refused(an, man, outcome, typed, sentence):
    page = fill(an, to("follow_up", man, outcome), **{**HELD, **typed})
    assert (page.status_code, sentence in said(page)) == (422, True)
    assert f'value="{typed.get("followed_up_on", HELD["followed_up_on"])}"' in said(page)
    assert followed() == (None, None)


def test_two_officers_at_one_follow_up_overwrite_nothing(an, man, outcome):
    where = to("follow_up", man, outcome)
    first, second = an.get(where), an.get(where)
    send(an, where, first, **HELD)
    other = {"followed_up_on": "20/5/2015", "still_holds": "no"}
    conflict = send(an, where, second, **other)
    assert conflict.status_code == 422
    for words in ("Còn giữ được cả bốn", "Không còn giữ được", "01/05/2015"):
        assert f"<b>{words}</b>" in said(conflict)
    chosen = {"choice_followed_up_on": "mine", "choice_still_holds": "theirs"}
    assert send(an, where, conflict, **chosen).status_code == 302
    assert followed() == (date(2015, 5, 20), True)
    entry = Entry.objects.filter(act="register.follow_up").latest("pk")
    assert set(entry.data["let_go"]) == {"still_holds"}


@pytest.mark.parametrize(
    ("reached", "met", "waits"),
    [
        (date(2014, 12, 1), {}, True),  # six months to the day
        (date(2014, 12, 2), {}, False),
        (date(2014, 10, 1), {"goals_met": False}, False),
    ],
)
def test_whoever_waits_for_the_follow_up_is_listed_until_it_comes(
    an, binh, man, reached, met, waits
):
    one = record_reintegration(
        man, reached_on=reached, **{**ALL_FOUR, **met}, warrant=system_warrant("test")
    )
    card, waiting = "Trẻ đã hòa nhập đến lúc theo dõi lại", reverse("register:follow_ups")
    assert (card in said(an.get(reverse("desk")))) is waits
    assert card not in said(binh.get(reverse("desk")))
    page = said(an.get(waiting))
    assert ("Nguyễn Thị Mận Mẫu" in page, to("follow_up", man, one) in page) == (waits, waits)
    entry = Entry.objects.filter(act="register.follow_ups").latest("pk")
    assert (str(man.uuid) in f"{entry.subject}{entry.data}") is waits
    assert "Mận" not in said(binh.get(waiting))
    fill(an, to("follow_up", man, one), **HELD)
    assert "Mận" not in said(an.get(waiting))
    assert card not in said(an.get(reverse("desk")))
