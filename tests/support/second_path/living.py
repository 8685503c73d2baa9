"""T1, T1-new, T1-allowance and the denominators of the coverages: children living on the day."""

from mangnon.register.models import Assistance
from tests.support.second_path.days import Year, completed_months, completed_years, open_on
from tests.support.second_path.person import Person
from tests.support.second_path.tally import TOTAL, Tally


def count_living(tally: Tally, people: list[Person], years: list[Year]) -> None:
    """Count every child under 16 where it lives on the day of each year."""
    allowances: dict[int, list[Assistance]] = {}
    for given in Assistance.objects.filter(kind__monthly_allowance=True):
        allowances.setdefault(given.child_id, []).append(given)
    for person in people:
        for year in years:
            _count(tally, person, year, allowances.get(person.child.pk, []))
    for code in ("T1", "T1-new"):
        tally.keep_whole(code, "circumstance")


def _count(tally: Tally, person: Person, year: Year, allowances: list[Assistance]) -> None:
    day = year.day
    home = person.home(day)
    if home is None or not person.lives_on(day) or completed_years(person.born, day) >= 16:
        return
    sex = ("sex", person.child.sex)
    keys = [
        TOTAL,
        sex,
        ("age_group", person.age_group(day)),
        ("poverty", person.poverty(year)),
        ("residence", home.kind),
    ]
    now = _groups_now(person, year)
    new = _groups_identified(person, year)
    allowed = any(year.in_window(given.delivered_on) for given in allowances)

    def add(code: str, keys: list[tuple[str, str]], numerator: bool, denominator: bool) -> None:
        tally.add(
            code, year.number, home.place_id, keys, numerator=numerator, denominator=denominator
        )

    add("T1", keys, bool(now), True)
    add("T1", _by_group(now), True, True)
    add("T1-allowance", keys, bool(now) and allowed, bool(now))
    add("T1-allowance", _by_group(now), allowed, True)
    add("T1-new", keys, bool(new), True)
    add("T1-new", _by_group(new), True, True)
    add("T1-new", _by_group(now - new), False, True)
    under_five = completed_months(person.born, day) < 60
    for code in ("T4-coverage", "T5-coverage"):
        add(code, [TOTAL, sex], False, under_five)


def _by_group(codes: set[str]) -> list[tuple[str, str]]:
    return [("circumstance", code) for code in sorted(codes)]


def _groups_now(person: Person, year: Year) -> set[str]:
    """The groups in force on the day with a spell that is open on it."""
    return set(person.groups_between(year.day, year.day))


def _groups_identified(person: Person, year: Year) -> set[str]:
    """The groups, in force that day, in which the child was found to be during the year."""
    return {
        spell.group.code
        for spell in person.spells
        if year.holds(spell.identified_on)
        and open_on(spell.group.valid_from, spell.group.valid_to, spell.identified_on)
    }
