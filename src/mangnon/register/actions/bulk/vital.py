"""Many births and deaths; a death ends its child's residence and open spells."""

from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches, update_columns
from mangnon.bulk.columns import plain
from mangnon.register.actions.bulk import ends, judging
from mangnon.register.actions.bulk.residences import open_places
from mangnon.register.actions.changes import BULK, LIVING
from mangnon.register.actions.touching import touch_children
from mangnon.register.models import (
    Assistance,
    Birth,
    Child,
    Circumstance,
    Death,
    Measurement,
    Plan,
    Reintegration,
    Residence,
)
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
    warrant.demand(BULK)
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
    batches.one_of(batch.sexes, Child.Sex.values, _SEX)
    with transaction.atomic():
        with judging.or_refuse(judging.BORN_TWICE):
            ids = batches.write(Birth, kept)
        written = Birth.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
        judging.at_communes(written, ids[0], "born_on")
        batches.refuse_any(written.filter(_OTHER_FILE), _NOT_THAT_BIRTH, ids[0])
        batches.refuse_any(written.filter(registered_on__lt=F("born_on")), _REGISTERED, ids[0])
        ends.note(warrant, "add_births", count, kept)
    return ids


def add_deaths(batch: DeathsBatch, *, warrant: Warrant) -> range:
    """Write deaths, and end the residences and spells of the children named.

    Raises WrongBatch with a sentence; then nothing is written.
    """
    warrant.demand(BULK)
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
        with judging.or_refuse(judging.DIED_TWICE):
            ids = batches.write(Death, kept)
        ends.note(warrant, "add_deaths", count, kept)
        with judging.or_refuse(judging.ENDS_FIRST):
            places = _end_lives(batch, count)
        _judge_deaths(ids)
        ends.changed(warrant, LIVING, places, batches.earliest(died))
    return ids


def _judge_deaths(ids: range) -> None:
    """Refuse deaths before birth, and those after which something is on record of the child."""
    written = Death.objects.filter(pk__gte=ids[0], pk__lte=ids[-1])
    judging.born_by(written, ids[0], "died_on")
    batches.refuse_any(written.filter(registered_on__lt=F("died_on")), _REGISTERED, ids[0])
    for model, days in _RECORDED:
        late = Q()
        for day in days:
            late |= Q(**{f"{day}__gt": OuterRef("died_on")})
        after = model._default_manager.filter(late, child=OuterRef("child"))
        batches.refuse_any(written.filter(Exists(after)), _RECORDED_LATER, ids[0])


# What is on record of a child, each with the days that no death may precede.
_RECORDED: tuple[tuple[type[models.Model], tuple[str, ...]], ...] = (
    (Residence, ("valid_from", "valid_to")),
    (Circumstance, ("valid_from", "identified_on", "valid_to")),
    (Measurement, ("measured_on",)),
    (Assistance, ("delivered_on",)),
    (Plan, ("approved_on",)),
    (Reintegration, ("reached_on", "followed_up_on")),
)
_OTHER_FILE = Q(child__isnull=False) & (
    ~Q(sex=F("child__sex"))
    | Q(child__birth_precision=Child.Precision.DAY) & ~Q(born_on=F("child__birth_date"))
)
_SEX = Sentence(vi="Giới tính phải là m hoặc f", en="Sex must be m or f")
_NOT_THAT_BIRTH = Sentence(
    vi="Ngày sinh hoặc giới tính khác với hồ sơ của trẻ",
    en="The birth date or sex differs from the child's file",
)
_REGISTERED = Sentence(
    vi="Ngày đăng ký trước ngày xảy ra", en="A registration is before the day it happened"
)
_RECORDED_LATER = Sentence(
    vi="Hồ sơ của trẻ có ghi nhận sau ngày mất",
    en="The child's file holds records after the day of death",
)


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
