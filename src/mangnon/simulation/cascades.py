"""How a duty goes in the invented province: who answers when, drawn from one seed. No database."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from mangnon.clock.workdays import Workdays
from mangnon.duties.deadlines import Deadline, Kind

EXTRA = 6  # working days that more time is asked for


@dataclass(frozen=True, slots=True)
class Cascade:
    """One handing down that is played; ``late`` in per cent, ``unfinished`` in places."""

    duty: str
    handed_on: date
    rule: str
    deadline: Deadline
    offices: tuple[str, ...] = ()
    further: bool = False
    meetings: bool = False
    late: float = 0.0
    unfinished: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds a duty: the assignment's id, where it stands, the last day in time."""

    pk: int
    state: str
    due: date


@dataclass(frozen=True, slots=True)
class Event:
    """A step of one assignment on a day; ``until`` is the day that is asked for."""

    day: date
    pk: int
    act: str
    until: date | None = None


@dataclass
class Path:
    """The days on which one assignment moves, drawn forward from a day."""

    pk: int
    calendar: Workdays
    since: date
    now: date = date.min
    events: list[Event] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.now = self.since

    def afresh(self) -> "Path":
        """Forget what was drawn, and begin again on the first day."""
        self.now = self.since
        self.events.clear()
        return self

    def go(self, act: str, days: int) -> "Path":
        """Take a step so many working days later."""
        return self.at(act, self.calendar.after(self.now, max(days, 1)))

    def at(self, act: str, day: date, until: date | None = None) -> "Path":
        """Take a step on a day, or on the next working day where that is past or off."""
        self.now = self.calendar.on_or_after(max(day, self.calendar.after(self.now, 1)))
        self.events.append(Event(self.now, self.pk, act, until))
        return self


def cascades_of(raw: Mapping[str, Any]) -> list[Cascade]:
    """Read what the pack says of duties to play, in the order of their days."""
    found = [_cascade(row) for row in raw.get("cascade", ())]
    return sorted(found, key=lambda one: (one.handed_on, one.duty))


def _cascade(row: Mapping[str, Any]) -> Cascade:
    kind = next(one for one in (Kind.BEFORE, Kind.BY, Kind.WITHIN) if row.get(one) is not None)
    counted = kind == Kind.WITHIN
    deadline = (
        Deadline(kind, days=row[kind])
        if counted
        else Deadline(kind, day=date.fromisoformat(row[kind]))
    )
    return Cascade(
        row["duty"], date.fromisoformat(row["handed_on"]), row["rule"], deadline,
        tuple(row.get("offices", ())), bool(row.get("further")), bool(row.get("meetings")),
        float(row.get("late", 0)), int(row.get("unfinished", 0)),
    )  # fmt: skip


def courses(
    held: Sequence[Held],
    cascade: Cascade,
    today: date,
    calendar: Workdays,
    chance: np.random.Generator,
    *,
    troubled: bool,
) -> Iterator[Event]:
    """Yield every step of those who hold a duty from a day on; ``troubled``: some ask, some pause.

    The first of them is where the demonstration's officer sits: she never finishes where somebody
    does not, and reports on the last day otherwise.
    """
    order = [0, *(1 + chance.permutation(len(held) - 1))] if held else []
    late = round(len(held) * cascade.late / 100)
    for rank, index in enumerate(order):
        one = held[index]
        path = Path(one.pk, calendar, today)
        _received(path, one.state, chance)
        trouble = rank - max(cascade.unfinished, 1)
        if rank >= cascade.unfinished:
            if one.state == "reported":
                pass
            elif troubled and 0 <= trouble < len(_TROUBLES):
                _TROUBLES[trouble](path, one.due)
            elif len(order) - rank <= late:
                path.at("report", calendar.after(one.due, int(chance.integers(1, 16))))
            else:
                _in_time(path, one.due, chance, on_the_last=rank == 0)
            path.go("recognise", int(chance.integers(1, 6)))
        yield from path.events


def _received(path: Path, state: str, chance: np.random.Generator) -> None:
    """Come to where work begins, from wherever a merger or the handing left it."""
    if state == "returned":
        path.go("hand_again", 2)
    if state == "questioned":
        path.go("answer", 2)
    if state == "waiting":
        path.go("resume", 3)
    if state in ("handed", "returned"):
        path.go("accept", int(chance.integers(1, 5)))


def _in_time(path: Path, due: date, chance: np.random.Generator, *, on_the_last: bool) -> None:
    left = path.calendar.between(path.now, due)
    share = 1.0 if on_the_last else float(chance.beta(2.2, 1.4))
    path.go("report", max(1, min(left, round(share * left))))


def _returned(path: Path, due: date) -> None:
    """Sent back before anything was done, handed again with an answer, done in time."""
    path.afresh().go("return", 1).go("hand_again", 2).go("accept", 1).at("report", due)


def _asked(path: Path, due: date) -> None:
    """A question four working days before the end, answered two days later."""
    path.at("ask", path.calendar.before(due, 4)).go("answer", 2).at("report", due)


def _more_time(path: Path, due: date) -> None:
    """More time asked for three working days before the end, and granted."""
    until = path.calendar.after(due, EXTRA)
    path.at("ask_extension", path.calendar.before(due, 3), until)
    path.go("answer_extension", 2).at("report", until)


def _paused(path: Path, due: date) -> None:
    """Another office has to move first; then it goes on, and the pause is added to the deadline."""
    path.go("pause", 2).go("resume", 5).at("report", due)


def _sent_back(path: Path, due: date) -> None:
    """Reported too early, sent back, reported again."""
    path.go("report", 2).go("send_back", 2).at("report", due)


_TROUBLES = (_returned, _asked, _more_time, _paused, _sent_back)
