"""Pages of the register asked for by invented officers."""

from datetime import date

from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from mangnon.access.actions import add_person, give_role
from mangnon.access.doors import system_warrant
from mangnon.access.models import User
from mangnon.places import actions as places
from mangnon.places.gazetteer import BelongingRow
from mangnon.places.models import Place
from tests.support.desk import signed_in as client_of
from tests.support.officers import SECRET

SINCE = date(2012, 1, 1)
PEOPLE = {
    "an": "An Thị Mẫu",
    "binh": "Bình Văn Mẫu",
    "chi": "Chi Thị Mẫu",
    "dung": "Dung Văn Mẫu",
    "ha": "Hà Văn Mẫu",
}


def person(username: str, role: str, place: Place) -> User:
    """Return somebody who holds a role at a place, made on first use."""
    found = User.objects.filter(username=username).select_related("actor").first()
    if found is None:
        warrant = system_warrant("test")
        found = add_person(username, name=PEOPLE[username], warrant=warrant)
        give_role(found, role, place, valid_from=SINCE, warrant=warrant)
        TOTP.activate(found, SECRET)
    return found


def signed_in(username: str, role: str, place: Place) -> Client:
    """Return the browser of somebody who holds a role at a place."""
    return client_of(person(username, role, place))


def hold(parent: Place, *children: Place) -> None:
    """Put places under another."""
    rows = [BelongingRow(one.key, parent.key, SINCE, None) for one in children]
    places.belong(rows, warrant=system_warrant("test"))
