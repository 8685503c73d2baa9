"""Letters with codes, through a real mail server on this machine: taken, refused, gone."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from mangnon.access import letters
from mangnon.access.models import User
from tests.support.desk import fill, signed_in
from tests.support.post import PASSWORD, REFUSED, USER, Post, free_port, opened

PEOPLE, BY_CODE = "/desk/moi-nguoi/", "/desk/tai-khoan/ma/"
NEW = "tre mọc bên bờ ao"
CODE = re.compile(r"(?:[A-Z0-9]{4}-){3}[A-Z0-9]{4}")


@pytest.fixture
def mail(settings):
    """Point the installation at a mail server, and give back the server's hands."""
    cache.clear()
    post = Post()
    server = opened(post)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAIL_WORKS, settings.EMAIL_HOST, settings.EMAIL_PORT = True, "127.0.0.1", server.port
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = USER, PASSWORD
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "Măng Non <mangnon@example.vn>"
    yield post
    server.stop()


@pytest.fixture
def kien(cast):
    return signed_in(cast("kien"))


def invited(kien, place, email, username="mai"):
    """Invite somebody as an administrator does; give the page that says where the code went."""
    answers = {"name": "Mai Thị Mẫu", "username": username, "email": email}
    answers |= {"role": "collaborator", "place": place("n1").pk}
    led_to = fill(kien, f"{PEOPLE}moi/", **answers)
    return kien.post(led_to["Location"]).content.decode()


def test_an_invitation_arrives_and_lets_its_owner_in(mail, kien, place):
    page = invited(kien, place, "mai@example.vn")
    assert "Đã gửi 1 thư có mã." in page
    assert CODE.search(page) is None
    letter = mail.letters[0]
    assert (letter["To"], letter["From"]) == ("mai@example.vn", "Măng Non <mangnon@example.vn>")
    assert letter["Subject"] == "Măng Non: mã dùng một lần"
    text = letter.get_content()
    assert "Chào Mai Thị Mẫu" in text and "Tên đăng nhập: mai" in text
    link = re.search(r"Trang: (\S+)", text).group(1)
    assert link == f"http://testserver{BY_CODE}?ten=mai"
    form = Client().get(link.removeprefix("http://testserver")).content.decode()
    assert 'value="mai"' in form
    typed = {"username": "mai", "code": CODE.search(text).group(), "password": NEW, "again": NEW}
    assert Client().post(BY_CODE, typed)["Location"] == "/desk/tai-khoan/dang-nhap/"
    assert User.objects.get(username="mai").check_password(NEW)


def test_a_code_for_a_lost_password_arrives(mail, kien, cast):
    an = cast("an")
    User.objects.filter(pk=an.pk).update(email="an@example.vn")
    led_to = fill(kien, f"{PEOPLE}{an.uuid}/ma/")
    kien.post(led_to["Location"])
    code = CODE.search(mail.letters[0].get_content()).group()
    Client().post(BY_CODE, {"username": "an", "code": code, "password": NEW, "again": NEW})
    assert User.objects.get(username="an").check_password(NEW)


def test_no_letter_holds_a_code_in_an_address(mail, kien, place):
    invited(kien, place, "mai@example.vn")
    text = mail.letters[0].get_content()
    code = CODE.search(text).group()
    assert text.count(code) == 2  # once in each language
    assert not any(code in word for word in text.split() if "/" in word)


def on_paper(page):
    assert "Không mã nào bị mất" in page
    return CODE.findall(page)


def test_with_the_server_down_the_code_is_shown_and_nothing_is_lost(
    mail, kien, place, settings, caplog
):
    settings.EMAIL_PORT = free_port()
    page = invited(kien, place, "mai@example.vn")
    assert "Chưa gửi được 1 thư" in page
    (code,) = on_paper(page)
    typed = {"username": "mai", "code": code, "password": NEW, "again": NEW}
    assert Client().post(BY_CODE, typed).status_code == 302
    assert caplog.messages == ["the mail server failed: ConnectionRefusedError"]


def test_a_wrong_password_of_the_server_is_written_into_no_log(mail, kien, place, settings, caplog):
    settings.EMAIL_HOST_PASSWORD = "lotus-lotus"
    (code,) = on_paper(invited(kien, place, "mai@example.vn"))
    said = "".join(one for one in caplog.messages if one.startswith("the mail"))
    assert said == "the mail server failed: SMTPAuthenticationError"
    assert not any(word in caplog.text for word in ("lotus", code, "mai@example.vn"))


def test_of_many_only_those_that_did_not_go_are_on_paper(mail, cast, caplog):
    codes = [(cast("an"), "A"), (cast("binh"), "B"), (cast("chi"), "C"), (cast("dung"), "D")]
    for (user, _), address in zip(
        codes, ("a@example.vn", REFUSED, "", "d@example.vn"), strict=True
    ):
        user.email = address
    posted = letters.send_codes(codes, "http://h/ma/")
    assert posted == letters.Posted(frozenset({codes[0][0].pk, codes[3][0].pk}), 1)
    assert [letter["To"] for letter in mail.letters] == ["a@example.vn", "d@example.vn"]
    assert REFUSED not in caplog.text


def test_a_server_that_goes_down_in_the_middle_is_not_asked_again(mail, cast):
    mail.goes_after = 1
    codes = [(cast(name), name) for name in ("an", "binh", "chi")]
    for user, name in codes:
        user.email = f"{name}@example.vn"
    posted = letters.send_codes(codes, "http://h/ma/")
    assert posted == letters.Posted(frozenset({codes[0][0].pk}), 2)


def test_a_slow_server_does_not_keep_the_page(mail, cast, monkeypatch):
    mail.seconds = 0.3
    monkeypatch.setattr(letters, "MOST_SECONDS", 0.2)
    codes = [(cast(name), name) for name in ("an", "binh", "chi")]
    for user, name in codes:
        user.email = f"{name}@example.vn"
    assert letters.send_codes(codes, "http://h/ma/").failed == 2
