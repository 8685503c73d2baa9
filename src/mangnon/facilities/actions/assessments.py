"""Scores of schools and communes against a standard."""

from datetime import date
from typing import Any

from django.db import transaction

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions.common import WRITE
from mangnon.facilities.errors import WrongDay, WrongStandard
from mangnon.facilities.models import Assessment, Facility, Standard
from mangnon.facilities.queries import in_force_within, places_answering
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence


def assess(
    assessed: Facility | Place,
    *,
    standard: Standard,
    year: int,
    score: float | None,
    warrant: Warrant,
) -> Assessment:
    """Record the score of a school or a commune for a year; a second one replaces the first.

    Raises WrongDay or WrongStandard with a sentence; then nothing is written.
    """
    whom: dict[str, Any]
    if isinstance(assessed, Facility):
        kind, places = "school", places_answering(assessed)
        whom, subject = {"facility": assessed}, f"facilities.facility:{assessed.code}"
    else:
        kind, places = "commune", {assessed.pk}
        whom, subject = {"place": assessed}, f"places.place:{assessed.key}"
    warrant.demand(WRITE, places)
    _possible(standard, kind, year, score)
    with transaction.atomic():
        given, _ = Assessment.objects.update_or_create(
            standard=standard, year=year, **whom, defaults={"score": score}
        )
        record(warrant, "facilities.assess", subject=subject, data={"assessment": given.pk})
    return given


def _possible(standard: Standard, subject: str, year: int, score: float | None) -> None:
    if standard.subject != subject:
        raise WrongStandard(
            Sentence(
                vi=f"Tiêu chuẩn “{standard.name_vi}” không dùng cho đối tượng này. Hãy chọn lại.",
                en=f"The standard “{standard.name_en}” is not for this. Choose another.",
            )
        )
    if year > clock.today().year:
        raise WrongDay(
            Sentence(
                vi=f"Năm {year} chưa tới, chưa thể chấm điểm.",
                en=f"The year {year} has not come; it cannot be scored.",
            )
        )
    if not in_force_within(standard, date(year, 1, 1), date(year, 12, 31)):
        raise WrongStandard(
            Sentence(
                vi=f"Tiêu chuẩn “{standard.name_vi}” không có hiệu lực ngày nào trong năm {year}. "
                "Hãy sửa năm hoặc chọn tiêu chuẩn có hiệu lực khi đó.",
                en=f"The standard “{standard.name_en}” was not in force on any day of {year}. "
                "Correct the year or choose the one in force then.",
            )
        )
    if score is not None:
        _score_possible(standard, score)


def _score_possible(standard: Standard, score: float) -> None:
    if score < 0:
        raise WrongStandard(
            Sentence(
                vi=f"Điểm {score:g} là số âm. Hãy ghi điểm từ 0 trở lên.",
                en=f"The score {score:g} is negative. Write 0 or more.",
            )
        )
    most = standard.points_total
    if most is not None and score > most:
        raise WrongStandard(
            Sentence(
                vi=f"Điểm {score:g} vượt tổng điểm {most:g} của tiêu chuẩn “{standard.name_vi}”. "
                f"Hãy ghi điểm từ 0 đến {most:g}.",
                en=f"The score {score:g} is more than the {most:g} points of the standard "
                f"“{standard.name_en}”. Write 0 to {most:g}.",
            )
        )
