"""Entries of the trail in words: who did what, to whom, where, by what right, why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.wording import ground_words
from mangnon.audit.models import Actor, Entry
from mangnon.audit.wording import act_words, detail_words, reason_words, thing_words
from mangnon.desk.naming import Names
from mangnon.places.wording import place_words


@dataclass(frozen=True, slots=True)
class Line:
    """One entry: when, who, what, on which subject, by what right, why."""

    at: datetime
    name: str
    act: str
    subject: str  # as the entry has it: the filter asks for that
    about: str
    place: str
    right: str
    reason: str
    changed: tuple[str, ...]  # the fields that changed, and that words were typed: never which
    details: tuple[str, ...]

    @property
    def day(self) -> date:
        """The day in Việt Nam."""
        return self.at.astimezone(clock.ZONE).date()


def lines(some: Iterable[Entry], *, opens: bool = True) -> list[Line]:
    """Return entries as lines; of what is sealed only that it is there.

    ``opens``: the words for which a right was borrowed are shown. Three queries at most for all.
    """
    entries = list(some)
    names = Names.of(entries, opens=opens)
    return [_line(entry, names) for entry in entries]


def _line(entry: Entry, names: Names) -> Line:
    day = entry.at.astimezone(clock.ZONE).date()
    return Line(
        at=entry.at,
        name=_who(entry.actor),
        act=act_words(entry.act),
        subject=entry.subject,
        about=names.subject(entry.subject) if entry.subject else _several(entry.subjects),
        place=place_words(entry.place_code, day) if entry.place_code else "",
        right=ground_words(entry.right),
        reason=names.lent_for(entry) or reason_words(entry.act, entry.reason),
        changed=tuple(_changed(entry)),
        details=tuple(
            names.detail(entry.act, field, entry.data[field]) for field in _telling(entry)
        ),
    )


def _who(actor: Actor) -> str:
    own = {Actor.Kind.SYSTEM.value: _("Hệ thống"), Actor.Kind.DEMONSTRATION.value: _("Minh họa")}
    return own.get(actor.kind, actor.name)


def _several(subjects: Sequence[str]) -> str:
    """Say how many things of which kind a page showed."""
    if not subjects:
        return ""
    kinds = {subject.partition(":")[0] for subject in subjects}
    thing = thing_words(kinds.pop()) if len(kinds) == 1 else _("Đối tượng")
    return f"{thing}: {len(subjects)}"


def _changed(entry: Entry) -> Iterator[str]:
    fields = ", ".join(detail_words(field) for field in sorted({*entry.before, *entry.after}))
    if fields:
        words = _("đã đổi: %(fields)s") if entry.before else _("đã ghi: %(fields)s")
        yield words % {"fields": fields}
    if entry.reason_sealed:
        yield _("có ghi lý do, nội dung đã khóa")


def _telling(entry: Entry) -> list[str]:
    """Return the fields of the data that say something which the line does not say already."""
    known = {"loan", *(["purpose"] if entry.data.get("purpose") == entry.reason else [])}
    told = {field: value for field, value in entry.data.items() if field not in known}
    if told.get("first") == 1:  # a list from its beginning
        del told["first"]
    return [field for field in sorted(told) if told[field] or told[field] is False]
