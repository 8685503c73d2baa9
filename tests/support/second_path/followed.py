"""T2, T2b and T2c: children with a day in a group in the 12 months; and T1-exits."""

from collections import defaultdict

from mangnon.register.models import Assistance, Circumstance, PlannedService, Reintegration
from tests.support.second_path.days import ONE_DAY, Year, months_after, open_on
from tests.support.second_path.person import Person
from tests.support.second_path.tally import TOTAL, Tally
from tests.support.second_path.whereabouts import last_before


class Help:
    """What children received and what came of it, by child."""

    def __init__(self) -> None:
        self.given: dict[int, list[Assistance]] = defaultdict(list)
        for given in Assistance.objects.select_related("kind"):
            self.given[given.child_id].append(given)
        self.services: dict[int, list[PlannedService]] = defaultdict(list)
        for service in PlannedService.objects.select_related("plan"):
            self.services[service.plan.child_id].append(service)
        self.outcomes: dict[int, list[Reintegration]] = defaultdict(list)
        for outcome in Reintegration.objects.all():
            self.outcomes[outcome.child_id].append(outcome)


def count_followed(tally: Tally, people: list[Person], years: list[Year]) -> None:
    """Count T2 and its companions where each child lived last in the 12 months."""
    help_ = Help()
    for person in people:
        for year in years:
            _count(tally, person, year, help_)


def _count(tally: Tally, person: Person, year: Year, help_: Help) -> None:
    groups = person.groups_between(year.window_first, year.day)
    home = last_before(person.residences, year.day)
    if not groups or home is None:
        return
    if home.valid_to is not None and home.valid_to <= year.window_first:
        return  # gone before the 12 months began
    keys = [
        TOTAL,
        ("sex", person.child.sex),
        ("age_group", person.age_group(year.day)),
        ("poverty", person.poverty(year)),
        *(("circumstance", code) for code in groups),
    ]
    lasting = all(spell.group.lasting for spell in groups.values())
    pk = person.child.pk
    met = {
        "T2": any(_counts(given, year) for given in help_.given[pk]),
        "T2b": any(_in_time(service, year) for service in help_.services[pk]),
        "T2c": any(_holds(outcome, year, lasting) for outcome in help_.outcomes[pk]),
    }
    for code, numerator in met.items():
        tally.add(
            code,
            year.number,
            home.place_id,
            keys,
            numerator=numerator,
            denominator=True,
        )


def _counts(given: Assistance, year: Year) -> bool:
    kind = given.kind
    dated = open_on(kind.valid_from, kind.valid_to, given.delivered_on)
    return kind.qualifies and dated and year.in_window(given.delivered_on)


def _in_time(service: PlannedService, year: Year) -> bool:
    delivered = service.delivered_on
    return (
        delivered is not None
        and year.in_window(delivered)
        and delivered <= service.due_on
        and service.plan.approved_on <= year.day
    )


def _holds(outcome: Reintegration, year: Year, lasting: bool) -> bool:
    reviewed = outcome.followed_up_on
    if reviewed is None or not outcome.still_holds or not year.in_window(reviewed):
        return False
    if not lasting and reviewed < months_after(outcome.reached_on, 6):
        return False
    return all(
        (outcome.in_family, outcome.in_school_or_care, outcome.no_new_harm, outcome.goals_met)
    )


def count_exits(tally: Tally, people: list[Person], years: list[Year]) -> None:
    """Count the spells that ended, where the child lived on their last day."""
    for person in people:
        for spell in person.spells:
            for year in years:
                if year.holds(spell.valid_to):
                    _count_exit(tally, person, spell, year)


def _count_exit(tally: Tally, person: Person, spell: Circumstance, year: Year) -> None:
    assert spell.valid_to is not None
    home = last_before(person.residences, spell.valid_to - ONE_DAY)
    if home is None:
        return
    keys = [
        TOTAL,
        ("reason", spell.end_reason or Circumstance.End.OTHER),
        ("sex", person.child.sex),
        ("circumstance", spell.group.code),
    ]
    tally.add("T1-exits", year.number, home.place_id, keys, numerator=True)
