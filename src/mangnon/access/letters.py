"""Letters to people about their account: by e-mail where there is one."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail

from mangnon.access.models import User

logger = logging.getLogger(__name__)
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


def send_code(user: User, code: str, page: str) -> bool:
    """Send a one-time code; False where there is no e-mail, or the server did not take it."""
    if not settings.MAIL_WORKS or not user.email:
        return False
    words = {"name": user.name, "username": user.username, "code": code}
    link = f"{page}?ten={user.username}&ma={code}"
    text = _TEXT.format(site=settings.SITE_NAME, link=link, **words)
    try:
        send_mail(f"{settings.SITE_NAME}: mã dùng một lần", text, None, [user.email])
    except (OSError, SMTPException) as error:
        logger.warning("a letter was not sent: %s", type(error).__name__)
        return False
    return True
