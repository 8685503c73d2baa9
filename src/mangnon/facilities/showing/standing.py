"""How a school or a commune stands against a standard: criteria, score, what is not known."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Assessed:
    """One assessment with its criteria."""

    assessment: Assessment
    criteria: list[Judged]

    @property
    def threshold_met(self) -> bool | None:
        """Whether the score reaches the standard's threshold; None where either is missing."""
        least, score = self.assessment.standard.threshold, self.assessment.score
        return None if least is None or score is None else score >= least


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
