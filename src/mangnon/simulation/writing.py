"""Writes an invented province through the subjects' own bulk acts, in chunks.

Rows come from arrays; only a chunk at a time becomes Python objects.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from mangnon.audit.warrants import Warrant
from mangnon.register.actions import bulk
from mangnon.register.actions.heirs import assign_heirs
from mangnon.simulation.births import PRECISIONS
from mangnon.simulation.campaigns import Weighings
from mangnon.simulation.days import FOREVER, Flags, Whole, dated
from mangnon.simulation.ground import MERGER
from mangnon.simulation.papers import Papers
from mangnon.simulation.province import Province
from mangnon.simulation.reading import Catalogues
from mangnon.simulation.residences import KINDS, MERGED, REASONS, Residences
from mangnon.simulation.spells import REASONS as SPELL_REASONS
from mangnon.simulation.vital import Events

CHUNK = 100_000
_ETHNIC = np.array(["kinh", "san_diu"])
_SEXES = np.array(["m", "f"])
_POSITIONS = np.array(["l", "h"])


@dataclass
class Register:
    """Writes the register of a province; ``until`` is the last day that has come."""

    province: Province
    catalogues: Catalogues
    until: int
    warrant: Warrant
    ids: NDArray[np.int64] = field(init=False)
    households: NDArray[np.int64] = field(init=False)
    rows: int = 0

    def __post_init__(self) -> None:
        self.ids = np.zeros(len(self.province.people), dtype=np.int64)
        self.places = np.array(self.province.ground.ids, dtype=np.int64)

    def _wrote(self, count: int) -> None:
        self.rows += count

    def write_households(self) -> None:
        """Enter all households."""
        batch = bulk.HouseholdsBatch(self.province.people.households)
        self.households = np.array(bulk.add_households(batch, warrant=self.warrant))
        self._wrote(batch.count)

    def write_children(self, entered: Flags) -> Iterator[int]:
        """Enter the children marked, in the order of birth; yields how many, chunk by chunk."""
        people, names = self.province.people, self.province.names
        for rows in _chunks(np.flatnonzero(entered), CHUNK // 4):
            household = people.household[rows]
            batch = bulk.ChildrenBatch(
                names=names.words(rows),
                sexes=_SEXES[people.girl[rows].astype(np.int64)],
                birth_dates=dated(people.birth[rows]),
                documents=names.documents(rows),
                birth_precisions=np.array(PRECISIONS)[people.precision[rows]],
                ethnic_groups=_ETHNIC[self.province.san_diu[household].astype(np.int64)],
                households=self.households[household],
            )
            self.ids[rows] = bulk.add_children_in_bulk(batch, warrant=self.warrant)
            self._wrote(len(rows))
            yield len(rows)

    def write_homes(self, rows: Residences, until: int) -> Iterator[int]:
        """Write residences; one that ends after ``until`` is still open."""
        for some in _chunks(np.arange(len(rows.child)), CHUNK):
            part = rows.taken(some)
            reasons = np.where(part.end > until, 0, part.reason)
            batch = bulk.ResidencesBatch(
                children=self.ids[part.child],
                places=self.places[part.place],
                valid_from=dated(part.start),
                kinds=np.array(KINDS)[part.kind],
                valid_to=dated(part.end, until),
                end_reasons=_named(REASONS, reasons),
            )
            bulk.add_residences(batch, warrant=self.warrant)
            self._wrote(len(some))
            yield len(some)

    def end_homes(self, rows: Residences) -> None:
        """Close open residences on their last days."""
        for some in _chunks(np.arange(len(rows.child)), CHUNK):
            part = rows.taken(some)
            batch = bulk.ResidenceEndsBatch(
                children=self.ids[part.child],
                valid_to=dated(part.end),
                end_reasons=_named(REASONS, part.reason),
            )
            bulk.end_residences(batch, warrant=self.warrant)

    def answer_splits(self) -> int:
        """Say for each child of a split commune where it lives now."""
        homes, ground = self.province.homes, self.province.ground
        split = np.array([len(heirs) > 1 for heirs in ground.heirs] + [False] * ground.after)
        next_child = np.append(homes.child[1:], -1)
        passed = np.flatnonzero((homes.end == MERGER) & (homes.reason == MERGED))
        passed = passed[(next_child[passed] == homes.child[passed]) & split[homes.place[passed]]]
        for some in _chunks(passed, CHUNK):
            children = self.ids[homes.child[some]].tolist()
            heirs = self.places[homes.place[some + 1]].tolist()
            assign_heirs(dict(zip(children, heirs, strict=True)), warrant=self.warrant)
        return len(passed)

    def write_births(self, after: int, until: int) -> None:
        """Write the births after one day and until another."""
        births = self.province.births
        for some in _chunks(_between(births, after, until), CHUNK):
            child = births.child[some]
            batch = bulk.BirthsBatch(
                places=self.places[births.place[some]],
                born_on=dated(births.day[some]),
                sexes=_SEXES[self.province.people.girl[child].astype(np.int64)],
                children=self.ids[child],
                registered_on=dated(births.registered[some], until),
            )
            bulk.add_births(batch, warrant=self.warrant)
            self._wrote(len(some))

    def write_deaths(self, after: int, until: int) -> None:
        """Write the deaths after one day and until another."""
        deaths = self.province.deaths
        some = _between(deaths, after, until)
        if not len(some):
            return
        child = deaths.child[some]
        batch = bulk.DeathsBatch(
            places=self.places[deaths.place[some]],
            died_on=dated(deaths.day[some]),
            age_days=deaths.day[some] - self.province.people.birth[child],
            children=self.ids[child],
            registered_on=dated(deaths.registered[some], until),
        )
        bulk.add_deaths(batch, warrant=self.warrant)
        self._wrote(len(some))

    def write_weighings(self, one: Weighings) -> None:
        """Write one campaign."""
        for some in _chunks(np.arange(len(one.child)), 2 * CHUNK):
            batch = bulk.MeasurementsBatch(
                children=self.ids[one.child[some]],
                places=self.places[one.place[some]],
                measured_on=dated(one.day[some]),
                weight_kg=one.weight[some],
                length_cm=one.length[some],
                positions=_POSITIONS[one.position[some]],
            )
            bulk.add_measurements(batch, warrant=self.warrant)
            self._wrote(len(some))

    def write_poverty(self) -> None:
        """Write the yearly lists."""
        lists = self.province.poverty
        come = np.flatnonzero(lists.year <= _year(self.until))
        for some in _chunks(come, 2 * CHUNK):
            batch = bulk.PovertyBatch(
                households=self.households[lists.household[some]],
                years=lists.year[some],
                statuses=np.where(lists.poor[some], "poor", "near_poor"),
            )
            bulk.add_poverty(batch, warrant=self.warrant)
            self._wrote(len(some))

    def write_spells(self) -> None:
        """Write the spells of special circumstances."""
        spells = self.province.spells
        for some in _chunks(np.flatnonzero(spells.start <= self.until), CHUNK):
            ended = spells.end[some] <= self.until
            kinds, come = self._papers(some)
            batch = bulk.SpellsBatch(
                children=self.ids[spells.child[some]],
                groups=np.array(self.catalogues.groups)[spells.group[some]],
                valid_from=dated(spells.start[some]),
                valid_to=dated(spells.end[some], self.until),
                end_reasons=np.array(SPELL_REASONS)[np.where(ended, spells.reason[some], 0)],
                evidence=kinds,
                evidence_on=dated(come.day[some], self.until),
                numbers=come.numbers(some),
                issuers=come.issuers(some),
            )
            bulk.add_spells(batch, warrant=self.warrant)
            self._wrote(len(some))

    def _papers(self, rows: Whole) -> tuple[list[int | None], Papers]:
        """Give the kinds of the papers of spells, and what has come of them and the pack knows."""
        known = np.array([one is not None for one in self.catalogues.papers])
        come = self.province.papers.known(self.until, known)
        ids = [*self.catalogues.papers, None]
        return [ids[kind] for kind in come.kind[rows].tolist()], come

    def write_assistance(self) -> Iterator[int]:
        """Write what was delivered."""
        given = self.province.assistance
        for some in _chunks(np.flatnonzero(given.day <= self.until), 2 * CHUNK):
            batch = bulk.AssistanceBatch(
                children=self.ids[given.child[some]],
                kinds=np.array(self.catalogues.kinds)[given.kind[some]],
                delivered_on=dated(given.day[some]),
            )
            bulk.add_assistance(batch, warrant=self.warrant)
            self._wrote(len(some))
            yield len(some)

    def write_plans(self) -> None:
        """Write the plans with their services."""
        plans = self.province.plans
        rows = np.flatnonzero(plans.approved <= self.until)
        plan_ids = np.zeros(len(plans.child), dtype=np.int64)
        batch = bulk.PlansBatch(
            children=self.ids[plans.child[rows]],
            approved_on=dated(plans.approved[rows]),
            closed_on=dated(plans.closed[rows], self.until),
        )
        plan_ids[rows] = bulk.add_plans(batch, warrant=self.warrant)
        some = np.flatnonzero((plan_ids[plans.service_plan] > 0) & (plans.due <= self.until + 90))
        services = bulk.ServicesBatch(
            plans=plan_ids[plans.service_plan[some]],
            kinds=np.array(self.catalogues.kinds)[plans.service_kind[some]],
            due_on=dated(plans.due[some]),
            delivered_on=dated(plans.delivered[some], self.until),
        )
        bulk.add_services(services, warrant=self.warrant)
        self._wrote(len(rows) + len(some))

    def write_outcomes(self) -> None:
        """Write what became of the children; a follow-up still to come is empty."""
        found = self.province.outcomes
        rows = np.flatnonzero(found.reached <= self.until)
        followed = found.followed[rows] <= self.until
        held = [
            bool(one) if done else None
            for one, done in zip(found.held[rows], followed, strict=True)
        ]
        batch = bulk.ReintegrationsBatch(
            children=self.ids[found.child[rows]],
            reached_on=dated(found.reached[rows]),
            followed_up_on=dated(found.followed[rows], self.until),
            still_holds=held,
        )
        bulk.add_reintegrations(batch, warrant=self.warrant)
        self._wrote(len(rows))


def _chunks(rows: Whole, size: int) -> Iterator[Whole]:
    for first in range(0, len(rows), size):
        yield rows[first : first + size]


def _named(names: dict[int, str], codes: Whole) -> NDArray[np.str_]:
    return np.array([names[code] for code in range(len(names))])[codes]


def _between(events: Events, after: int, until: int) -> Whole:
    rows = np.flatnonzero((events.day > after) & (events.day <= until))
    return rows[np.argsort(events.day[rows], kind="stable")]


def _year(day: int) -> int:
    return int(np.datetime64(day, "D").astype("datetime64[Y]").astype(int)) + 1970


__all__ = ["FOREVER", "Register"]
