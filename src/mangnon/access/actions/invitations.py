"""Inviting people: an account, a role, and a code by which its owner sets her password."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from mangnon.access.actions.accounts import add_person
from mangnon.access.actions.codes import issue_code
from mangnon.access.actions.roles import give_role
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import OneTimeCode, User
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,62}[a-z0-9]")


@dataclass(frozen=True, slots=True)
class Invited:
    """A person and the code that goes into the letter; it is nowhere else."""

    user: User
    code: str


def invite(
    username: str,
    *,
    name: str,
    role: str,
    place: Place,
    email: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    basis: str = "",
    batch: UUID | None = None,
    warrant: Warrant,
) -> Invited:
    """Add a person, give her a role, issue her code; all or nothing. Raises CannotBeGiven."""
    warrant.demand("people.manage", [place.pk])
    check_username(username)
    with transaction.atomic():
        user = add_person(username, name=name, email=email, warrant=warrant)
        give_role(
            user,
            role,
            place,
            valid_from=valid_from,
            valid_to=valid_to,
            basis=basis,
            batch=batch,
            warrant=warrant,
        )
        code = issue_code(user, OneTimeCode.Purpose.INVITATION, warrant=warrant)
    return Invited(user, code)


def check_username(username: str) -> None:
    """Raise CannotBeGiven for a name that cannot be typed on every keyboard."""
    if not _USERNAME.fullmatch(username.strip().lower()):
        raise CannotBeGiven(
            Sentence(
                vi="Tên đăng nhập gồm 2–64 chữ không dấu, số, dấu chấm hoặc gạch. Ví dụ: an.nguyen",
                en="A sign-in name has 2–64 plain letters, digits, dots or dashes, such as "
                "an.nguyen",
            )
        )
