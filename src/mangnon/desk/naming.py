"""What the codes within entries stand for: people, places, days, roles; many asked for at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from mangnon import clock
from mangnon.access.models import Loan, User
from mangnon.access.rights import BY_ACT
from mangnon.access.wording import right_words, role_title
from mangnon.audit.models import Actor, Entry
from mangnon.audit.wording import detail_words, rooms, thing_words, value_words
from mangnon.places.wording import place_words
from mangnon.text.dates import format_date
from mangnon.text.numbers import format_number
from mangnon.ui.templatetags.mangnon_ui import page_language

_LOAN, _USER = (f"{one._meta.label_lower}:" for one in (Loan, User))
_PEOPLE = frozenset({"actor", "asked_by", "given_by", "nguoi", "to"})  # fields that name somebody
_SEALED = frozenset({"let_go", "why"})
_FIELDS = frozenset({"corrected", "table"})  # whose values are names of fields or of things
_SHORT, _MOST = 8, 6  # signs of a long code; parts of a long list
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ISO_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*")
_PLACE_KEY = re.compile(r"\w+@\d{4}-\d\d-\d\d")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Names:
    """The names that some entries need: of accounts and actors; and why somebody borrowed."""

    accounts: Mapping[str, str]
    actors: Mapping[str, str]
    loans: Mapping[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry], *, opens: bool) -> "Names":
        """Look up what the entries name: a query for each kind, none where nothing is named."""
        some = list(entries)
        users = {subject.removeprefix(_USER) for subject in _named(some, _USER)}
        codes = {code for entry in some for code in _codes(entry)}
        loans = set(filter(_UUID.fullmatch, map(_loan_of, some))) if opens else set()
        return cls(
            accounts=_accounts(filter(_UUID.fullmatch, users)),
            actors=dict(Actor.objects.filter(code__in=codes).values_list("code", "name")),
            loans={str(one.uuid): one.words for one in Loan.objects.filter(uuid__in=loans)},
        )

    def subject(self, subject: str) -> str:
        """Return what an entry is about: an account by its person's name, never a child by its."""
        if subject.startswith(_USER):
            name = self.accounts.get(subject.removeprefix(_USER))
            if name is not None:
                return f"{thing_words('access.user')}: {name}"
        kind, _colon, which = subject.partition(":")
        return f"{thing_words(kind)} {self._text('', '', which)}".strip()

    def detail(self, act: str, field: str, value: Any) -> str:
        """Return a field of an entry's data with its value."""
        return f"{detail_words(field, act)}: {self._said(act, field, value)}"

    def lent_for(self, entry: Entry) -> str:
        """Return why somebody borrowed the right of an entry; "" where none was borrowed."""
        loan = _loan_of(entry)
        return self.loans.get(loan) or (self.subject(f"{_LOAN}{loan}") if loan else "")

    def _said(self, act: str, field: str, value: Any) -> str:
        if field in _SEALED or (isinstance(value, dict) and set(value) == {"sealed"}):
            fields = ", ".join(map(detail_words, value)) if field == "let_go" else ""
            return f"{fields} ({_('đã khóa')})" if fields else _("đã khóa")
        if isinstance(value, bool):
            return _("có") if value else _("không")
        if isinstance(value, int | float):
            return str(value) if field == "year" else format_number(value, 0, page_language())
        if isinstance(value, dict):
            inside = [(name, one) for name, one in value.items() if _says(one)]
            return _joined(
                [f"{detail_words(name)} = {self._said(act, name, one)}" for name, one in inside]
            )
        if isinstance(value, list):
            said = [self._said(act, field, one) for one in value]
            return "/".join(said) if all(isinstance(one, int) for one in value) else _joined(said)
        return self._text(act, field, str(value))

    def _text(self, act: str, field: str, value: str) -> str:
        if field in _PEOPLE:
            return self.actors.get(value) or self.actors.get(f"person:{value}") or value
        if field in _FIELDS:
            return detail_words(value)
        if field == "role":
            return role_title(value)
        if field == "right" and value in BY_ACT:
            return right_words(value)
        if field == "linh_vuc":
            return dict(rooms()).get(value, value)
        said = value_words(act, field, value)
        return said if said != value else self._shaped(value)

    def _shaped(self, value: str) -> str:
        """Return a day, a moment, a place or a subject in words; of a long code its beginning."""
        try:
            at = _time_words(value)
        except (ValueError, OverflowError):  # typed by somebody: no day that ever was
            return value
        if at:
            return at
        if _UUID.fullmatch(value) or _DIGEST.fullmatch(value):
            return f"{value[:_SHORT]}…"
        kind, colon, _which = value.partition(":")
        return self.subject(value) if colon and thing_words(kind) != kind else value


def _time_words(value: str) -> str:
    """Return a day, a moment, or a place with its day in words; "" where it looks like none."""
    if _PLACE_KEY.fullmatch(value):
        return place_words(value, date.fromisoformat(value.partition("@")[2]))
    if _ISO_DAY.fullmatch(value):
        return format_date(date.fromisoformat(value), page_language())
    if _ISO_MOMENT.fullmatch(value):
        at = datetime.fromisoformat(value).astimezone(clock.ZONE)
        return f"{at:%H:%M} {format_date(at.date(), page_language())}"
    return ""


def _accounts(uuids: Iterable[str]) -> dict[str, str]:
    found = User.objects.filter(uuid__in=[UUID(one) for one in uuids])
    return {str(uuid): name for uuid, name in found.values_list("uuid", "actor__name")}


def _joined(parts: Iterable[str]) -> str:
    """Join what a line has room for, and say how much more there is."""
    every = list(parts)
    shown, more = ", ".join(every[:_MOST]), len(every) - _MOST
    return (
        _("%(shown)s và %(more)s mục nữa") % {"shown": shown, "more": more} if more > 0 else shown
    )


def _says(value: Any) -> bool:
    return bool(any(value) if isinstance(value, list) else value)


def _texts(value: Any, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text within a document, with the field that holds it."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, name)


def _named(entries: Iterable[Entry], prefix: str) -> Iterator[str]:
    for entry in entries:
        texts = (text for _field, text in _texts(entry.data))
        yield from (text for text in (entry.subject, *texts) if text.startswith(prefix))


def _codes(entry: Entry) -> Iterator[str]:
    for field, text in _texts(entry.data):
        if field in _PEOPLE:
            yield from (text, f"person:{text}")


def _loan_of(entry: Entry) -> str:
    """Return the number of the loan by which something was done, or which was made; else ""."""
    named = entry.reason if entry.reason.startswith(_LOAN) else str(entry.data.get("loan", ""))
    return named.removeprefix(_LOAN)
