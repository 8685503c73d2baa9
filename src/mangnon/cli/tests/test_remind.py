"""``mangnon remind`` and the thread beside the site, with a real mail server on this machine."""

from threading import Event, Thread

import pytest
from click.testing import CliRunner
from django.core.management import call_command

from mangnon import clock
from mangnon.cli.remind import remind_command
from mangnon.notices import reminding
from mangnon.notices.models import Letter, Notice
from mangnon.notices.tests.conftest import (  # noqa: F401  (the cast is theirs)
    SEVEN_BEFORE,
    _database,
    an,
    board,
    communes,
    districts,
    duty,
    mail,
    person,
    point_at,
    province,
    to_communes,
    today,
    warrant,
)
from tests.support.post import Post, free_port, opened

ASKED_AGAIN = 20.0  # seconds in which the thread has to have looked


@pytest.fixture
def _day(an):  # noqa: F811
    with clock.pinned(SEVEN_BEFORE):
        yield


def reminded():
    done = CliRunner().invoke(remind_command)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.usefixtures("_day")
def test_the_command_sends_once_a_day(mail):  # noqa: F811
    assert "Lời nhắc mới: 1." in (said := reminded())
    assert "Thư đã gửi: 1, còn chờ: 0, bị từ chối: 0." in said
    said = reminded()
    assert "Lời nhắc mới: 0." in said
    assert "Thư đã gửi: 0" in said
    assert [one["To"] for one in mail.letters] == ["an@example.vn"]


@pytest.mark.usefixtures("_day")
def test_the_command_says_that_letters_wait_for_a_server_that_is_down(settings):
    point_at(settings, port := free_port())
    assert "Thư đã gửi: 0, còn chờ: 1" in reminded()
    server = opened(post := Post(), port)
    try:
        assert "Thư đã gửi: 1, còn chờ: 0" in reminded()
    finally:
        server.stop()
    assert len(post.letters) == 1


@pytest.mark.usefixtures("_day")
def test_the_command_says_that_no_server_is_set(settings):
    settings.MAIL_WORKS = False
    assert "MANGNON_SMTP is not set" in reminded()
    assert Notice.objects.count() == 1
    assert not Letter.objects.exists()


@pytest.fixture
def beside(transactional_db, an, mail, settings):  # noqa: F811
    """The thread that reminds beside the site, on a day on which it has to; its mail server."""
    settings.REMIND_FROM_HOUR = 0
    stop = Event()
    thread = Thread(target=reminding.keep_reminding, args=(stop, 0.05), daemon=True)
    clock.pin(SEVEN_BEFORE)
    thread.start()
    yield mail
    stop.set()
    thread.join(timeout=ASKED_AGAIN)
    clock.pin(None)
    assert not thread.is_alive()
    call_command("flush", interactive=False, verbosity=0)


def test_the_thread_beside_the_site_reminds_once_and_ends_when_told(beside):
    waits = Event()
    for _ in range(int(ASKED_AGAIN / 0.1)):
        if beside.letters:
            break
        waits.wait(0.1)
    waits.wait(1.0)  # twenty looks more: the day's reminders are made
    assert [one["To"] for one in beside.letters] == ["an@example.vn"]
