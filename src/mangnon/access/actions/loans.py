"""Rights borrowed for a while."""

from datetime import timedelta

from django.db import transaction

from mangnon import clock
from mangnon.access.actions.notes import note
from mangnon.access.errors import CannotBeGiven
from mangnon.access.models import Loan, User
from mangnon.access.roles import BORROWABLE
from mangnon.access.worded import worded
from mangnon.audit.warrants import Warrant
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence

LONGEST_LOAN = timedelta(hours=4)


def borrow(
    user: User, act: str, place: Place, *, reason: str, hours: float, warrant: Warrant
) -> Loan:
    """Lend a right to whoever holds the warrant, for a reason and at most four hours."""
    warrant.demand("access.borrow", [place.pk])
    length = timedelta(hours=hours)
    reason = reason.strip()
    if warrant.actor != user.actor or act not in BORROWABLE:
        raise CannotBeGiven(
            Sentence(
                vi="Quyền này không cấp tạm thời được, hoặc không nhận thay người khác được.",
                en="This right cannot be borrowed, or not for somebody else.",
            )
        )
    if len(reason) < 10 or not timedelta(0) < length <= LONGEST_LOAN:
        raise CannotBeGiven(
            Sentence(
                vi="Hãy nêu lý do (ít nhất 10 ký tự) và thời hạn không quá 4 giờ.",
                en="Give a reason (10 characters at least) and a term of 4 hours at most.",
            )
        )
    with transaction.atomic():
        now = clock.now()
        loan = worded(
            Loan, reason, user=user, act=act, place=place, lent_at=now, ends_at=now + length
        )
        loan.save(force_insert=True)
        note(
            warrant, "borrow", user, place, words=loan.trail_words,
            right=act, ends_at=loan.ends_at.isoformat(), loan=loan.subject,
        )  # fmt: skip
    return loan


def give_back(loan: Loan, *, warrant: Warrant) -> None:
    """End a loan now; whoever borrowed may, and whoever manages people there."""
    if warrant.actor != loan.user.actor:
        warrant.demand("people.manage", [loan.place_id])
    with transaction.atomic():
        Loan.objects.filter(pk=loan.pk, ends_at__gt=clock.now()).update(ends_at=clock.now())
        note(warrant, "give_back", loan.user, loan.place, right=loan.act)
