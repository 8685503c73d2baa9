"""What somebody wants to hear of: hers alone to choose."""

from collections.abc import Iterable

from django.db import transaction

from mangnon import clock
from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.notices.errors import no_such_kind
from mangnon.notices.kinds import Kind
from mangnon.notices.models import Stop

STOP, RESUME = "notices.stop", "notices.resume"


def stop(user: User, kinds: Iterable[str], *, warrant: Warrant) -> int:
    """Stop kinds of reminders, at the desk and by letter; return how many came until now."""
    warrant.demand(STOP)
    wanted = _known(kinds)
    with transaction.atomic():
        stopped = set(Stop.objects.filter(user=user).values_list("kind", flat=True))
        new = [kind for kind in wanted if kind not in stopped]
        Stop.objects.bulk_create(
            [Stop(user=user, kind=kind, since=clock.today()) for kind in new],
            ignore_conflicts=True,  # the mail program and the person may press at once
        )
        for kind in new:
            record(warrant, STOP, subject=_named(user), data={"kind": kind})
    return len(new)


def resume(user: User, kinds: Iterable[str], *, warrant: Warrant) -> int:
    """Have kinds of reminders come again; return how many had been stopped."""
    warrant.demand(RESUME)
    wanted = _known(kinds)
    with transaction.atomic():
        stopped = list(Stop.objects.filter(user=user, kind__in=wanted).order_by("kind"))
        Stop.objects.filter(pk__in=[one.pk for one in stopped]).delete()
        for one in stopped:
            record(warrant, RESUME, subject=_named(user), data={"kind": one.kind})
    return len(stopped)


def _known(kinds: Iterable[str]) -> list[str]:
    wanted = [str(one) for one in kinds]
    if not wanted or not set(wanted) <= set(Kind.values):
        raise no_such_kind()
    return wanted


def _named(user: User) -> str:
    return f"access.user:{user.uuid}"
