"""The link that stops reminders: signed, for one person and one kind, good without signing in.

It lets whoever holds it stop reminders, and nothing else; every stop can be taken back at the desk.
"""

from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.core import signing
from django.urls import reverse

from mangnon.access.models import User
from mangnon.notices.errors import bad_link
from mangnon.notices.kinds import Kind

_SALT = "mangnon.notices.stop"
GOOD_FOR = timedelta(days=365)  # a letter kept longer is answered by the page that says so
ALL = "all"  # every kind: what a mail program's own button means


class Wanted(NamedTuple):
    """What a link asks for."""

    user: User
    kinds: tuple[str, ...]
    kind: str


def stop_link(user: User, kind: str) -> str:
    """Return the whole address at which this person stops a kind of reminders."""
    token = signing.dumps([str(user.uuid), str(kind)], salt=_SALT)
    return f"{settings.SITE_ADDRESS}{reverse('notices:stop', args=[token])}"


def read(token: str) -> Wanted:
    """Return what a link asks for; raises BadLink."""
    try:
        uuid, kind = signing.loads(token, salt=_SALT, max_age=GOOD_FOR)
    except (signing.BadSignature, ValueError):
        raise bad_link() from None
    user = User.objects.filter(uuid=uuid, is_active=True).first()
    if user is None or (kind != ALL and kind not in Kind.values):
        raise bad_link()
    return Wanted(user, tuple(Kind.values) if kind == ALL else (kind,), kind)
