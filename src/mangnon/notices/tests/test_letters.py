"""The letters, through a real mail server on this machine: taken, down, refused, overtaken."""

import re
from datetime import timedelta

import pytest

from mangnon import clock
from mangnon.access import actions as access
from mangnon.access.models import User
from mangnon.audit.models import Entry
from mangnon.duties.actions import take
from mangnon.duties.models import Assignment
from mangnon.notices.actions import make, send, stop
from mangnon.notices.models import Letter, Notice
from mangnon.notices.tests.conftest import ONE_BEFORE, SEVEN_BEFORE, point_at
from mangnon.notices.tests.test_making import warrant_of
from tests.support.post import REFUSED, Post, free_port, opened


@pytest.fixture(autouse=True)
def _day(an):
    with clock.pinned(SEVEN_BEFORE):
        yield


def remind(warrant):
    make(warrant=warrant)
    return send(warrant=warrant)


def test_it_says_what_until_when_why_and_how_to_stop(mail, warrant):
    assert remind(warrant).sent == 1
    letter = mail.letters[0]
    assert (letter["To"], letter["From"]) == ("an@example.vn", "Măng Non <mangnon@example.vn>")
    assert letter["Subject"] == "Măng Non: 1 nhiệm vụ cần xem"
    text = letter.get_body(("plain",)).get_content()
    page = letter.get_body(("html",)).get_content()
    for words in (
        "Quán triệt chỉ thị đến cơ sở", "Nơi 20. Hạn 28/01/2014, còn 7 ngày làm việc.",
        "Bạn nhận vì bạn làm nhiệm vụ được giao cho Nơi 20.", "Bring the directive to the base",
        "Due 28 January 2014, working days left: 7.",
    ):  # fmt: skip
        assert words in text and words in page
    held = Assignment.objects.get(place__code="20")
    assert f"http://127.0.0.1:8000/desk/nhiem-vu/viec/{held.uuid}/" in text
    assert text.index("Quán triệt") < text.index("Bring the directive")
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<http://127\.0\.0\.1:8000/desk/nhac-viec/thoi/\S+/>",
                        "".join(letter["List-Unsubscribe"].split()))  # fmt: skip
    assert letter["Auto-Submitted"] == "auto-generated"


def test_the_language_is_the_persons(mail, an, warrant):
    User.objects.filter(pk=an.pk).update(language="en")
    remind(warrant)
    text = mail.letters[0].get_body(("plain",)).get_content()
    assert mail.letters[0]["Subject"] == "Măng Non: duties to look at: 1"
    assert text.index("Bring the directive") < text.index("Quán triệt")


def test_a_second_run_sends_nothing(mail, warrant):
    remind(warrant)
    assert remind(warrant).sent == 0
    assert len(mail.letters) == 1
    assert Entry.objects.filter(act="notices.send").count() == 1


def test_several_duties_come_in_one_letter(mail, an, communes, warrant):
    access.give_role(an, "child_officer", communes[1], valid_from=SEVEN_BEFORE, warrant=warrant)
    remind(warrant)
    assert len(mail.letters) == 1
    assert "Nơi 21." in mail.letters[0].get_body(("plain",)).get_content()


def test_a_long_letter_says_where_the_rest_is(mail, an, communes, warrant, monkeypatch):
    monkeypatch.setattr("mangnon.notices.composing.MOST", 1)
    access.give_role(an, "child_officer", communes[1], valid_from=SEVEN_BEFORE, warrant=warrant)
    remind(warrant)
    text = mail.letters[0].get_body(("plain",)).get_content()
    assert "Còn 1 lời nhắc nữa: http://127.0.0.1:8000/desk/nhac-viec/" in text
    assert "Nơi 21." not in text


def test_while_the_server_is_down_it_is_kept_and_goes_later(settings, warrant):
    point_at(settings, port := free_port())
    assert remind(warrant).waiting == 1
    post = Post()
    server = opened(post, port)
    try:
        assert send(warrant=warrant).sent == 1
    finally:
        server.stop()
    assert Letter.objects.get().tries == 1 and len(post.letters) == 1


def test_a_server_that_hangs_up_keeps_the_letter_here(mail, person, communes, warrant):
    person("binh", "child_officer", communes[1])
    mail.goes_after = 1
    done = remind(warrant)
    assert (done.sent, done.waiting) == (1, 1)
    mail.goes_after = None
    assert send(warrant=warrant).sent == 1
    assert sorted(one["To"] for one in mail.letters) == ["an@example.vn", "binh@example.vn"]


def test_a_machine_that_stopped_while_sending_loses_nothing(mail, warrant):
    make(warrant=warrant)
    then = clock.now() - timedelta(minutes=16)
    Letter.objects.update(state="sending", claimed_at=then)
    assert send(warrant=warrant).sent == 1
    name = mail.letters[0]["Message-ID"]
    assert str(Letter.objects.get().uuid) in name  # sent twice, it would carry the same name


def test_what_another_process_is_sending_is_left_to_it(mail, warrant):
    make(warrant=warrant)
    Letter.objects.update(state="sending", claimed_at=clock.now())
    assert send(warrant=warrant).sent == 0 and not mail.letters


@pytest.mark.parametrize("meanwhile", ["done", "role ended", "stopped", "account closed"])
def test_what_was_overtaken_is_not_sent(mail, meanwhile, an, communes, warrant):
    make(warrant=warrant)
    if meanwhile == "done":
        held = Assignment.objects.get(place=communes[0])
        take(held, "accept", warrant=warrant)
        take(held, "report", words="Xong.", warrant=warrant)
    elif meanwhile == "role ended":
        access.end_role(an.holdings.get(), warrant=warrant)
    elif meanwhile == "stopped":
        stop(an, ["soon"], warrant=warrant_of("notices.stop", warrant))
    else:
        User.objects.filter(pk=an.pk).update(is_active=False)
    assert send(warrant=warrant).dropped == 1
    assert mail.letters == []


def test_an_address_that_is_refused_holds_up_nobody(mail, an, person, communes, warrant):
    User.objects.filter(pk=an.pk).update(email=REFUSED)
    person("binh", "child_officer", communes[1])
    done = remind(warrant)
    assert (done.sent, done.refused, done.waiting) == (1, 1, 0)


def test_without_a_mail_server_reminders_stand_at_the_desk(settings, warrant):
    settings.MAIL_WORKS = False
    remind(warrant)
    assert Notice.objects.count() == 1 and not Letter.objects.exists()


def test_what_comes_later_in_the_day_waits_for_the_next(mail, an, communes, warrant):
    remind(warrant)
    access.give_role(an, "child_officer", communes[1], valid_from=SEVEN_BEFORE, warrant=warrant)
    assert remind(warrant).sent == 0
    with clock.pinned(SEVEN_BEFORE + timedelta(days=3)):
        assert remind(warrant).sent == 1
    assert len(mail.letters) == 2
    with clock.pinned(ONE_BEFORE):
        assert remind(warrant).sent == 1
