"""A wrong environment stops the start with a sentence that says what to write."""

import os
import subprocess
import sys

import pytest

from mangnon.vault import KeyRing

GOOD = {
    "MANGNON_MODE": "test",
    "MANGNON_SECRET_KEY": "k" * 50,
    "DJANGO_SETTINGS_MODULE": "mangnon.settings",
}
CASES = {
    "MANGNON_MODE": ("prod", "production"),
    "MANGNON_DATA": ("nowhere/at/all", "does not exist"),
    "MANGNON_SECRET_KEY": ("short", "random characters"),
    "MANGNON_DATABASE": ("mysql://localhost/x", "postgresql://"),
    "MANGNON_TODAY": ("15/01/2026", "2026-01-15"),
    "MANGNON_ENGINE_MEMORY_MB": ("lots", "whole number from 200"),
    "MANGNON_RELEASE_DAYS_APART": ("-1", "whole number from 0"),
    "MANGNON_FIRST_YEAR": ("12", "whole number from 1990"),
    "MANGNON_DATABASE_OWNER": ("postgresql://owner@127.0.0.1/other", "MANGNON_DATABASE names"),
    "MANGNON_DATABASE_ENGINE": ("mysql://localhost/x", "MANGNON_DATABASE names"),
    "MANGNON_DATABASE_PORTAL": ("postgresql://portal@127.0.0.1", "names no database"),
    "MANGNON_DATABASE_AS": ("root", "desk, portal, owner"),
    "MANGNON_IDLE_MINUTES": ("0", "whole number from 5"),
    "MANGNON_SESSION_HOURS": ("99", "whole number from 1"),
    "MANGNON_PROXIES": ("many", "whole number from 0"),
    "MANGNON_HSTS_DAYS": ("a year", "whole number from 0"),
    "MANGNON_OIDC_ISSUER": ("http://sso.example.vn", "https"),
    "MANGNON_SMTP": ("mail.example.vn", "smtp://"),
    "MANGNON_MAIL_FROM": ("mangnon", "mangnon@haiphong.gov.vn"),
    "MANGNON_REMIND_HOUR": ("noon", "whole number from 0"),
    "MANGNON_ESCALATE_DAYS": ("0", "whole number from 1"),
    "MANGNON_ADDRESS": ("treem.example.gov.vn", "https://treem.example.gov.vn"),
    "MANGNON_KEY": ("c2hvcnQ=", "openssl rand"),
    "MANGNON_VISITS": ("cookies", "process, log"),
}


CHECK = "from mangnon.cli import main; main()"
HEADERS = (
    "import django; django.setup(); from django.http import HttpResponse as Answer;"
    "from django.middleware.security import SecurityMiddleware as Headers;"
    "from django.test import RequestFactory as Ask; ask = Ask().get('/', {ask});"
    "print(dict(Headers(lambda _: Answer())(ask).headers))"
)


