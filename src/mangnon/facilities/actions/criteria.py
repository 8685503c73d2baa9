"""Judging criterion by criterion, with what proves it; the score is the sum where all are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from mangnon.attachments.actions import Upload, keep
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions.assessments import assess
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.errors import WrongStandard
from mangnon.facilities.models import (
    Assessment,
    AssessmentProof,
    Criterion,
    Facility,
    Standard,
    Tick,
)
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Ticked:
    """How one criterion was judged, and the files that prove it."""

    met: bool
    points: float | None = None
    files: Sequence[Upload] = ()


def assess_criteria(
    assessed: Facility | Place,
    *,
    standard: Standard,
    year: int,
    ticks: Mapping[str, Ticked],
    score: float | None = None,
    warrant: Warrant,
) -> Assessment:
    """Record an assessment with its criteria by code; what is not named stays as it was.

    Where all criteria are known and have points, the score is their sum and ``score`` is not
    asked. Raises WrongStandard, WrongDay, WrongFile; then nothing is written.
    """
    known = {one.code: one for one in standard.criteria.all()}
    for code, tick in ticks.items():
        _possible(known.get(code), code, tick, standard)
    with transaction.atomic():
        summed = _sum(standard, known, ticks)
        given = assess(
            assessed, standard=standard, year=year, warrant=warrant,
            score=score if summed is None else summed,
        )  # fmt: skip
        files = 0
        for code, tick in ticks.items():
            Tick.objects.update_or_create(
                assessment=given, criterion=known[code],
                defaults={"met": tick.met, "points": tick.points},
            )  # fmt: skip
            for file in tick.files:
                kept = keep(file, act=WRITE, warrant=warrant)
                AssessmentProof.objects.create(assessment=given, criterion=known[code], file=kept)
                files += 1
        data = {"assessment": given.pk, "criteria": len(ticks), "files": files}
        record(warrant, "facilities.assess_criteria", data=data)
    return given


def _sum(
    standard: Standard, known: Mapping[str, Criterion], ticks: Mapping[str, Ticked]
) -> float | None:
    """Return the sum of the points; None where not every criterion is known and judged."""
    points = [tick.points for tick in ticks.values()]
    if not standard.criteria_known or set(ticks) != set(known) or None in points:
        return None
    return sum(one for one in points if one is not None)


def _possible(found: Criterion | None, code: str, tick: Ticked, standard: Standard) -> None:
    if found is None:
        raise WrongStandard(
            Sentence(
                vi=f"Tiêu chuẩn “{standard.name_vi}” không có tiêu chí “{code}”. Hãy mở lại trang.",
                en=f"“{standard.name_en}” has no criterion “{code}”. Open the page again.",
            )
        )
    most = standard.points_total if found.points is None else found.points
    if tick.points is not None and (tick.points < 0 or (most is not None and tick.points > most)):
        limit = "" if most is None else f" đến {most:g}"
        limit_en = "" if most is None else f" up to {most:g}"
        raise WrongStandard(
            Sentence(
                vi=f"Tiêu chí {code}: điểm {tick.points:g} không hợp lệ. Hãy ghi từ 0{limit}.",
                en=f"Criterion {code}: {tick.points:g} points cannot be. Write 0{limit_en}.",
            )
        )
