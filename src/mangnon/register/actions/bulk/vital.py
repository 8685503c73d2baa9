"""Many births and deaths; a death ends its child's residence and open spells."""

from dataclasses import dataclass

from django.db import transaction

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, update_columns
from mangnon.bulk.columns import plain
from mangnon.register.actions.bulk import ends
from mangnon.register.actions.bulk.residences import open_places
from mangnon.register.actions.changes import LIVING
from mangnon.register.actions.touching import touch_children
from mangnon.register.models import Birth, Circumstance, Death, Residence
from mangnon.text.sentence import Sentence

_BORN = Sentence(vi="Ngày sinh", en="The day of birth")
_DIED = Sentence(vi="Ngày mất", en="The day of death")


@dataclass(frozen=True, slots=True)
class BirthsBatch:
    """n births at the mothers' communes; ``children`` None where the register has no such child."""

    places: Column
    born_on: Column
    sexes: Column
    children: Column = None
    registered_on: Column = None


@dataclass(frozen=True, slots=True)
class DeathsBatch:
    """n deaths at the residences; ``children`` None where the register has no such child."""

    places: Column
    died_on: Column
    age_days: Column
    children: Column = None
    registered_on: Column = None


def add_births(batch: BirthsBatch, *, warrant: Warrant) -> range:
    """Write births. Raises WrongBatch with a sentence."""
    warrant.demand("register.write")
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "place_id": batch.places,
        "born_on": batch.born_on,
        "sex": batch.sexes,
        "registered_on": batch.registered_on,
    }
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    batches.refuse_future(_BORN, batches.days(batch.born_on, count))
    with transaction.atomic():
        ids = batches.write(Birth, kept)
        ends.note(warrant, "add_births", count, kept)
    return ids


def add_deaths(batch: DeathsBatch, *, warrant: Warrant) -> range:
    """Write deaths, and end the residences and spells of the children named.

    Raises WrongBatch with a sentence; then nothing is written.
    """
    warrant.demand("register.write")
    kept: dict[str, Column] = {
        "child_id": batch.children,
        "place_id": batch.places,
        "died_on": batch.died_on,
        "age_days": batch.age_days,
        "registered_on": batch.registered_on,
    }
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    died = batches.days(batch.died_on, count)
    batches.refuse_future(_DIED, died)
    with transaction.atomic():
        ids = batches.write(Death, kept)
        ends.note(warrant, "add_deaths", count, kept)
        places = _end_lives(batch, count)
        ends.changed(warrant, LIVING, places, batches.earliest(died))
    return ids


def _end_lives(batch: DeathsBatch, count: int) -> set[int]:
    """Close what is open of the children who died; give the places where they lived."""
    if batch.children is None:
        return set()
    days = batches.days(batch.died_on, count).tolist()
    named = [
        (child, day)
        for child, day in zip(plain(batch.children), days, strict=True)
        if child is not None
    ]
    if not named:
        return set()
    children = [child for child, _ in named]
    ends = [day for _, day in named]
    places = open_places(children)
    for model, reason in ((Residence, "died"), (Circumstance, Circumstance.End.DIED.value)):
        update_columns(
            model,
            {"child_id": children},
            {"valid_to": ends, "end_reason": reason},
            only="valid_to IS NULL",
        )
    touch_children(children)
    return places
