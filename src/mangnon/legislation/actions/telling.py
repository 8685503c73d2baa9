"""Letters to whoever follows a document that changed: each is told of a state once."""

import logging
from collections import defaultdict
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection
from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.legislation.actions.editing import EDIT
from mangnon.legislation.letters import changed
from mangnon.legislation.models import Follower
from mangnon.legislation.telling import state_of
from mangnon.vault import SealBroken

_log = logging.getLogger(__name__)


def tell_followers(*, warrant: Warrant) -> int:
    """Write to those who know another state than today's; what no server takes is tried again."""
    warrant.demand(EDIT)
    if not settings.MAIL_WORKS:
        return 0
    followed: dict[int, list[Follower]] = defaultdict(list)
    for one in Follower.objects.select_related("document").order_by("pk"):
        followed[one.document_id].append(one)
    sent = 0
    for followers in followed.values():
        state = state_of(followers[0].document)
        sent += sum(_told(one, state) for one in followers if one.told != state)
    if sent:
        with transaction.atomic():
            record(warrant, "legislation.tell", data={"letters": sent})
    return sent


def _told(one: Follower, state: str) -> bool:
    """Write to one; noted before the server is asked, taken back where it does not take it."""
    mine = Follower.objects.filter(pk=one.pk, told=one.told)
    if not mine.update(told=state):
        return False
    try:
        letter = changed(one)
        letter.connection = get_connection()
        letter.send()
    except SealBroken:
        Follower.objects.filter(pk=one.pk).delete()
        return False
    except (OSError, ValueError, SMTPException) as error:
        _log.warning("the mail server failed: %s", type(error).__name__)
        Follower.objects.filter(pk=one.pk).update(told=one.told)
        return False
    return True
