"""What readers send: sealed, taken once, forgotten; letters through a real mail server."""

import re
from datetime import date, timedelta
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mangnon import clock
from mangnon.access.doors import system_warrant
from mangnon.legislation import actions
from mangnon.legislation.actions.following import ASKS
from mangnon.legislation.actions.posting import lay_in, take_in
from mangnon.legislation.actions.problems import close_problem, forget_closed
from mangnon.legislation.actions.telling import tell_followers
from mangnon.legislation.links import stopping_link
from mangnon.legislation.models import Follower, Message, Problem
from mangnon.portal.asking import limits
from tests.support.post import PASSWORD, USER, Post, opened

WHERE = "/van-ban/01-2010-qh12/"
EMAIL = "doc-gia@example.vn"
_ONCE = re.compile(r'name="once" value="([^"]+)"')


@pytest.fixture
def warrant():
    return system_warrant("test")


@pytest.fixture
def law(db, warrant):
    limits.forget()
    told = {"title_vi": "Luật Mẫu", "kind": "law", "number": "01/2010/QH12",
            "in_force_from": date(2011, 1, 1)}  # fmt: skip
    with clock.pinned(date(2026, 1, 15)):
        yield actions.put_document(told, warrant=warrant)


@pytest.fixture
def mail(settings):
    post = Post()
    server = opened(post)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAIL_WORKS, settings.EMAIL_HOST, settings.EMAIL_PORT = True, "127.0.0.1", server.port
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = USER, PASSWORD
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield post
    server.stop()


def sent(page: str, client: Client | None = None, **told: str):
    """Open a form and send it, as a browser without scripts does."""
    reader = client or Client(enforce_csrf_checks=True)
    form = reader.get(page)
    assert form["Cache-Control"] == "no-store" and not form.cookies
    found = _ONCE.search(form.content.decode())
    once = {"once": found[1]} if found else {}
    return reader.post(page, {**once, **told}, headers={"sec-fetch-site": "same-origin"})


def test_a_problem_reaches_the_editor_with_its_clause_and_lies_sealed(law):
    page = f"{WHERE}bao-sai/"
    assert 'value="dieu-5"' in Client().get(f"{page}?dieu=dieu-5").content.decode()
    answer = sent(page, anchor="dieu-5", words="Ngày hiệu lực sai, bà Mận báo.")
    assert answer.status_code == 200 and "Đã nhận" in answer.content.decode()
    one = Problem.objects.get()
    assert (one.words, one.anchor) == ("Ngày hiệu lực sai, bà Mận báo.", "dieu-5")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words_sealed FROM legislation_problem")
        assert "Mận" not in str(cursor.fetchall())
    assert not Message.objects.exclude(sealed="").exists()


def test_the_box_is_written_without_being_read(law):
    with CaptureQueriesContext(connection) as asked:
        lay_in("problem", {"document": law.code, "words": "sai", "anchor": ""}, key=uuid4())
    mine = [one["sql"] for one in asked if "legislation_message" in one["sql"]]
    assert len(mine) == 1 and mine[0].startswith("INSERT") and "RETURNING" not in mine[0]


def test_a_form_sent_twice_arrives_once_and_one_from_elsewhere_never(law):
    page, reader = f"{WHERE}bao-sai/", Client()
    once = _ONCE.search(reader.get(page).content.decode())[1]
    told = {"once": once, "words": "x"}
    for _ in range(2):
        assert reader.post(page, told).status_code == 200
    assert Problem.objects.count() == 1
    assert reader.post(page, told | {"words": "y"}).status_code == 200  # she went back, wrote more
    assert sorted(one.words for one in Problem.objects.all()) == ["x", "y"]
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://ke-khac.example"}):
        assert reader.post(page, told, headers=headers).status_code == 422
    forged = reader.post(page, {"once": "x" * 40, "words": "còn đây"})
    assert forged.status_code == 422 and "còn đây" in forged.content.decode()
    assert Problem.objects.count() == 2


def test_too_many_from_one_place_are_refused_with_a_sentence(law):
    answers = [sent(f"{WHERE}bao-sai/", words="x").status_code for _ in range(limits.OF_ONE + 1)]
    assert answers == [200] * limits.OF_ONE + [422]


