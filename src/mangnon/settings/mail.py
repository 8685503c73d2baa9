"""Letters by e-mail, where the installation has a server for them; else codes go on paper."""

from urllib.parse import unquote, urlsplit

from mangnon.settings import env

_EXAMPLE = "smtp://user:password@mail.haiphong.gov.vn:587"
_URL = env.text("MANGNON_SMTP", example="smtp://mail.haiphong.gov.vn:587", default="")
_PARTS = urlsplit(_URL)
if _URL and (_PARTS.scheme not in ("smtp", "smtps") or not _PARTS.hostname):
    raise env.ImproperlyConfigured(
        f"MANGNON_SMTP: not smtp://… nor smtps://… Write, for example: MANGNON_SMTP={_EXAMPLE}"
    )
# smtps speaks TLS from the first byte; smtp turns to TLS unless it stays on this machine.
_LOCAL = _PARTS.hostname in ("127.0.0.1", "localhost", "::1")
MAIL_WORKS = bool(_URL)
EMAIL_HOST = _PARTS.hostname or ""
EMAIL_PORT = _PARTS.port or (465 if _PARTS.scheme == "smtps" else 587)
EMAIL_HOST_USER = unquote(_PARTS.username or "")
EMAIL_HOST_PASSWORD = unquote(_PARTS.password or "")
EMAIL_USE_SSL = _PARTS.scheme == "smtps"
EMAIL_USE_TLS = _PARTS.scheme == "smtp" and not _LOCAL
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text(
    "MANGNON_MAIL_FROM", example="mangnon@haiphong.gov.vn", default="mangnon@localhost"
)
