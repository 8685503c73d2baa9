"""What editors do, in the trail: who, by what right, on what, which act; with the act itself.

Wagtail tells its own log of every act on a page, a picture, a procedure; what it writes there is
noted here in the same transaction. No title goes along: the trail forgets nothing, and a title
might name somebody.
"""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import ModelLogEntry, PageLogEntry

from mangnon.access.doors import leave, system_warrant
from mangnon.access.models import User
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant

LogEntry = PageLogEntry | ModelLogEntry
_WAGTAILS = "wagtail."
# What only a publisher's right allows, wherever she holds it.
_PUBLISHES = ("publish", "unpublish", "delete", "move", "lock", "unlock", "schedule",
              "workflow.approve", "workflow.reject")  # fmt: skip
_TIMED = ".scheduled"  # the hour that an editor had set
_THEIRS = ("wagtail", "taggit")  # apps whose things are the editors' house's own


@receiver(post_save, sender=PageLogEntry)
@receiver(post_save, sender=ModelLogEntry)
def editors_act(instance: LogEntry, created: bool, **_: Any) -> None:
    """Leave the entry of an act that Wagtail has just logged."""
    kind, verb = _kind(instance), instance.action.removeprefix(_WAGTAILS)
    if not created or kind is None or kind.model_class() is User:  # how the house looks to her
        return
    if _is_told_elsewhere(instance, verb) or _goes_on(instance):
        return
    with transaction.atomic():
        record(
            _warrant(instance.user, verb),
            f"{_room(kind)}.{verb}",
            subject=f"{kind.app_label}.{kind.model}:{instance.object_id}",
            data={"version": instance.revision_id} if instance.revision_id else {},
        )


def _kind(entry: LogEntry) -> ContentType | None:
    """Return of what kind the thing is; of a page, whichever way it was come by, its own kind."""
    return entry.page.content_type if isinstance(entry, PageLogEntry) else entry.content_type


def _is_told_elsewhere(entry: LogEntry, verb: str) -> bool:
    """Whether a pack or the program's upkeep did it: those acts leave entries of their own."""
    return entry.user_id is None and not verb.endswith(_TIMED)


def _goes_on(entry: LogEntry) -> bool:
    """Whether it is the same draft, kept again by itself: one entry says that it was edited."""
    if entry.action != "wagtail.edit" or entry.revision_id is None:
        return False
    earlier = type(entry).objects.filter(uuid=entry.uuid, action=entry.action, pk__lt=entry.pk)
    return bool(earlier.filter(revision_id=entry.revision_id).exists())


def _room(kind: ContentType) -> str:
    return "pages" if kind.app_label.startswith(_THEIRS) else str(kind.app_label)


def _warrant(user: User | None, verb: str) -> Warrant:
    """Return by what right it was done: a role's, or an hour that had been set."""
    if user is None:
        return system_warrant("pages.keeping_time")
    if verb.startswith(_PUBLISHES):
        publishes = leave(user, "pages.publish")
        if publishes:
            return publishes.warrant()
    return leave(user, "pages.write").warrant()
