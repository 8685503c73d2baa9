"""Signing in with a directory: a real provider in a process of its own, asked over HTTP."""

import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client

from mangnon.access import oidc
from mangnon.access.models import User
from mangnon.audit.models import Entry
from tests.support.desk import BACKEND, fill
from tests.support.directory import CLIENT, PASSWORD, SECRET

ROOT = Path(__file__).resolve().parents[4]
GO, BACK = "/desk/tai-khoan/cong-vu/co-quan/", "/desk/tai-khoan/cong-vu/co-quan/ve/"
ACCOUNT = "/desk/tai-khoan/"
CALLBACK = f"http://testserver{BACK}"


@pytest.fixture(scope="module")
def issuer(tmp_path_factory):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [str(port), str(tmp_path_factory.mktemp("directory")), CALLBACK]
    process = subprocess.Popen([sys.executable, "-m", "tests.support.directory", *words], cwd=ROOT)
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            requests.get(f"{address}/.well-known/openid-configuration", timeout=2)
            break
        except requests.ConnectionError:
            time.sleep(0.2)
    yield address
    process.terminate()
    process.wait()


@pytest.fixture(autouse=True)
def directory(settings, request):
    cache.clear()
    address = request.getfixturevalue("issuer")
    app = {
        "provider_id": "co-quan", "name": "Tài khoản công vụ",
        "client_id": CLIENT, "secret": SECRET,
        "settings": {"server_url": address, "oauth_pkce_enabled": True},
    }  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
    settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 60  # a busy machine answers late


def answered(where, name):
    """Sign in at the directory as a person would, and return where it sends her back to."""
    browser = requests.Session()
    page = browser.get(where, timeout=20)
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
    typed = {"login": name, "password": PASSWORD, "csrfmiddlewaretoken": token}
    typed["next"] = parse_qs(urlsplit(page.url).query)["next"][0]
    answer = browser.post(page.url, typed, allow_redirects=False, timeout=20)
    while not answer.headers["Location"].startswith(CALLBACK):
        there = requests.compat.urljoin(page.url, answer.headers["Location"])
        answer = browser.get(there, allow_redirects=False, timeout=20)
    return answer.headers["Location"].removeprefix("http://testserver")


def sent_to(client):
    return client.post(GO)["Location"]


def invited(cast, name="khach", address="an@example.vn"):
    user = cast(name)
    User.objects.filter(pk=user.pk).update(email=address)
    return user


def test_who_was_invited_comes_in_and_again_by_her_directory_account(cast):
    user = invited(cast)
    for _ in range(2):
        client = Client()
        assert client.get(answered(sent_to(client), "an"))["Location"] == "/desk/"
        assert client.get("/desk/").status_code == 200
        User.objects.filter(pk=user.pk).update(email="")
    assert SocialAccount.objects.get().extra_data == {}


def test_who_parts_from_the_directory_is_joined_again_only_under_her_address(cast):
    user = invited(cast)
    client = Client()
    client.get(answered(sent_to(client), "an"))
    assert "Bỏ liên kết với tài khoản công vụ" in client.get(ACCOUNT).content.decode()
    assert fill(client, f"{ACCOUNT}bo-noi/")["Location"] == ACCOUNT
    assert "Đã bỏ liên kết" in client.get(ACCOUNT).content.decode()
    assert client.get(f"{ACCOUNT}bo-noi/").status_code == 404
    assert not SocialAccount.objects.exists()
    assert Entry.objects.latest("pk").act == "account.leave_directory"
    User.objects.filter(pk=user.pk).update(email="")
    stranger = Client()
    assert stranger.get(answered(sent_to(stranger), "an")).status_code == 403


def test_who_has_no_password_is_not_locked_out_by_parting(cast):
    user = invited(cast)
    client = Client()
    client.get(answered(sent_to(client), "an"))
    user.set_unusable_password()
    user.save()
    client.force_login(user, backend=BACKEND)
    page = fill(client, f"{ACCOUNT}bo-noi/")
    assert page.status_code == 422
    assert "Bạn chưa có mật khẩu" in page.content.decode()
    assert SocialAccount.objects.exists()


def test_the_second_factor_is_asked_all_the_same(cast):
    invited(cast, "giang")
    client = Client()
    back = client.get(answered(sent_to(client), "an"))
    assert back["Location"] == "/desk/tai-khoan/buoc-hai/nhap-ma/"
    assert client.get("/desk/").status_code == 302


def test_who_was_not_invited_stays_out_and_leaves_no_account(cast):
    invited(cast)
    before = User.objects.count()
    client = Client()
    page = client.get(answered(sent_to(client), "la"))
    assert page.status_code == 403
    assert "chưa được mời" in page.content.decode()
    assert (User.objects.count(), SocialAccount.objects.count()) == (before, 0)


def test_an_answer_to_another_state_is_refused(cast):
    invited(cast)
    back = answered(sent_to(Client()), "an")
    stranger = Client()
    sent_to(stranger)
    page = stranger.get(back)
    assert "Chưa đăng nhập được" in page.content.decode()
    assert stranger.get("/desk/").status_code == 302


@pytest.mark.parametrize(("claim", "value"), [("nonce", "khác"), ("aud", "ai-khac"), ("iss", "x")])
def test_a_token_with_another_nonce_audience_or_issuer_is_refused(cast, monkeypatch, claim, value):
    invited(cast)
    client = Client()
    back = answered(sent_to(client), "an")
    genuine = oidc.jwtkit.verify_and_decode

    def altered(**words):
        if claim == "nonce":
            return {**genuine(**words), claim: value}
        return genuine(**{**words, {"aud": "audience", "iss": "issuer"}[claim]: value})

    monkeypatch.setattr(oidc.jwtkit, "verify_and_decode", altered)
    page = client.get(back)
    assert "Chưa đăng nhập được" in page.content.decode()
    assert client.get("/desk/").status_code == 302


def test_without_a_directory_there_is_no_button_and_no_page(settings, client):
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": []}}
    assert client.post(GO).status_code == 404
    assert "cong-vu" not in client.get("/desk/tai-khoan/dang-nhap/").content.decode()