def test_a_network_of_many_addresses_is_one_place_and_a_form_has_its_day(law, monkeypatch):
    def told_from(address: str) -> int:
        return sent(f"{WHERE}bao-sai/", Client(REMOTE_ADDR=address), words="x").status_code

    answers = [told_from(f"2001:db8:0:1::{n}") for n in range(1, limits.OF_ONE + 2)]
    assert answers == [200] * limits.OF_ONE + [422]
    limits.forget()
    monkeypatch.setattr(limits, "OF_ONE_A_DAY", 2)
    answers = [told_from(f"2001:db8:0:1::{n}") for n in range(1, 4)]
    assert answers == [200, 200, 422] and told_from("2001:db8:0:2::1") == 200
    limits.forget()
    monkeypatch.setattr(limits, "OF_ONE_A_DAY", 40)
    assert [told_from(f"2001:db8:0:1::{n}") for n in range(1, limits.OF_ONE + 1)][-1] == 200
    monkeypatch.setattr(limits, "OF_FORM", limits.OF_ONE + 1)
    assert [told_from(f"2001:db8:0:{n}::1") for n in (2, 3)] == [200, 422]
    told = sent(f"{WHERE}bao-sai/", Client(REMOTE_ADDR="2001:db8:0:4::1"), words="còn đây")
    assert "ngày mai" in told.content.decode() and "còn đây" in told.content.decode()


def test_other_public_pages_still_take_nothing(law):
    assert Client().post(WHERE).status_code == 405
    assert Client().post("/khong-co/").status_code == 405


def test_following_is_confirmed_told_once_a_change_and_forgotten_when_stopped(law, mail, warrant):
    assert sent(f"{WHERE}theo-doi/", email=EMAIL).status_code == 200
    assert not Follower.objects.exists() and not Message.objects.exclude(sealed="").exists()
    asked = mail.letters[0]
    assert asked["To"] == EMAIL
    link = link_in(asked, "xac-nhan")
    assert Client().get(link).status_code == 200 and not Follower.objects.exists()
    assert EMAIL not in link and sent(link).status_code == 200
    assert sent(link).status_code == 200 and Follower.objects.count() == 1
    assert tell_followers(warrant=warrant) == 0
    told = {"title_vi": "Luật sau", "kind": "law", "number": "02/2020/QH14",
            "in_force_from": date(2021, 1, 1)}  # fmt: skip
    later = actions.put_document(told, warrant=warrant)
    actions.put_relation(later, actions.editing.Tied("replaces", law), warrant=warrant)
    assert [tell_followers(warrant=warrant) for _ in range(2)] == [1, 0]
    text = mail.letters[1].get_content()
    assert "Hết hiệu lực toàn bộ" in text and "http://127.0.0.1:8000/van-ban/" in text
    assert mail.letters[1]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = link_in(mail.letters[1], "thoi")
    assert Client().get(stop).status_code == 200 and Follower.objects.exists()
    assert Client().post(stop).status_code == 200  # as a mail program sends it
    assert not Follower.objects.exists()
    assert Client().post(stop).status_code == 200


def test_an_address_that_anybody_typed_gets_three_letters_a_day(law, mail, warrant):
    for n in range(5):
        told = {"title_vi": f"Luật {n}", "kind": "law", "number": f"{n + 2}/2010/QH12"}
        one = actions.put_document(told, warrant=warrant)
        limits.forget()
        answer = sent(f"/van-ban/{one.code}/theo-doi/", email=EMAIL.upper() if n % 2 else EMAIL)
        assert "Hãy mở hộp thư" in answer.content.decode()  # nothing is told of others
    assert len(mail.letters) == ASKS == 3
    assert sent(link_in(mail.letters[0], "xac-nhan")).status_code == 200
    sent(f"{WHERE}theo-doi/", email=EMAIL)
    assert len(mail.letters) == 4  # one of them is answered: she wants letters
    limits.forget()
    sent(f"{WHERE}theo-doi/", email=EMAIL)
    sent(f"{WHERE}theo-doi/", email="khac@example.vn")
    assert [one["To"] for one in mail.letters[4:]] == ["khac@example.vn"]
    with clock.pinned(date(2026, 1, 17)):
        assert take_in(warrant=warrant) == 0 and not Message.objects.exists()
        sent(f"{WHERE}theo-doi/", email=EMAIL)
    assert len(mail.letters) == 6


