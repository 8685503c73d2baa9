"""A child's life as the law and common sense have it: the plain model the acts are held against."""

from dataclasses import dataclass, field
from datetime import date

from mangnon.register.tests.conftest import MERGER, TODAY

# The first and last day of each place, as the cast of the register's tests has them.
PLACES = {
    "an_son": (date(2012, 1, 1), None),
    "binh_minh": (date(2012, 1, 1), None),
    "merged": (date(2012, 1, 1), MERGER),
    "young": (MERGER, None),
}
GROUPS = {
    "disability": (date(2017, 6, 1), None),
    "street": (date(2005, 1, 1), date(2017, 6, 1)),
}
# Few days, so that events fall together often; the day before and after whatever matters.
DAYS = [
    date(2007, 6, 15), date(2008, 6, 15), date(2008, 6, 16), date(2011, 12, 31), date(2012, 1, 1),
    date(2012, 2, 29), date(2015, 3, 10), date(2015, 3, 11), date(2017, 5, 31), date(2017, 6, 1),
    date(2018, 1, 1), date(2018, 1, 2), date(2020, 8, 9), date(2022, 12, 31), MERGER,
    date(2023, 1, 2), date(2024, 6, 14), TODAY, date(2024, 6, 16), date(2028, 2, 29),
]  # fmt: skip


def within(life: tuple[date, date | None], day: date) -> bool:
    """Whether a half-open life holds the day."""
    return life[0] <= day and (life[1] is None or day < life[1])


def sixteen(born: date) -> date:
    """Return the sixteenth birthday."""
    leap = (born.month, born.day) == (2, 29) and (born.year + 16) % 4 != 0
    return date(born.year + 16, 3, 1) if leap else born.replace(year=born.year + 16)


@dataclass
class Spell:
    """Something that lasts from a day to a day."""

    what: str
    start: date
    end: date | None = None

    def on(self, day: date) -> bool:
        return within((self.start, self.end), day)

    def born_again(self, was: date, born: date) -> "Spell":
        """A home from birth begins on the corrected one, where the two are near."""
        near = self.start == was and abs((born - was).days) <= 366
        ended = self.end is not None and self.end <= born
        return Spell(self.what, born, self.end) if near and not ended else self

    def ends_by(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end <= day)


@dataclass
class Life:
    """Where a child lived, in what circumstances, when it was weighed and helped."""

    born: date
    homes: list[Spell] = field(default_factory=list)
    spells: list[Spell] = field(default_factory=list)
    weighed: dict[int, tuple[date, float]] = field(default_factory=dict)
    helped: list[date] = field(default_factory=list)
    died: date | None = None

    @property
    def home(self) -> Spell | None:
        return next((one for one in self.homes if one.end is None), None)

    def alive(self, day: date) -> bool:
        return self.born <= day <= TODAY and (self.died is None or day <= self.died)

    def may_move(self, place: str, day: date) -> bool:
        if self.died is not None or not self.alive(day) or not within(PLACES[place], day):
            return False
        if self.home is not None:
            return day > self.home.start and place != self.home.what
        return all(one.end <= day for one in self.homes)

    def may_leave(self, day: date) -> bool:
        return self.home is not None and self.alive(day) and day > self.home.start

    def may_die(self, day: date) -> bool:
        known = [*self.helped, *(when for when, _ in self.weighed.values())]
        nothing_later = all(one.ends_by(day) for one in [*self.homes, *self.spells])
        return (
            self.died is None
            and self.alive(day)
            and nothing_later
            and all(when <= day for when in known)
        )

    def may_begin(self, group: str, day: date) -> bool:
        twice = any(one.what == group and (one.end is None or one.end > day) for one in self.spells)
        in_force = within(GROUPS[group], day)
        return self.alive(day) and day < sixteen(self.born) and in_force and not twice

    def may_be_weighed(self, day: date, cm: float) -> bool:
        there = next((one for one in self.homes if one.on(day)), None)
        if not self.alive(day) or there is None or not within(PLACES[there.what], day):
            return False
        return 25 <= cm <= 220

    def shrinks(self, day: date, cm: float) -> bool:
        """Whether a height is more than 3 cm below an earlier one, or above a later one."""
        return any(
            (when < day and cm < height - 3) or (when > day and cm > height + 3)
            for when, height in self.weighed.values()
        )


def may_be_entered(born: date, place: str, since: date) -> bool:
    """Whether a child can be entered: born, under sixteen, in a commune of that day."""
    return born <= since <= TODAY and since < sixteen(born) and within(PLACES[place], since)
