"""A form acts once, for whom it was made, and nothing typed is lost when a session ends."""

import re
from uuid import UUID

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from mangnon.access.actions import add_person
from mangnon.access.doors import system_warrant
from mangnon.access.models import Sending, Typed, User
from mangnon.access.sending import ActPage, tokens
from mangnon.access.sending.keeping import way_back
from mangnon.ui.forms import DayField, Form

HERE = "/desk/moi/"


class Invitation(Form):
    name = forms.CharField(label="Họ và tên")
    since = DayField(label="Từ ngày")


class Invite(ActPage):
    form_class = Invitation
    title = "Mời một người"
    checks = True

    def act(self, form: Form) -> str:
        name = form.cleaned_data["name"]
        add_person(name, name=name, warrant=system_warrant("test"))
        return f"/desk/nguoi/{name}/"


def sent(user, typed=None, method="post", path=HERE):
    request = getattr(RequestFactory(), method)(path, typed or {})
    request.user = user
    return Invite.as_view()(request)


def filled(user, **typed):
    answers = {"name": "mai", "since": "1/2/2015", "step": "send"}
    return {tokens.FIELD: tokens.issue(user, HERE), **answers, **typed}


def test_a_form_acts_once_and_a_second_sending_leads_where_the_first_led(cast):
    an = cast("an")
    typed = filled(an)
    answers = [sent(an, typed), sent(an, typed)]
    assert [(a.status_code, a["Location"]) for a in answers] == [(302, "/desk/nguoi/mai/")] * 2
    assert User.objects.filter(username="mai").count() == 1


def test_a_form_of_somebody_else_is_refused_with_a_sentence_and_what_was_typed(cast):
    an, binh = cast("an"), cast("binh")
    page = sent(binh, filled(an))
    assert page.status_code == 422
    assert "không phải của bạn" in page.content.decode()
    assert 'value="mai"' in page.content.decode()
    assert not User.objects.filter(username="mai").exists()


@pytest.mark.parametrize("token", ["", "forged", "a:b:c"])
def test_a_forged_token_is_refused(cast, token):
    assert sent(cast("an"), filled(cast("an"), **{tokens.FIELD: token})).status_code == 422
    assert not Sending.objects.exists()


def test_a_form_of_another_page_is_refused(cast):
    an = cast("an")
    other = tokens.issue(an, "/desk/khac/")
    assert sent(an, filled(an, **{tokens.FIELD: other})).status_code == 422


def test_what_is_wrong_stands_above_and_beside_the_field(cast):
    an = cast("an")
    text = sent(an, filled(an, since="31/2/2015")).content.decode()
    assert text.count("tháng 2 năm 2015 có các ngày từ 1 đến 28") == 2
    assert 'href="#id_since"' in text
    assert 'value="31/2/2015"' in text


def test_the_answers_are_shown_before_they_are_sent(cast):
    an = cast("an")
    typed = filled(an, step="check")
    text = sent(an, typed).content.decode()
    assert "Kiểm tra lại trước khi ghi" in text
    assert "1/2/2015" in text
    assert not User.objects.filter(username="mai").exists()
    kept = re.search(rf'name="{tokens.FIELD}" value="([^"]+)"', text).group(1)
    assert kept == typed[tokens.FIELD]


def test_an_act_that_fails_leaves_nothing_and_says_why(cast):
    an = cast("an")
    page = sent(an, filled(an, name="an"))
    assert page.status_code == 422
    assert "“an” đã có người dùng" in page.content.decode()
    assert not Sending.objects.exists()


def test_what_was_typed_after_the_session_ended_is_there_again(cast):
    an = cast("an")
    request = RequestFactory().post(HERE, filled(an, since="2/2/2015"))
    request.user = AnonymousUser()
    address = way_back(request)
    assert address.startswith(f"{HERE}?typed=")
    assert b"mai" not in bytes(Typed.objects.get().sealed)
    text = sent(an, method="get", path=address).content.decode()
    assert "đã được giữ lại" in text
    assert 'value="mai"' in text
    assert 'value="2/2/2015"' in text
    assert not Typed.objects.exists()


def test_what_somebody_typed_is_given_back_to_nobody_else(cast):
    an, binh = cast("an"), cast("binh")
    request = RequestFactory().post(HERE, filled(an))
    request.user = AnonymousUser()
    address = way_back(request)
    assert 'value="mai"' not in sent(binh, method="get", path=address).content.decode()
    assert Typed.objects.filter(key=UUID(address.split("=")[1])).exists()


def test_a_stranger_cannot_have_anything_kept(cast):
    request = RequestFactory().post(HERE, {tokens.FIELD: "forged", "name": "x"})
    request.user = AnonymousUser()
    assert way_back(request) == HERE
    assert not Typed.objects.exists()
