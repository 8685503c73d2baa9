"""Finding entries: about a child, by an actor, since a day."""

from datetime import date, datetime, time
from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet, TextField
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from mangnon.audit.documents import written
from mangnon.audit.models import Entry, Seal
from mangnon.clock import ZONE


def entries_about(subject: str) -> QuerySet[Entry]:
    """Return what was done to a subject and every reading of it, list pages too, by number.

    ``subject``: "register.child:<uuid>". On PostgreSQL an index answers, on SQLite a scan.
    """
    return Entry.objects.filter(Q(subject=subject) | _listed(subject)).order_by("id")


def entries_by(actor_code: str) -> QuerySet[Entry]:
    """Return what an actor did and read, by number."""
    return Entry.objects.filter(actor__code=actor_code).order_by("id")


def since(entries: QuerySet[Entry], day: date) -> QuerySet[Entry]:
    """Narrow to entries from the beginning of a day on, in Việt Nam."""
    return entries.filter(at__gte=datetime.combine(day, time(), ZONE))


class Sealed(NamedTuple):
    """A seal in short: its number, and when it was made."""

    number: int
    at: datetime


def last_sealed() -> Sealed | None:
    """Return the last seal; None where there is none yet."""
    found = Seal.objects.order_by("-number").values_list("number", "at").first()
    return None if found is None else Sealed(*found)


def _listed(subject: str) -> Q:
    if connection.vendor == "postgresql":
        listed = RawSQL(
            "audit_entry.subjects <> '[]' AND audit_entry.subjects::jsonb @> %s::jsonb",
            [written([subject])],
            output_field=BooleanField(),
        )
        return Q(listed)
    quoted = written(subject)
    return Q(pk__in=_pages().filter(text__contains=quoted).values("pk"))


def _pages() -> QuerySet[Entry]:
    return Entry.objects.exclude(subjects="[]").annotate(text=Cast("subjects", TextField()))