def test_a_link_writes_once_however_often_it_is_opened(law, mail):
    sent(f"{WHERE}theo-doi/", email=EMAIL)
    link = link_in(mail.letters[0], "xac-nhan")
    laid = Message.objects.count()
    for _ in range(4):
        assert Client().post(link).status_code == 200
    assert Message.objects.count() == laid + 1
    stop = urlsplit(stopping_link(Follower.objects.get())).path
    for _ in range(4):
        assert Client().post(stop).status_code == 200
    assert not Follower.objects.exists()
    assert Client().post(link).status_code == 200 and Follower.objects.count() == 1
    before = Message.objects.count()
    for made_up in ("x", "a.b", "é~.~", "YQ==.Yg==", f"{uuid4()}:x:y", "x" * 3_000):
        for way in ("xac-nhan", "thoi"):
            assert Client().post(f"{WHERE}{way}/{made_up}/").status_code in (404, 405)
    assert Message.objects.count() == before


def test_an_old_or_cut_link_is_a_sentence(law, mail):
    sent(f"{WHERE}theo-doi/", email=EMAIL)
    link = link_in(mail.letters[0], "xac-nhan")
    assert "hết hạn" in Client().get(link[:-9] + "/").content.decode()
    with clock.pinned(date(2026, 1, 15) + timedelta(days=4)):
        assert Client().post(link).status_code == 404
    assert not Follower.objects.exists()


def test_while_no_server_takes_the_letter_the_wish_waits(law, mail, settings, warrant):
    settings.EMAIL_PORT, there = 1, settings.EMAIL_PORT
    assert sent(f"{WHERE}theo-doi/", email=EMAIL).status_code == 200
    assert EMAIL not in Message.objects.exclude(sealed="").get().sealed
    settings.EMAIL_PORT = there
    assert take_in(warrant=warrant) == 1 and len(mail.letters) == 1


def test_an_address_that_no_letter_can_be_sent_to_is_refused_on_the_form(law, mail):
    answer = sent(f"{WHERE}theo-doi/", email="x@\ue000\ue000.vn")
    assert answer.status_code == 422 and "chưa phải một địa chỉ thư" in answer.content.decode()
    assert not Message.objects.exists()


def test_what_cannot_be_taken_in_holds_up_nobody_and_is_forgotten(law, mail, warrant):
    told = {"document": law.code, "email": "x@\ue000\ue000.vn", "language": "vi"}
    lay_in("follow", told, key=uuid4())
    lay_in("problem", {"document": law.code, "words": "sai", "anchor": ""}, key=uuid4())
    assert take_in(warrant=warrant) == 1 and Problem.objects.count() == 1
    assert Message.objects.exclude(sealed="").count() == 1
    with clock.pinned(date(2026, 1, 19)):
        take_in(warrant=warrant)
    assert not Message.objects.exclude(sealed="").exists()


def test_without_a_mail_server_the_feed_is_offered(law, settings):
    settings.MAIL_WORKS = False
    assert "tin.xml" in Client().get(f"{WHERE}theo-doi/").content.decode()


def test_words_of_a_problem_are_forgotten_a_while_after_it_is_closed(law, warrant):
    sent(f"{WHERE}bao-sai/", words="x")
    close_problem(Problem.objects.get(), "Đã sửa.", warrant=warrant)
    with clock.pinned(date(2026, 7, 10)):
        forget_closed()
        assert Problem.objects.exists()
    with clock.pinned(date(2026, 7, 20)):
        forget_closed()
        assert not Problem.objects.exists()


def link_in(letter, word: str) -> str:
    whole = re.search(rf"http://127\.0\.0\.1:8000(/\S+/{word}/\S+)", letter.get_content())
    assert whole is not None
    return whole[1]
