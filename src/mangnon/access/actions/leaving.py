"""Handing over, on leave or for good, and leaving."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from mangnon import clock
from mangnon.access.actions.notes import subject_of
from mangnon.access.actions.roles import end_role, give_role
from mangnon.access.actions.sessions import end_sessions
from mangnon.access.errors import CannotBeGiven
from mangnon.access.handovers import Handover, Passed, move_open_work
from mangnon.access.models import Holding, Loan, OneTimeCode, User
from mangnon.access.people import belongs_to, current_and_coming
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.text.sentence import Sentence

_LONGEST_LEAVE = timedelta(days=366)


def hand_over(
    giver: User,
    taker: User,
    *,
    since: date | None = None,
    until: date | None = None,
    warrant: Warrant,
) -> Passed:
    """Have somebody take over every role and all open work; return what passed.

    With ``until`` it is a leave: the giver keeps her roles, the taker holds them until that day.
    Without, the giver's roles end on the day. The taker's wait for a second administrator like
    any others, whatever she holds elsewhere. What was borrowed passes to nobody. Raises
    CannotBeGiven.
    """
    warrant.demand("people.manage", belongs_to(giver))
    day = since or clock.today()
    held = list(current_and_coming(giver).select_related("place"))
    _check(giver, taker, held, day, until)
    with transaction.atomic():
        batch = uuid4()
        passed = sum(_pass_on(one, taker, day, until, batch, warrant) for one in held)
        places = frozenset(one.place_id for one in held)
        work = Handover(giver, taker, places, day, until)
        if work.for_good_now:
            _end_loans(giver)
        moved = move_open_work(work, warrant=warrant)
        told = {"to": taker.username, "since": day.isoformat(), "roles": passed, "moved": moved}
        told["until"] = until.isoformat() if until else ""
        record(warrant, "people.hand_over", subject=subject_of(giver), data=told)
        unconfirmed = Holding.objects.filter(batch=batch, state=Holding.State.WAITING).count()
    return Passed(passed, moved, unconfirmed)


def close_account(user: User, *, warrant: Warrant) -> None:
    """Close the account of who leaves: roles, loans, sessions, codes and factors end at once."""
    warrant.demand("people.manage", belongs_to(user))
    if warrant.actor == user.actor:
        raise CannotBeGiven(
            Sentence(
                vi="Không ai tự đóng tài khoản của mình. Hãy nhờ một người quản trị khác.",
                en="Nobody closes her own account. Ask another administrator.",
            )
        )
    with transaction.atomic():
        held = list(current_and_coming(user))
        for holding in held:
            end_role(holding, warrant=warrant)
        _end_loans(user)
        end_sessions(user, warrant=warrant)
        OneTimeCode.objects.filter(user=user, used_at__isnull=True).delete()
        Authenticator.objects.filter(user=user).delete()
        SocialAccount.objects.filter(user=user).delete()
        user.is_active = False
        user.set_unusable_password()
        user.save(update_fields=["is_active", "password"])
        record(warrant, "people.close_account", subject=subject_of(user), data={"roles": len(held)})


def _end_loans(user: User) -> None:
    """End what somebody borrowed: a loan is hers alone, for her reason, and passes to nobody."""
    Loan.objects.filter(user=user, ends_at__gt=clock.now()).update(ends_at=clock.now())


def _pass_on(
    holding: Holding, taker: User, day: date, until: date | None, batch: UUID, warrant: Warrant
) -> bool:
    """Give one role to the taker; False where she holds it already."""
    start = max(day, holding.valid_from)
    end = min(filter(None, (until, holding.valid_to)), default=None)
    if until is None:
        end_role(holding, on=start, warrant=warrant)
    if end is not None and end <= start:
        return False
    if current_and_coming(taker).filter(role=holding.role, place=holding.place).exists():
        return False
    give_role(
        taker,
        holding.role,
        holding.place,
        valid_from=start,
        valid_to=end,
        office=holding.office,
        basis=f"Thay {holding.user.name}",
        batch=batch,
        warrant=warrant,
    )
    return True


def _check(giver: User, taker: User, held: list[Holding], day: date, until: date | None) -> None:
    if giver == taker or not taker.is_active or not held:
        raise CannotBeGiven(
            Sentence(
                vi="Chỉ bàn giao vai trò đang giữ cho một người khác đang làm việc.",
                en="Roles that are held are handed over to somebody else who works here.",
            )
        )
    if until is not None and not day < until <= day + _LONGEST_LEAVE:
        raise CannotBeGiven(
            Sentence(
                vi="Ngày về phải sau ngày bắt đầu nghỉ, và không quá một năm.",
                en="The day of return comes after the first day of leave, within a year.",
            )
        )
