"""Accounts of people."""

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from mangnon.access.actions.notes import subject_of
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.models import Actor
from mangnon.audit.warrants import Warrant
from mangnon.text.sentence import Sentence

LANGUAGE, LEAVE_DIRECTORY = "account.choose_language", "account.leave_directory"


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
                    vi=f"Tên đăng nhập “{username}” đã có người dùng. Hãy chọn tên khác.",
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


def choose_language(user: User, language: str, *, warrant: Warrant) -> None:
    """Keep the language in which somebody reads the desk; hers alone to choose."""
    warrant.demand(LANGUAGE)
    with transaction.atomic():
        user.language = User.Language(language)
        user.save(update_fields=["language"])
        record(warrant, LANGUAGE, subject=subject_of(user), data={"language": language})


def leave_directory(user: User, *, warrant: Warrant) -> None:
    """Part an account from the province's directory; raises CannotBeGiven.

    Who has no password would be locked out, and is refused.
    """
    warrant.demand(LEAVE_DIRECTORY)
    if not user.has_usable_password():
        raise CannotBeGiven(
            Sentence(
                vi="Bạn chưa có mật khẩu, nên bỏ liên kết thì không đăng nhập được nữa. Hãy xin "
                "người quản trị một mã để đặt mật khẩu trước.",
                en="You have no password, so you could not sign in any more. Ask an administrator "
                "for a code to set one first.",
            )
        )
    with transaction.atomic():
        if SocialAccount.objects.filter(user=user).delete()[0]:
            record(warrant, LEAVE_DIRECTORY, subject=subject_of(user))
