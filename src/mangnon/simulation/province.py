"""Everything of an invented province, drawn from one seed; nothing here touches a database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from mangnon.simulation.assistance import Assistance, ChildYears, assistance_of, child_years
from mangnon.simulation.campaigns import Weighings, campaigns
from mangnon.simulation.circumstances import Story
from mangnon.simulation.communes import CommuneYear, commune_years
from mangnon.simulation.days import Flags
from mangnon.simulation.ground import Ground
from mangnon.simulation.names import Names, names_of
from mangnon.simulation.papers import Papers, papers_of
from mangnon.simulation.plans import Outcomes, Plans, outcomes_of, plans_of
from mangnon.simulation.population import Population, populate
from mangnon.simulation.poverty import Poverty, poverty_of
from mangnon.simulation.reports import Report, reports
from mangnon.simulation.residences import Residences, residences_of
from mangnon.simulation.schools import School, schools_of
from mangnon.simulation.spells import Spells
from mangnon.simulation.staff import Stations, stations_of
from mangnon.simulation.vital import Events, births_of, deaths_of

STEPS = 7
_SAN_DIU = "san_diu"


@dataclass
class Province:
    """The drawn parts; weighings are drawn campaign by campaign, they are too many to keep."""

    ground: Ground
    seed: int
    people: Population
    homes: Residences
    names: Names
    san_diu: Flags
    poverty: Poverty
    births: Events
    deaths: Events
    spells: Spells
    papers: Papers
    child_years: ChildYears
    assistance: Assistance
    plans: Plans
    outcomes: Outcomes
    stations: Stations
    schools: list[School]
    communes: list[CommuneYear]
    reports: list[Report]

    def weighings(self, days: list[int]) -> Iterator[Weighings]:
        """Yield the weighing campaigns that begin on these days."""
        return campaigns(self.ground, self.people, self.homes, self.seed, days)


def draw(
    ground: Ground, children: int, seed: int, tell: Callable[[int], None] = lambda _: None
) -> Province:
    """Draw a province of so many children; ``tell`` hears how many of STEPS are done."""
    profile = ground.profile
    people = populate(ground, children, seed)
    tell(1)
    homes = residences_of(people)
    tell(2)
    san_diu = san_diu_households(ground, people)
    names = names_of(profile.document_prefix, people, san_diu, seed)
    tell(3)
    poverty = poverty_of(profile, people, seed)
    spells = Story(profile, people, homes, poverty, seed).play()
    tell(4)
    who = child_years(profile, people, spells, seed)
    given = assistance_of(people, spells, who, seed)
    tell(5)
    plans = plans_of(profile, people, spells, who, seed)
    outcomes = outcomes_of(profile, people, spells, who, seed)
    tell(6)
    drawn = Province(
        ground, seed, people, homes, names, san_diu, poverty,
        births_of(people, seed), deaths_of(people, seed), spells, papers_of(spells, seed),
        who, given, plans, outcomes,
        stations_of(ground, seed), schools_of(ground, seed), commune_years(ground, seed),
        reports(profile, seed),
    )  # fmt: skip
    tell(STEPS)
    return drawn


def san_diu_households(ground: Ground, people: Population) -> Flags:
    """Mark the households of the Sán Dìu: some in each district that the pack names."""
    named = [ground.profile.district(code).minority == _SAN_DIU for code in ground.district]
    at_home = np.array([*named, *[False] * ground.after])
    own = at_home[people.first_home]
    marked: Flags = own & (np.arange(people.households) % 23 == 0)
    return marked
