"""Many recognitions of schools and of communes, and many scores."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from django.db import models, transaction

from mangnon.audit.warrants import Warrant
from mangnon.bulk import Column, batches
from mangnon.facilities.actions.bulk import ends
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.models import Assessment, Recognition
from mangnon.text.sentence import Sentence

_DECIDED = Sentence(vi="Ngày quyết định", en="The day of the decision")


@dataclass(frozen=True, slots=True)
class SchoolRecognitionsBatch:
    """n decisions on schools (ids); ``expires_on``: the first day without it."""

    facilities: Column
    standards: Column
    decided_on: Column
    expires_on: Column
    levels: Column = 1
    decision_numbers: Column = ""


@dataclass(frozen=True, slots=True)
class CommuneRecognitionsBatch:
    """n decisions on communes (place ids), each for one year."""

    places: Column
    standards: Column
    years: Column
    decided_on: Column
    decision_numbers: Column = ""


@dataclass(frozen=True, slots=True)
class AssessmentsBatch:
    """n scores, of schools (``facilities``) or of communes (``places``): the other is None."""

    standards: Column
    years: Column
    scores: Column
    facilities: Column = None
    places: Column = None


def add_school_recognitions(batch: SchoolRecognitionsBatch, *, warrant: Warrant) -> range:
    """Write decisions on schools. Raises WrongBatch; then nothing is written."""
    kept: dict[str, Column] = {
        "facility_id": batch.facilities,
        "standard_id": batch.standards,
        "decided_on": batch.decided_on,
        "expires_on": batch.expires_on,
        "level": batch.levels,
        "decision_number": batch.decision_numbers,
    }

    def after(written: models.QuerySet[Recognition], count: int) -> None:
        places = ends.places_of(written.values_list("facility_id", flat=True))
        since = batches.earliest(batches.days(batch.decided_on, count))
        ends.changed(warrant, ["schools"], places, since)

    return _add(Recognition, kept, "add_school_recognitions", after, warrant)


def add_commune_recognitions(batch: CommuneRecognitionsBatch, *, warrant: Warrant) -> range:
    """Write decisions on communes. Raises WrongBatch; then nothing is written."""
    kept: dict[str, Column] = {
        "place_id": batch.places,
        "standard_id": batch.standards,
        "year": batch.years,
        "decided_on": batch.decided_on,
        "level": 1,
        "decision_number": batch.decision_numbers,
    }

    def after(written: models.QuerySet[Recognition], _: int) -> None:
        places: Collection[int] = set(written.values_list("place_id", flat=True).distinct())
        ends.changed(
            warrant, ["communes"], places, date(int(np.min(np.asarray(batch.years))), 1, 1)
        )

    return _add(Recognition, kept, "add_commune_recognitions", after, warrant)


def add_assessments(batch: AssessmentsBatch, *, warrant: Warrant) -> range:
    """Write scores. Raises WrongBatch; then nothing is written."""
    kept: dict[str, Column] = {
        "standard_id": batch.standards,
        "facility_id": batch.facilities,
        "place_id": batch.places,
        "year": batch.years,
        "score": batch.scores,
    }
    return _add(Assessment, kept, "add_assessments", lambda written, count: None, warrant)


def _add(
    model: type[models.Model],
    kept: dict[str, Column],
    act: str,
    after: Callable[[models.QuerySet[Any], int], None],
    warrant: Warrant,
) -> range:
    warrant.demand(WRITE)
    count = batches.length_of(kept)
    if count == 0:
        return range(0)
    if "decided_on" in kept:
        batches.refuse_future(_DECIDED, batches.days(kept["decided_on"], count))
    with transaction.atomic():
        ids = batches.write(model, kept)
        ends.note(warrant, act, count, kept)
        after(model._default_manager.filter(pk__gte=ids[0], pk__lte=ids[-1]), count)
    return ids
