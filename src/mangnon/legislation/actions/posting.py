"""What visitors send: laid in the box as it comes, taken out of it by the program.

The public pages may only add to the box: what it holds is sealed, and theirs no more.
"""

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from mangnon import clock
from mangnon.access import sealing
from mangnon.access.worded import worded
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.legislation.actions import following
from mangnon.legislation.actions.editing import EDIT
from mangnon.legislation.actions.problems import forget_closed
from mangnon.legislation.models import Document, Message, Problem
from mangnon.vault import SealBroken

_log = logging.getLogger(__name__)
AT_ONCE = 200
WAITS = timedelta(days=3)  # for a mail server; what nobody could deliver by then is forgotten
_KNOWN_AGAIN = timedelta(hours=6)  # a form that is sent again by then is known
Told = Mapping[str, str]


def lay_in(kind: str, told: Told, *, key: UUID) -> None:
    """Lay what a visitor sent in the box; the same form a second time changes nothing.

    No warrant: whoever reads the page may send, and nothing but the box is written.
    """
    sealed = sealing.seal(json.dumps(told, ensure_ascii=False), bound_to=_bound(key))
    with suppress(IntegrityError), transaction.atomic():
        one = Message(uuid=key, kind=kind, sealed=sealed, sent_at=clock.now())
        one.save(force_insert=True)


def take_in(*, warrant: Warrant) -> int:
    """Take out what waits; a letter that no server takes waits three days. Return how many went."""
    warrant.demand(EDIT)
    forget_closed()
    now = clock.now()
    Message.objects.filter(sealed="", sent_at__lt=now - following.WITHIN).delete()
    Message.objects.filter(sealed="", address="", sent_at__lt=now - _KNOWN_AGAIN).delete()
    Message.objects.filter(sent_at__lt=now - WAITS).delete()
    return sum(_taken(key, warrant) for key in _waiting())


def _waiting() -> list[UUID]:
    """Return what waits, the oldest first; letters that a server refuses hold up nothing else."""
    waits = Message.objects.exclude(sealed="").order_by("sent_at")
    plain = waits.exclude(kind="follow").values_list("uuid", flat=True)[:AT_ONCE]
    letters = waits.filter(kind="follow").values_list("uuid", flat=True)[:AT_ONCE]
    return [*plain, *letters]


def _taken(key: UUID, warrant: Warrant) -> bool:
    """Take one out, unless another process has it; one that fails stops none behind it."""
    try:
        with transaction.atomic():
            rows = Message.objects.exclude(sealed="").filter(uuid=key)
            one = rows.select_for_update(skip_locked=True).first()
            if one is None:
                return False
            told = _opened(one)
            if told is not None:
                _TAKES[one.kind](told, one, warrant)
            one.sealed = ""  # nothing of it stays but that it came
            one.save(update_fields=["sealed", "sent_at", "address"])
    except (OSError, SMTPException) as error:
        _log.warning("the mail server failed: %s", type(error).__name__)
        return False
    except (ValueError, LookupError) as error:  # no letter can be made of it
        _log.error("a message was not taken in: %s", type(error).__name__)
        return False
    return True


def take_in_here(*, warrant: Warrant) -> None:
    """Take out at once, where this process may; else the one beside the site does."""
    if settings.DATABASE_AS != "portal":
        take_in(warrant=warrant)


def _opened(one: Message) -> Told | None:
    try:
        told: Told = json.loads(sealing.unseal(one.sealed, bound_to=_bound(one.uuid)))
    except SealBroken:  # its key is gone: nobody will ever read it
        return None
    return told


def _bound(key: UUID) -> str:
    return f"legislation.message:{key}"


def _problem(told: Told, one: Message, warrant: Warrant) -> None:
    document = _document(told)
    if document is None:
        return
    problem = worded(
        Problem, told["words"], document=document, anchor=told["anchor"],
        reported_on=clock.today(),
    )  # fmt: skip
    problem.save()
    record(warrant, "legislation.report_problem", subject=following.subject_of(document))


def _follow(told: Told, one: Message, warrant: Warrant) -> None:
    document = _document(told)
    if document is not None:
        following.ask(told, document, one)


def _confirm(told: Told, one: Message, warrant: Warrant) -> None:
    document = _document(told)
    if document is not None:
        following.confirm(told, document, warrant)


def _stop(told: Told, one: Message, warrant: Warrant) -> None:
    following.stop(told["follower"], warrant)


def _document(told: Told) -> Document | None:
    return Document.objects.filter(code=told["document"]).first()


_TAKES = {"problem": _problem, "follow": _follow, "confirm": _confirm, "stop": _stop}
