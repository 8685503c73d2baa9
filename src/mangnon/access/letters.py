"""Letters to people about their account: by e-mail where there is one."""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlencode

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from mangnon.access.models import User

logger = logging.getLogger(__name__)
# A page waits no longer for its letters: codes that did not go by then are shown on paper.
MOST_SECONDS = 20
# The server refuses this one letter, and would take another.
_REFUSED = (SMTPRecipientsRefused, SMTPResponseException)
# The code stands in no address: addresses are written into the logs of servers on the way.
_TEXT = """Chào {name},

Bạn có một mã dùng một lần để đặt mật khẩu trên {site}.

  Tên đăng nhập: {username}
  Mã: {code}
  Trang: {link}

Mã chỉ dùng được một lần, trong vài ngày. Nếu bạn không chờ thư này, hãy bỏ qua.

--
Dear {name}, this is a one-time code to set your password on {site}.
Sign-in name: {username}. Code: {code}. Page: {link}
"""
Coded = tuple[User, str]


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of letters: ids of whom they went to, and how many could not be sent."""

    sent: frozenset[int]
    failed: int


def send_codes(codes: Sequence[Coded], page: str) -> Posted:
    """Send each person her one-time code, where there is a mail server and she has an address."""
    addressed = [one for one in codes if settings.MAIL_WORKS and one[0].email]
    sent = frozenset(_sent(addressed, page))
    return Posted(sent, len(addressed) - len(sent))


def _sent(addressed: Sequence[Coded], page: str) -> Iterator[int]:
    """Yield whose letter the server took; over one connection, until it fails or time is up."""
    if not addressed:
        return
    until = time.monotonic() + MOST_SECONDS
    server = get_connection()
    try:
        server.open()
        for user, code in addressed:
            if time.monotonic() > until:
                raise TimeoutError
            if _taken(server, user, code, page):
                yield user.pk
    except (OSError, SMTPException) as error:
        # The kind alone: what a server answers may repeat an address, or how we signed in.
        logger.warning("the mail server failed: %s", type(error).__name__)
    finally:
        with suppress(OSError, SMTPException):
            server.close()


def _taken(server: BaseEmailBackend, user: User, code: str, page: str) -> bool:
    link = f"{page}?{urlencode({'ten': user.username})}"
    words = {"name": user.name, "username": user.username, "code": code, "link": link}
    letter = EmailMessage(
        subject=f"{settings.SITE_NAME}: mã dùng một lần",
        body=_TEXT.format(site=settings.SITE_NAME, **words),
        to=[user.email],
        connection=server,
    )
    try:
        return bool(letter.send())
    except _REFUSED as error:
        logger.warning("a letter was refused: %s", type(error).__name__)
        return False
