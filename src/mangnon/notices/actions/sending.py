"""Letters out of the box in which they wait: each is claimed, sent, and noted; none is lost.

A letter is claimed before the server is asked, so that two processes do not send one; what was
claimed by a machine that stopped is given back after a while.
"""

import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.notices.actions.making import MAKE
from mangnon.notices.composing import compose
from mangnon.notices.models import Letter, Notice
from mangnon.notices.standing import Standing

logger = logging.getLogger(__name__)
FORGOTTEN = timedelta(minutes=15)  # a letter claimed so long ago was not sent
MOST_TRIES = 20
_FOR_GOOD = 500  # an SMTP answer from here on says no, below it says later
_State = Letter.State


@dataclass
class Sent:
    """What became of the letters that waited."""

    sent: int = 0
    dropped: int = 0
    refused: int = 0
    waiting: int = 0


def send(*, warrant: Warrant) -> Sent:
    """Send what waits, over one connection; where the server is away everything waits on."""
    warrant.demand(MAKE)
    done = Sent()
    if not settings.MAIL_WORKS:
        return done
    _give_back()
    waiting = list(
        Letter.objects.filter(state=_State.WAITING).select_related("user__actor").order_by("pk")
    )
    if waiting:
        _send_all(waiting, done)
        done.waiting = Letter.objects.filter(state=_State.WAITING).count()
        with transaction.atomic():
            record(warrant, "notices.send", data=asdict(done))
    return done


def _give_back() -> None:
    """Have letters wait again that were claimed and never noted as sent."""
    before = clock.now() - FORGOTTEN
    forgotten = Letter.objects.filter(state=_State.SENDING, claimed_at__lt=before)
    forgotten.update(state=_State.WAITING, claimed_at=None)


def _send_all(letters: Sequence[Letter], done: Sent) -> None:
    standing = Standing()
    server = get_connection()
    try:
        server.open()
        for letter in letters:
            if _claimed(letter):
                _send_one(letter, server, standing, done)
    except (OSError, SMTPException) as error:
        # The kind alone: what a server answers may repeat an address, or how we signed in.
        logger.warning("the mail server failed: %s", type(error).__name__)
    finally:
        with suppress(OSError, SMTPException):
            server.close()


def _claimed(letter: Letter) -> bool:
    """Take a letter for this process alone."""
    mine = Letter.objects.filter(pk=letter.pk, state=_State.WAITING)
    return bool(mine.update(state=_State.SENDING, claimed_at=clock.now(), tries=F("tries") + 1))


def _send_one(letter: Letter, server: BaseEmailBackend, standing: Standing, done: Sent) -> None:
    notices = standing.of(letter)
    if not notices or not letter.user.email:
        _note(letter, _State.DROPPED)
        done.dropped += 1
        return
    made = compose(letter, notices)
    made.connection = server
    try:
        made.send()
    except (SMTPRecipientsRefused, SMTPResponseException) as error:
        logger.warning("a letter was refused: %s", type(error).__name__)
        final = _is_final(error) or letter.tries + 1 >= MOST_TRIES
        _note(letter, _State.REFUSED if final else _State.WAITING)
        done.refused += final
        return
    except (OSError, SMTPException):
        _note(letter, _State.WAITING)
        raise
    _note(letter, _State.SENT)
    done.sent += 1


def _is_final(error: SMTPRecipientsRefused | SMTPResponseException) -> bool:
    """Whether the server will never take this letter, as far as it says."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= _FOR_GOOD for code, _words in error.recipients.values())
    return int(error.smtp_code) >= _FOR_GOOD


def _note(letter: Letter, state: Letter.State) -> None:
    sent_at = clock.now() if state == _State.SENT else None
    Letter.objects.filter(pk=letter.pk).update(state=state, sent_at=sent_at, claimed_at=None)
    if state == _State.DROPPED:
        Notice.objects.filter(letter=letter).update(letter=None)
