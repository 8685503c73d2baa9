"""Reminders: at which hour, when who handed a duty down hears of it, where letters lead."""

from urllib.parse import urlsplit

from mangnon.settings import env
from mangnon.settings.mode import MODE
from mangnon.settings.web import ALLOWED_HOSTS

# The hour of Việt Nam from which the day's reminders are made; nobody is written to by night.
REMIND_FROM_HOUR = env.number("MANGNON_REMIND_HOUR", default=7, least=0, most=23)
# Working days after a deadline, on which who handed the duty down is told.
ESCALATE_AFTER = env.number("MANGNON_ESCALATE_DAYS", default=5, least=1, most=60)


def _address() -> str:
    """Return where the site is reached from outside: letters are made where no page asks."""
    host = ALLOWED_HOSTS[0]
    own = f"https://{host}" if MODE == "production" else "http://127.0.0.1:8000"
    address = env.text("MANGNON_ADDRESS", example="https://treem.example.gov.vn", default=own)
    parts = urlsplit(address)
    schemes = ("https",) if MODE == "production" else ("https", "http")
    if parts.scheme not in schemes or not parts.hostname or parts.path.strip("/") or parts.query:
        raise env.ImproperlyConfigured(
            f"MANGNON_ADDRESS: “{address}” is no address of a site. Write its beginning alone, for "
            "example: MANGNON_ADDRESS=https://treem.example.gov.vn"
        )
    return f"{parts.scheme}://{parts.netloc}"


SITE_ADDRESS = _address()
