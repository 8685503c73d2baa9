"""How a school or a commune stands against a standard: criteria, score, what is not known."""

from dataclasses import dataclass
from typing import NamedTuple

from mangnon.facilities.models import (
    Assessment,
    AssessmentProof,
    Criterion,
    Facility,
    Recognition,
    Standard,
    Tick,
)
from mangnon.places.models import Place


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion of an assessment; ``tick`` None: it was not judged."""

    criterion: Criterion
    tick: Tick | None
    proofs: list[AssessmentProof]


class Thresholds(NamedTuple):
    """The least and the greatest score that a standard asks, by the kind of place."""

    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Assessed:
    """One assessment with its criteria."""

    assessment: Assessment
    criteria: list[Judged]

    @property
    def threshold_met(self) -> bool | None:
        """Whether the score is enough; None where it, or what this place has to reach, is unknown.

        Nobody records which commune is in difficult conditions: between the lowest and the highest
        threshold nothing is said.
        """
        if self.at_zero:
            return False
        asked, score = self.thresholds, self.assessment.score
        if asked is None or score is None or asked.lowest <= score < asked.highest:
            return None
        return score >= asked.highest

    @property
    def thresholds(self) -> Thresholds | None:
        """What the standard asks; None where its threshold for most places is not known."""
        standard = self.assessment.standard
        if standard.threshold is None:
            return None
        others = (standard.threshold_difficult, standard.threshold_central_city_ward)
        known = [standard.threshold, *(one for one in others if one is not None)]
        return Thresholds(min(known), max(known))

    @property
    def undecided(self) -> bool:
        """Whether the score is enough for some kinds of place, and not for others."""
        scored = self.assessment.score is not None and self.thresholds is not None
        return scored and self.threshold_met is None

    @property
    def at_zero(self) -> list[Criterion]:
        """The criteria that got no point, where the standard allows none."""
        if not self.assessment.standard.no_criterion_at_zero:
            return []
        return [one.criterion for one in self.criteria if one.tick and one.tick.points == 0]


def assessed(whom: Facility | Place) -> list[Assessed]:
    """Return the assessments of a facility or a commune, the newest first; four queries."""
    field = "facility" if isinstance(whom, Facility) else "place"
    rows = Assessment.objects.filter(**{field: whom}).select_related("standard")
    rows = rows.prefetch_related("standard__criteria", "ticks", "proofs__file")
    return [_one(row) for row in rows.order_by("-year", "-pk")]


def recognised(whom: Facility | Place) -> list[Recognition]:
    """Return the recognitions, the newest decision first."""
    field = "facility" if isinstance(whom, Facility) else "place"
    rows = Recognition.objects.filter(**{field: whom}).select_related("standard")
    return list(rows.order_by("-decided_on", "-pk"))


def standards_for(whom: Facility | Place) -> list[Standard]:
    """Return the standards that may be used for a school or a commune, the newest first."""
    subject = "school" if isinstance(whom, Facility) else "commune"
    rows = Standard.objects.filter(subject=subject).prefetch_related("criteria")
    found = list(rows.order_by("-valid_from", "code"))
    if isinstance(whom, Facility):
        found = [one for one in found if whom.level in one.levels]
    return found


def _one(row: Assessment) -> Assessed:
    ticks = {one.criterion_id: one for one in row.ticks.all()}
    proofs = list(row.proofs.all())
    criteria = [
        Judged(one, ticks.get(one.pk), [p for p in proofs if p.criterion_id == one.pk])
        for one in row.standard.criteria.all()
    ]
    return Assessed(row, criteria)
