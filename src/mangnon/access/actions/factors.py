"""A lost second factor: one person asks for the reset, another confirms it."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction

from mangnon import clock
from mangnon.access.actions.notes import subject_of
from mangnon.access.actions.sessions import end_sessions
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import FactorReset, User
from mangnon.access.people import belongs_to
from mangnon.access.worded import worded
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.text.sentence import Sentence

ACT = "people.reset"
WAITS = timedelta(hours=72)
_SHORTEST = 10


def ask_factor_reset(user: User, *, reason: str, warrant: Warrant) -> FactorReset:
    """Ask for a person's second factor to be reset, saying how one knows that it is she."""
    warrant.demand(ACT, belongs_to(user))
    _check_not_herself(user, warrant)
    if len(reason.strip()) < _SHORTEST:
        raise CannotBeGiven(
            Sentence(
                vi="Hãy ghi vì sao, và bạn xác minh người đó bằng cách nào (ít nhất 10 ký tự).",
                en="Say why, and how you made sure who it is (10 characters at least).",
            )
        )
    now = clock.now()
    with transaction.atomic():
        FactorReset.objects.filter(user=user, confirmed_at__isnull=True).delete()
        asked = worded(
            FactorReset, reason.strip(),
            user=user, asked_by=warrant.actor, asked_at=now, expires_at=now + WAITS,
        )  # fmt: skip
        asked.save(force_insert=True)
        about, words = subject_of(user), asked.trail_words
        record(warrant, "people.ask_reset", subject=about, reason=words)
    return asked


def confirm_factor_reset(asked: FactorReset, *, warrant: Warrant) -> None:
    """Reset the second factor, as another person asked; every session of hers ends."""
    user = asked.user
    warrant.demand(ACT, belongs_to(user))
    _check_not_herself(user, warrant)
    if warrant.actor == asked.asked_by:
        raise CannotBeGiven(
            Sentence(
                vi="Người xác nhận phải khác người đề nghị. Hãy nhờ một người nữa có quyền này.",
                en="Who confirms must not be who asked. Ask another person who holds this right.",
            )
        )
    with transaction.atomic():
        waiting = FactorReset.objects.filter(
            pk=asked.pk, confirmed_at__isnull=True, expires_at__gt=clock.now()
        )
        if not waiting.update(confirmed_by=warrant.actor, confirmed_at=clock.now()):
            raise CannotBeGiven(
                Sentence(
                    vi="Đề nghị này đã được xác nhận hoặc đã quá hạn. Hãy đề nghị lại.",
                    en="This request was confirmed already or is over. Ask anew.",
                )
            )
        Authenticator.objects.filter(user=user).delete()
        end_sessions(user, warrant=warrant)
        record(
            warrant,
            "people.confirm_reset",
            subject=subject_of(user),
            data={"asked_by": asked.asked_by.code},
        )


def _check_not_herself(user: User, warrant: Warrant) -> None:
    if warrant.actor == user.actor or not user.is_active:
        raise CannotBeGiven(
            Sentence(
                vi="Không đặt lại cho chính mình, cũng không cho người đã nghỉ.",
                en="Not for oneself, nor for somebody who has left.",
            )
        )
