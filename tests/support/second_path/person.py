"""A child with all of its records, as every count of children sees it."""

from dataclasses import dataclass
from datetime import date

from mangnon.register.models import Child, Circumstance, Residence
from tests.support.second_path.days import ONE_DAY, Year, completed_years, months_after, open_on
from tests.support.second_path.whereabouts import counted

_GROUPS = ((2, "0-2"), (5, "3-5"), (10, "6-10"), (15, "11-15"))


@dataclass(frozen=True)
class Person:
    """A child, read once."""

    child: Child
    residences: list[Residence]
    spells: list[Circumstance]
    died_on: date | None
    poverty_by_year: dict[int, str]

    @property
    def born(self) -> date:
        return self.child.birth_date

    @property
    def sixteenth_birthday(self) -> date:
        """The first day on which the child is no longer under 16."""
        return months_after(self.born, 16 * 12)

    def lives_on(self, day: date) -> bool:
        """Born and not dead; the day of death is the first without the child."""
        return open_on(self.born, self.died_on, day)

    def home(self, day: date) -> Residence | None:
        """Return where the child lives on ``day``, unless it is absent."""
        return next((r for r in self.residences if open_on(r.valid_from, r.valid_to, day)), None)

    def age_group(self, day: date) -> str:
        """Return the group of completed years."""
        age = completed_years(self.born, day)
        return next((name for last, name in _GROUPS if age <= last), "16+")

    def poverty(self, year: Year) -> str:
        """Return what the list of that year says of the household."""
        return self.poverty_by_year.get(year.day.year, "none")

    def groups_between(self, first: date, last: date) -> dict[str, Circumstance]:
        """Return the groups, in force, in which the child spent a day of [first, last].

        Only days on which it lived and was under 16.
        """
        end = min(last + ONE_DAY, self.sixteenth_birthday, self.died_on or date.max)
        start = max(first, self.born)
        return {spell.group.code: spell for spell in self.spells if _some_day(spell, start, end)}


def _some_day(spell: Circumstance, start: date, end: date) -> bool:
    group = spell.group
    starts = max(start, spell.valid_from, group.valid_from)
    ends = min(end, spell.valid_to or date.max, group.valid_to or date.max)
    return starts < ends


def everyone() -> list[Person]:
    """Read every child that is not the double of another."""
    children = Child.objects.filter(merged_into=None).order_by("pk")
    related = children.select_related("death").prefetch_related(
        "residences", "circumstances__group", "household__poverty"
    )
    return [_person(child) for child in related]


def _person(child: Child) -> Person:
    death = getattr(child, "death", None)
    poverty = child.household.poverty.all() if child.household else ()
    return Person(
        child=child,
        residences=counted(child.residences.all()),
        spells=list(child.circumstances.all()),
        died_on=death.died_on if death else None,
        poverty_by_year={one.year: one.status for one in poverty},
    )
