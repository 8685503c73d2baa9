"""The province's arrays as the register's columns; ids are an index and one."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import numpy as np
from django.db.models import Model

from bench.province.catalogue import FIRST_COMMUNE
from bench.province.people import households
from bench.province.shape import NEVER, dates
from bench.province.whole import Province
from mangnon.register import models as register

Table = tuple[type[Model], int, dict[str, Any]]


def tables(province: Province) -> Iterator[Table]:
    """Give each table with its number of rows and its columns, in the order of writing."""
    yield from _households(province)
    yield from _children(province)
    yield from _homes(province)
    yield from _care(province)
    yield from _weighings(province)


def _uuids(count: int, kind: int) -> list[UUID]:
    return [UUID(int=(kind << 96) + number) for number in range(count)]


def _households(province: Province) -> Iterator[Table]:
    count = households(len(province.people.born))
    yield register.Household, count, {"uuid": _uuids(count, 1)}
    poverty = province.poverty
    columns = {
        "household_id": poverty.household + 1,
        "year": poverty.year,
        "status": poverty.status,
    }
    yield register.HouseholdPoverty, len(poverty.year), columns


def _children(province: Province) -> Iterator[Table]:
    people = province.people
    count = len(people.born)
    merged = [None if other < 0 else other + 1 for other in people.merged_into.tolist()]
    columns = {
        "uuid": _uuids(count, 2),
        "sex": people.sex,
        "birth_date": dates(people.born),
        "birth_precision": people.precision,
        "ethnic_group": "kinh",
        "vietnamese_citizen": True,
        "household_id": people.household + 1,
        "merged_into_id": merged,
        "home_id": _open_homes(province),
    }
    yield register.Child, count, columns
    dead = np.flatnonzero(people.died != NEVER)
    columns = {
        "child_id": dead + 1,
        "place_id": FIRST_COMMUNE + province.homes.commune[dead],
        "died_on": dates(people.died[dead]),
        "age_days": people.died[dead] - people.born[dead],
    }
    yield register.Death, len(dead), columns


def _open_homes(province: Province) -> list[int | None]:
    """Give where each child lives today, None for who left or died."""
    homes = province.homes
    found: list[int | None] = [None] * homes.children
    still = homes.end == NEVER
    for child, commune in zip(homes.child[still], homes.commune[still], strict=True):
        found[child] = FIRST_COMMUNE + int(commune)
    return found


def _homes(province: Province) -> Iterator[Table]:
    homes = province.homes
    columns = {
        "child_id": homes.child + 1,
        "place_id": FIRST_COMMUNE + homes.commune,
        "kind": homes.kind,
        "valid_from": dates(homes.start),
        "valid_to": dates(homes.end),
        "end_reason": homes.reason,
    }
    yield register.Residence, len(homes.child), columns


def _care(province: Province) -> Iterator[Table]:
    spells, care = province.spells, province.care
    columns: dict[str, Any] = {
        "child_id": spells.child + 1,
        "group_id": spells.group + 1,
        "valid_from": dates(spells.start),
        "valid_to": dates(spells.end),
        "end_reason": spells.reason,
        "identified_on": dates(spells.found),
    }
    yield register.Circumstance, len(spells.child), columns
    columns = {
        "child_id": care.helped + 1,
        "kind_id": care.kind + 1,
        "delivered_on": dates(care.given),
    }
    yield register.Assistance, len(care.helped), columns
    columns = {
        "child_id": care.planned + 1,
        "approved_on": dates(care.approved),
        "close_reason": "",
    }
    yield register.Plan, len(care.planned), columns
    columns = {
        "plan_id": care.of_plan + 1,
        "kind_id": care.service + 1,
        "due_on": dates(care.due),
        "delivered_on": dates(care.delivered),
    }
    yield register.PlannedService, len(care.of_plan), columns
    columns = {
        "child_id": care.back + 1,
        "reached_on": dates(care.reached),
        **dict.fromkeys(("in_family", "in_school_or_care", "no_new_harm", "goals_met"), True),
        "followed_up_on": dates(care.followed),
        "still_holds": care.holds,
    }
    yield register.Reintegration, len(care.back), columns


def _weighings(province: Province) -> Iterator[Table]:
    held = province.weighings
    columns = {
        "child_id": held.child + 1,
        "place_id": FIRST_COMMUNE + held.commune,
        "measured_on": dates(held.on),
        "weight_kg": held.weight,
        "length_cm": held.length,
        "position": "h",
        "oedema": held.oedema,
        **{name: getattr(held, name) for name in ("waz", "haz", "whz", "flagged")},
    }
    yield register.Measurement, len(held.child), columns
