"""Letters by e-mail, where the installation has a server for them; else codes go on paper."""

from email.utils import parseaddr
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mangnon.settings import env
from mangnon.settings.mode import MODE

_EXAMPLE = "smtp://user:password@mail.haiphong.gov.vn:587"


def _server(url: str) -> SplitResult:
    """Return the parts of the server's address; the refusal does not repeat a password."""
    parts = urlsplit(url)
    try:
        good = parts.scheme in ("smtp", "smtps") and parts.hostname and parts.port != 0
    except ValueError:  # the port is no number of a port
        good = False
    if url and (not good or parts.path.strip("/") or parts.query):
        raise env.ImproperlyConfigured(
            "MANGNON_SMTP: not smtp://… nor smtps://… with a server and a port from 1 to 65535. "
            f"Write, for example: MANGNON_SMTP={_EXAMPLE}"
        )
    if not unquote(parts.netloc).isascii():
        raise env.ImproperlyConfigured(
            "MANGNON_SMTP: the name and the password may hold plain letters, digits and signs "
            f"only: mail servers take no others. Write, for example: MANGNON_SMTP={_EXAMPLE}"
        )
    return parts


def _sender() -> str:
    """Return whom letters come from; a production that sends letters must name it."""
    named = MODE == "production" and MAIL_WORKS
    sender = env.text(
        "MANGNON_MAIL_FROM",
        example="mangnon@haiphong.gov.vn",
        default=None if named else "mangnon@localhost",
    )
    try:
        validate_email(parseaddr(sender)[1])
    except ValidationError:
        raise env.ImproperlyConfigured(
            f"MANGNON_MAIL_FROM: “{sender}” is no e-mail address. Write, for example: "
            "MANGNON_MAIL_FROM=mangnon@haiphong.gov.vn"
        ) from None
    return sender


_PARTS = _server(env.secret("MANGNON_SMTP", example="smtp://mail.haiphong.gov.vn:587", default=""))
# smtps speaks TLS from the first byte; smtp turns to TLS unless it stays on this machine.
_LOCAL = _PARTS.hostname in ("127.0.0.1", "localhost", "::1")
MAIL_WORKS = bool(_PARTS.hostname)
EMAIL_HOST = _PARTS.hostname or ""
EMAIL_PORT = _PARTS.port or (465 if _PARTS.scheme == "smtps" else 587)
EMAIL_HOST_USER = unquote(_PARTS.username or "")
EMAIL_HOST_PASSWORD = unquote(_PARTS.password or "")
EMAIL_USE_SSL = _PARTS.scheme == "smtps"
EMAIL_USE_TLS = _PARTS.scheme == "smtp" and not _LOCAL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = _sender()
