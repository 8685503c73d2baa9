"""The cast at the desk: who hands down for the province, a district's officer, a commune's."""

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from mangnon.access import actions as people
from mangnon.access import factors, grounds
from mangnon.access.models import User
from mangnon.audit.warrants import Warrant
from mangnon.duties.models import Assignment, Handing
from mangnon.duties.tests.conftest import (  # noqa: F401
    BEGIN,
    _database,
    board,
    communes,
    districts,
    duty,
    province,
    to_communes,
    today,
    warrant,
)
from mangnon.places.models import Place
from tests.support.desk import signed_in
from tests.support.officers import SECRET


@pytest.fixture
def enter(warrant: Warrant) -> Callable[[str, Place], Client]:  # noqa: F811
    """Give a role at a place to a new person, and return her browser."""

    def entered(role: str, at: Place) -> Client:
        name = f"{role}-{at.code}".lower()
        user: User = people.add_person(name, name=f"{name} Mẫu", warrant=warrant)
        people.give_role(user, role, at, valid_from=BEGIN, warrant=warrant)
        if factors.needed(grounds.of_person(user)):
            TOTP.activate(user, SECRET)
        return signed_in(user)

    return entered


@pytest.fixture
def officer(enter, communes) -> Client:  # noqa: F811
    return enter("child_officer", communes[0])


@pytest.fixture
def steering(enter, province) -> Client:  # noqa: F811
    return enter("supervising_officer", province)


@pytest.fixture
def held(to_communes: Handing, communes) -> Assignment:  # noqa: F811
    return Assignment.objects.get(handing=to_communes, place=communes[0])
