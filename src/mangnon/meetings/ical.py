"""A calendar as RFC 5545 writes it: days and hours, what and where, nothing of what was said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from mangnon.clock import ZONE

_WIDTH = 75  # octets of a line (3.1)
_DAY = timedelta(days=1)
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting in a calendar; without an hour it lasts whole days."""

    uid: str
    title: str
    where: str
    day: date
    last_day: date
    starts: time | None
    ends: time | None
    version: int
    changed_at: datetime
    cancelled: bool = False


def calendar(name: str, events: Iterable[Event]) -> str:
    """Write a calendar."""
    head = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mang Non//Meetings//VI"),
        *("CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}"),
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ]
    lines = [*head, *(line for one in events for line in _event(one)), "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(one: Event) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{one.uid}"
    yield f"DTSTAMP:{_moment(one.changed_at)}"
    yield f"LAST-MODIFIED:{_moment(one.changed_at)}"
    yield f"SEQUENCE:{one.version}"
    yield from _times(one)
    yield f"SUMMARY:{_text(one.title)}"
    yield f"LOCATION:{_text(one.where)}"
    yield f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}"
    yield "CLASS:PRIVATE"
    yield "END:VEVENT"


def _times(one: Event) -> Iterator[str]:
    """An event of hours ends at its last hour; one of days before the day after its last."""
    if one.starts is None:
        yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{one.last_day + _DAY:%Y%m%d}"
        return
    yield f"DTSTART:{_moment(datetime.combine(one.day, one.starts, ZONE))}"
    if one.ends is not None:
        yield f"DTEND:{_moment(datetime.combine(one.last_day, one.ends, ZONE))}"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    return words.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Break a line before it has more octets than a line may, never inside a letter."""
    parts, width = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if width + octets > _WIDTH:
            parts.append("")
            width = 1  # the space that says the line goes on
        parts[-1] += letter
        width += octets
    return "\r\n ".join(parts)
