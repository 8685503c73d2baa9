"""Whoever wants letters about a document: asked by one letter, kept once she confirmed, let go."""

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.db import connection

from mangnon import clock
from mangnon.access.worded import worded
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.legislation.letters import confirming
from mangnon.legislation.marks import address_mark, follower_key, message_key
from mangnon.legislation.models import Document, Follower, Message
from mangnon.legislation.telling import state_of

ASKS, WITHIN = 3, timedelta(days=1)  # letters that one address did not ask for, at worst


def ask(told: Mapping[str, str], document: Document, one: Message) -> None:
    """Ask for a confirmation by letter; of who never gives it nothing but a mark is kept, a day.

    An address that leaves some letters unanswered gets no more that day: anybody may have typed it.
    """
    mark = address_mark(told["email"])
    if not settings.MAIL_WORKS or _asked(mark) >= ASKS:
        return
    one.address, one.sent_at = mark, clock.now()
    confirming(told["email"], document, told["language"]).send()


def confirm(told: Mapping[str, str], document: Document, warrant: Warrant) -> None:
    """Write letters from now on; that letter is answered."""
    key = follower_key(told["email"], document.code)
    if Follower.objects.filter(key=key).exists():
        return
    one = worded(
        Follower, told["email"], document=document, key=key, language=told["language"],
        since=clock.today(), told=state_of(document),
    )  # fmt: skip
    one.save()
    asked = Message.objects.filter(address=address_mark(told["email"])).order_by("sent_at").first()
    if asked is not None:
        asked.address = ""
        asked.save(update_fields=["address"])
    record(warrant, "legislation.follow", subject=subject_of(document))


def stop(follower: str, warrant: Warrant) -> None:
    """Forget whoever follows; she may confirm anew by the same letter."""
    one = Follower.objects.select_related("document").filter(uuid=follower).first()
    if one is None:
        return
    document = one.document
    Message.objects.filter(pk=message_key("confirm", one.key)).delete()
    one.delete()
    record(warrant, "legislation.unfollow", subject=subject_of(document))


def subject_of(document: Document) -> str:
    """Name a document as entries of the trail do."""
    return f"legislation.document:{document.code}"


def _asked(mark: str) -> int:
    """Count what went to an address within a day; of two at once one comes after the other."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"letter:{mark}"])
    return Message.objects.filter(address=mark, sent_at__gt=clock.now() - WITHIN).count()
