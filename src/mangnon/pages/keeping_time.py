"""What comes of itself with time: pages that were to appear or to go, consents that end."""

import logging
import time
from datetime import UTC, datetime
from threading import Event
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, close_old_connections, transaction
from wagtail.models import DraftStateMixin, Page, Revision

from mangnon.pages.showing import hide_ended

EVERY = 1.0  # seconds; a page appears within two of its hour
_CONSENTS_EVERY = 60
_log = logging.getLogger(__name__)


def keep_time(stop: Event, every: float = EVERY) -> None:
    """Look at the clock until told to stop; what fails once is tried again at the next look."""
    looks = 0
    while not stop.wait(every):
        close_old_connections()
        try:
            look(consents=looks % _CONSENTS_EVERY == 0)
        except DatabaseError:
            _log.warning("the clock of the pages missed a look", exc_info=True)
        looks += 1


def look(*, consents: bool) -> None:
    """Publish and take down what is due; hide the pictures whose consent has ended."""
    if _something_is_due():
        with transaction.atomic():  # with its entries in the trail; no lock where nothing is due
            call_command("publish_scheduled", verbosity=0)
    if consents:
        hide_ended()


def _something_is_due() -> bool:
    """Whether the hour has come for some page or record, by the clock that Wagtail goes by."""
    moment = datetime.fromtimestamp(time.time(), UTC)
    ends = (kind.objects.filter(live=True, expire_at__lt=moment) for kind in _drafted())
    due = Revision.objects.filter(approved_go_live_at__lt=moment)
    return due.exists() or any(found.exists() for found in ends)


def _drafted() -> list[Any]:
    """Return the kinds of things that are drafted; of pages the one that all of them are."""
    kinds = (one for one in apps.get_models() if issubclass(one, DraftStateMixin))
    return [Page, *(one for one in kinds if not issubclass(one, Page))]