def start(tmp_path, code=CHECK, **changed):
    """Start Django in a process of its own, with nothing else in its environment."""
    environment = {"PATH": os.environ["PATH"], "MANGNON_DATA": str(tmp_path), **GOOD, **changed}
    return subprocess.run(
        [sys.executable, "-c", code, "check"],
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_wrong_value_is_named_with_what_to_write(tmp_path, name):
    wrong, write = CASES[name]
    done = start(tmp_path, **{name: wrong})
    assert done.returncode == 2
    assert name in done.stderr
    assert write in done.stderr
    assert "Traceback" not in done.stderr


def test_a_process_that_only_reads_does_not_count_views(tmp_path):
    done = start(tmp_path, MANGNON_DATABASE_AS="portal", MANGNON_VISITS="process")
    assert done.returncode == 2
    assert "MANGNON_VISITS=log" in done.stderr
    print_it = "import django; from django.conf import settings; print(settings.VISITS)"
    assert start(tmp_path, print_it, MANGNON_DATABASE_AS="portal").stdout == "log\n"
    assert start(tmp_path, print_it).stdout == "process\n"


@pytest.mark.parametrize(
    "wrong", ["smtp://u:lotus@h:0", "smtp://u:lotus@h:99999", "smtp://u:lotus@h:x",
              "smtp://u:lotus@", "http://u:lotus@h", "smtp://u:lotus@h/path"]
)  # fmt: skip
def test_a_wrong_mail_server_is_refused_and_its_password_is_not_said(tmp_path, wrong):
    done = start(tmp_path, MANGNON_SMTP=wrong)
    assert done.returncode == 2
    assert "MANGNON_SMTP: not smtp://" in done.stderr
    assert "lotus" not in done.stdout + done.stderr


def test_the_mail_servers_address_is_read_from_a_file(tmp_path):
    (tmp_path / "smtp").write_text("smtp://u:sen%20h%E1%BB%93ng@mail.example.vn\n")
    done = start(tmp_path, MANGNON_SMTP_FILE=str(tmp_path / "smtp"))
    assert done.returncode == 2
    assert "plain letters" in done.stderr and "sen" not in done.stderr


def test_a_password_is_hashed_with_the_full_effort_of_argon2(tmp_path):
    words = "from django.contrib.auth.hashers import make_password; print(make_password('sen'))"
    environment = {**os.environ, **GOOD, "MANGNON_DATA": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", words], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("argon2$argon2id$v=19$m=102400,t=2,p=8$")


def produce(tmp_path, code=CHECK, **changed):
    """Start a production installation whose keys lie beside its data."""
    (tmp_path / "data").mkdir(exist_ok=True)
    if not (tmp_path / "keys").exists():
        KeyRing.generate(tmp_path / "keys")
    values = {
        "MANGNON_MODE": "production",
        "MANGNON_DATA": str(tmp_path / "data"),
        "MANGNON_HOSTS": "treem.example.vn",
        "MANGNON_KEY_FILE": str(tmp_path / "keys"),
    }
    return start(tmp_path, code, **{**values, **changed})


def test_a_production_with_all_it_needs_starts(tmp_path):
    assert "mangnon migrate" in produce(tmp_path).stdout


@pytest.mark.parametrize(
    ("ask", "more", "said"),
    [
        ("secure=True", {}, "'Strict-Transport-Security': 'max-age=31536000'"),
        ("secure=True", {"MANGNON_HSTS_DAYS": "7"}, "max-age=604800"),
        ("HTTP_X_FORWARDED_PROTO='https'", {"MANGNON_PROXIES": "1"}, "max-age=31536000"),
    ],
)
def test_a_browser_that_came_over_tls_is_told_to_stay_there(tmp_path, ask, more, said):
    assert said in produce(tmp_path, HEADERS.replace("{ask}", ask), **more).stdout


@pytest.mark.parametrize(
    ("ask", "more"),
    [
        ("secure=True", {"MANGNON_HSTS_DAYS": "0"}),
        ("HTTP_X_FORWARDED_PROTO='https'", {}),  # no proxy of ours: anybody may write that
    ],
)
def test_else_nothing_is_said_of_tls(tmp_path, ask, more):
    told = produce(tmp_path, HEADERS.replace("{ask}", ask), **more).stdout
    assert "nosniff" in told and "Strict-Transport" not in told


@pytest.mark.parametrize("name", ["MANGNON_SECRET_KEY", "MANGNON_HOSTS", "MANGNON_KEY_FILE"])
def test_production_has_no_default(tmp_path, name):
    done = produce(tmp_path, **{name: None})
    assert done.returncode == 2
    assert f"{name}: is not set" in done.stderr


def test_a_production_that_sends_letters_says_whom_they_come_from(tmp_path):
    server = {"MANGNON_SMTP": "smtps://mail.example.vn"}
    assert "MANGNON_MAIL_FROM: is not set" in produce(tmp_path, **server).stderr
    assert "mangnon migrate" in produce(tmp_path, **server, MANGNON_MAIL_FROM="a@b.vn").stdout


def test_production_lives_on_the_day_of_today(tmp_path):
    done = produce(tmp_path, MANGNON_TODAY="2026-01-15")
    assert done.returncode == 2
    assert "lives on today's date" in done.stderr


def test_production_does_not_start_without_its_keys(tmp_path):
    done = produce(tmp_path, MANGNON_KEY_FILE=str(tmp_path / "none"))
    assert done.returncode == 2
    assert "There is no key file" in done.stderr


def test_production_refuses_keys_among_its_data(tmp_path):
    (tmp_path / "data").mkdir()
    KeyRing.generate(tmp_path / "data" / "keys")
    done = produce(tmp_path, MANGNON_KEY_FILE=str(tmp_path / "data" / "keys"))
    assert done.returncode == 2
    assert "lies in the data folder" in done.stderr


def test_production_refuses_keys_that_others_read(tmp_path):
    KeyRing.generate(tmp_path / "keys")
    (tmp_path / "keys").chmod(0o644)
    done = produce(tmp_path)
    assert done.returncode == 2
    assert "can be read by others" in done.stderr


def test_production_takes_no_key_from_the_environment(tmp_path):
    done = produce(tmp_path, MANGNON_KEY="A" * 43 + "=")
    assert done.returncode == 2
    assert "from a file that is mounted" in done.stderr
