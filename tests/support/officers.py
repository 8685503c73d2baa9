"""The cast of the private house: one officer of each kind, at places of the small area."""

import time
from datetime import date

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value

from mangnon.access import actions, factors, grounds
from mangnon.access.doors import system_warrant
from mangnon.access.models import User
from mangnon.places.models import Place

PASSWORD = "măng mọc thẳng 2013"
# The secret of everybody's authenticator app, where a role needs a second factor.
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
_TOO_LATE = 3  # seconds left of a code that nobody types any more
SINCE = date(2012, 1, 1)
# Who holds what, where; Khách holds nothing.
CAST = {
    "an": ("An Thị Mẫu", "child_officer", "n1"),
    "en": ("En Thị Mẫu", "child_officer", "n1"),
    "binh": ("Bình Văn Mẫu", "child_officer", "n2"),
    "chi": ("Chi Thị Mẫu", "station_head", "n1"),
    "dung": ("Dung Văn Mẫu", "supervising_officer", "north"),
    "giang": ("Giang Thị Mẫu", "supervising_officer", "area"),
    "ha": ("Hà Văn Mẫu", "auditor", "area"),
    "kien": ("Kiên Thị Mẫu", "administrator", "area"),
    "lan": ("Lan Thị Mẫu", "administrator", "area"),
    "minh": ("Minh Văn Mẫu", "leader", "n1"),
    "oanh": ("Oanh Thị Mẫu", "editor", "area"),
    "phuc": ("Phúc Văn Mẫu", "chief_editor", "area"),
    "thu": ("Thu Thị Mẫu", "librarian", "area"),
    "khach": ("Khách Văn Mẫu", None, None),
}


def officer(username: str, *, on: date = SINCE) -> User:
    """Return one of the cast, made with her role on first use; the small area must stand."""
    found = User.objects.filter(username=username).select_related("actor").first()
    if found is not None:
        return found
    name, role, code = CAST[username]
    warrant = system_warrant("test")
    user = actions.add_person(username, name=name, password=PASSWORD, warrant=warrant)
    if role is not None:
        place = living(code, on)
        actions.give_role(user, role, place, valid_from=on, warrant=warrant)
        if factors.needed(grounds.of_person(user)):
            TOTP.activate(user, SECRET)
    return user


def app_code(steps: int = 0) -> str:
    """Return what the app shows now, or some steps of 30 seconds away.

    As who sees the ring run out, it waits for the next code: the old one would come too late.
    """
    left = 30 - time.time() % 30
    if left < _TOO_LATE:
        time.sleep(left)
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30 + steps))


def living(code: str, on: date = SINCE) -> Place:
    """Return the place of a code that lives on the day."""
    return next(p for p in Place.objects.filter(code=code) if p.lives_on(on))
