"""What comes of itself with time: pages that were to appear or to go, consents that end."""

import time
from datetime import UTC, datetime
from threading import Event
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from wagtail.models import DraftStateMixin, Page, Revision

from mangnon.pages.showing import hide_ended
from mangnon.rounds import keep_on

EVERY = 1.0  # seconds; a page appears within two of its hour
_CONSENTS_EVERY = 60


def keep_time(stop: Event, every: float = EVERY) -> None:
    """Look at the clock until told to stop; what fails once is tried again at the next look."""
    keep_on(
        stop, lambda looks: look(consents=looks % _CONSENTS_EVERY == 0), every=every,
        what="the clock of the pages",
    )  # fmt: skip


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
