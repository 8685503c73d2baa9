"""The cast of duties with people: an officer in one commune, one above, one of the province."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP

from mangnon.access import actions, factors, grounds
from mangnon.access.doors import system_warrant
from mangnon.access.models import User
from mangnon.audit.warrants import Warrant
from mangnon.duties.tests.conftest import (  # noqa: F401  (fixtures)
    BEGIN,
    _database,
    board,
    communes,
    districts,
    duty,
    province,
    to_communes,
    today,
)
from mangnon.places.models import Place
from tests.support.officers import PASSWORD, SECRET
from tests.support.post import PASSWORD as POST_PASSWORD
from tests.support.post import USER, Post, opened

# The duty is due on Tuesday 28 January 2014, as the days off were known when it was handed down.
SEVEN_BEFORE, ONE_BEFORE, DUE = date(2014, 1, 17), date(2014, 1, 27), date(2014, 1, 28)
ONE_AFTER = date(2014, 2, 5)  # 29 January to 4 February are off by law


@pytest.fixture
def warrant() -> Warrant:
    return system_warrant("test")


@pytest.fixture
def person(warrant: Warrant) -> Callable[..., User]:
    """Return a maker of people with a role at a place."""

    def make(username: str, role: str, place: Place, **words: str) -> User:
        email = words.pop("email", f"{username}@example.vn")
        user = actions.add_person(
            username, name=f"{username.capitalize()} Thị Mẫu", email=email, password=PASSWORD,
            warrant=warrant,
        )  # fmt: skip
        actions.give_role(user, role, place, valid_from=BEGIN, warrant=warrant)
        if factors.needed(grounds.of_person(user)):
            TOTP.activate(user, SECRET)
        return user

    return make


@pytest.fixture
def an(person: Callable[..., User], to_communes: object, communes: list[Place]) -> User:  # noqa: F811
    """The officer of the first commune."""
    return person("an", "child_officer", communes[0])


@pytest.fixture
def mail(settings: object) -> Iterator[Post]:
    """Point the installation at a mail server, and give back the server's hands."""
    post = Post()
    server = opened(post)
    point_at(settings, server.port)
    yield post
    server.stop()


def point_at(settings, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAIL_WORKS, settings.EMAIL_HOST, settings.EMAIL_PORT = True, "127.0.0.1", port
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = USER, POST_PASSWORD
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "Măng Non <mangnon@example.vn>"
