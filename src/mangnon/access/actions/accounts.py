"""Accounts of people."""

from django.db import transaction

from mangnon.access.actions.notes import subject_of
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant
from mangnon.text.sentence import Sentence


def add_person(
    username: str, *, name: str, email: str = "", password: str | None = None, warrant: Warrant
) -> User:
    """Add an account without any role; without a password nobody signs in to it yet.

    Raises CannotBeGiven where the name to sign in with is taken.
    """
    warrant.demand("people.manage")
    username = username.strip().lower()
    with transaction.atomic():
        if User.objects.filter(username=username).exists():
            raise CannotBeGiven(
                Sentence(
                    vi=f"Tên đăng nhập «{username}» đã có người dùng. Hãy chọn tên khác.",
                    en=f"The sign-in name “{username}” is taken. Choose another.",
                )
            )
        actor = Actor.objects.create(
            code=f"person:{username}", kind=Actor.Kind.PERSON, name=name.strip()
        )
        user = User(username=username, actor=actor, email=email.strip())
        user.set_password(password)
        user.save(force_insert=True)
        record(warrant, "people.add_person", subject=subject_of(user))
    return user
