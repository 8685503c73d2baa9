"""The address of a person's calendar: her key, signed; and what the calendar shows her."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.core import signing
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import leave
from mangnon.access.errors import NotHere
from mangnon.access.models import User
from mangnon.meetings.ical import Event, calendar
from mangnon.meetings.models import Meeting, Subscription
from mangnon.meetings.queries import visible
from mangnon.places.world import world
from mangnon.ui.templatetags.mangnon_ui import named, page_language

_SALT = "mangnon.meetings.calendar"
_BACK = timedelta(days=366)  # a calendar is for what comes; the desk keeps the rest
_MOST = 1_000


def address_of(subscription: Subscription) -> str:
    """Return what stands in the address: the key and its signature."""
    return signing.Signer(salt=_SALT).sign(subscription.key.hex)


def owner_of(told: str) -> User:
    """Return whose calendar an address is; raises NotHere where it is forged, ended or left."""
    try:
        key = UUID(signing.Signer(salt=_SALT).unsign(told))
    except (signing.BadSignature, ValueError):
        raise NotHere from None
    kept = Subscription.objects.select_related("user__actor").filter(key=key).first()
    if kept is None or not kept.user.is_active:
        raise NotHere
    return kept.user


def written_for(user: User) -> str:
    """Write the meetings that a person sees today; raises NotHere where she sees none any more."""
    sees = leave(user, "meetings.see")
    if not sees:
        raise NotHere
    coming = visible(sees).filter(last_day__gte=clock.today() - _BACK).select_related("place")
    return calendar(_("Hội nghị, tập huấn"), _events(coming.order_by("-day", "-pk")[:_MOST]))


def _events(meetings: Iterable[Meeting]) -> Iterator[Event]:
    for one in meetings:
        where = ", ".join(filter(None, (one.hall, place_of(one))))
        yield Event(
            f"{one.uuid}@mangnon", title_of(one), where, one.day, one.last_day,
            one.starts, one.ends, one.version, one.changed_at or clock.now(),
            cancelled=one.cancelled_on is not None,
        )  # fmt: skip


def place_of(meeting: Meeting) -> str:
    """Return what the place was called on the day of the meeting."""
    return named(world().named_on(meeting.place_id, meeting.day))


def title_of(meeting: Meeting) -> str:
    """Return the title in the page's language, the Vietnamese one where there is no other."""
    english = page_language() == "en" and meeting.title_en
    return meeting.title_en if english else meeting.title_vi
