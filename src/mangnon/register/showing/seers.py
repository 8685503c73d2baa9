"""Who can open a child's file, on what grounds, until when; and who looked at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.doors import who
from mangnon.access.grounds import Ground
from mangnon.access.models import Holding
from mangnon.access.roles import BY_CODE
from mangnon.audit.models import Entry
from mangnon.audit.queries import entries_about, since
from mangnon.audit.wording import act_words
from mangnon.register.actions.askings import ASK
from mangnon.register.forms.elsewhere import PURPOSES as ASKED_FOR
from mangnon.text.dates import format_date
from mangnon.ui.templatetags.mangnon_ui import named, page_language

LOOKED_BACK = timedelta(days=365)
MOST_READINGS = 200


@dataclass(frozen=True, slots=True)
class Seer:
    """Somebody who may open the file: by which role where, or for which borrowed right."""

    name: str
    ground: str
    place: str
    until: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One time that somebody looked: when, who, what, what for."""

    at: datetime
    name: str
    what: str
    purpose: str

    @property
    def day(self) -> date:
        """The day in Việt Nam."""
        return self.at.astimezone(clock.ZONE).date()


def seers(place_id: int) -> list[Seer]:
    """Return who may open files kept at a place, by name."""
    found = [_seer(ground) for ground in who("register.read", place_id)]
    return sorted(found, key=lambda one: (one.name, one.ground))


def _seer(ground: Ground) -> Seer:
    source, language = ground.source, page_language()
    if isinstance(source, Holding):
        role = BY_CODE.get(source.role)
        words = (role.en if language == "en" else role.vi) if role else source.role
        until = format_date(source.valid_to, language) if source.valid_to else _("không thời hạn")
        return Seer(source.user.name, words, named(source.place), until, source.basis)
    ends = source.ends_at.astimezone(clock.ZONE)
    until = f"{ends:%H:%M} {format_date(ends.date(), language)}"
    return Seer(source.user.name, _("Quyền tạm thời"), named(source.place), until, source.words)


def readings(subject: str, purposes: dict[str, str]) -> tuple[list[Reading], bool]:
    """Return the last readings of a subject within a year, the newest first; and if more.

    Askings of other communes that were answered are among them.
    """
    about: QuerySet[Entry] = since(entries_about(subject), clock.today() - LOOKED_BACK)
    seen = about.filter(Q(kind=Entry.Kind.READING) | Q(act=ASK))
    some = seen.select_related("actor").order_by("-id")
    found: Sequence[Entry] = some[: MOST_READINGS + 1]
    read = [
        Reading(one.at, one.actor.name, what_word(one.act), _what_for(one, purposes))
        for one in found
    ]
    return read[:MOST_READINGS], len(read) > MOST_READINGS


def _what_for(entry: Entry, purposes: dict[str, str]) -> str:
    """Say what for; an asking has purposes of its own."""
    code = entry.data.get("purpose", "")
    return str(ASKED_FOR.get(code, "")) if entry.act == ASK else purposes.get(code, "")


def what_word(act: str) -> str:
    """Say what was read, as seen from the child's file."""
    return _("Nơi khác hỏi và biết có hồ sơ") if act == ASK else act_words(act)
