"""All that is on record of a child lies between its birth and its death."""

from datetime import date

from django.db.models import Max, Min, QuerySet

from mangnon.register.actions import checks
from mangnon.register.errors import WrongDay, WrongState, spoken
from mangnon.register.models import Child
from mangnon.register.particulars import earliest_birth
from mangnon.text.sentence import Sentence

_RESIDENCE = Sentence(
    vi="Ngày bắt đầu sống tại xã đã ghi", en="The recorded first day at a commune"
)
_SPELL = Sentence(vi="Ngày bắt đầu hoàn cảnh đã ghi", en="The recorded start of circumstances")


def fits_life(child: Child) -> None:
    """Refuse a corrected birth date that the child's own records contradict."""
    days = [day for day in (_first(rows, field) for rows, field in _begun(child)) if day]
    died_on = checks.day_of_death(child)
    if died_on is not None:
        days.append(died_on)
    if days and min(days) < earliest_birth(child):
        raise WrongState(
            Sentence(
                vi="Hồ sơ của trẻ có ghi nhận trước ngày sinh mới. "
                "Hãy kiểm tra ngày sinh, hoặc sửa các ghi nhận đó trước.",
                en="The child's file holds records from before the new birth date. "
                "Check the birth date, or correct those records first.",
            )
        )
    entered = _first(child.residences.all(), "valid_from")
    if entered is not None:
        checks.under_sixteen(child, _RESIDENCE, entered)
    last_spell = _last(child.circumstances.all(), "valid_from")
    if last_spell is not None:
        checks.under_sixteen(child, _SPELL, last_spell)


def nothing_after(child: Child, died_on: date) -> None:
    """Refuse a day of death after which something is on record of the child."""
    days = [day for day in (_last(rows, field) for rows, field in _known(child)) if day]
    if days and max(days) > died_on:
        raise WrongDay(
            Sentence(
                vi=f"Ngày mất {spoken(died_on)} trước một ghi nhận của trẻ "
                f"({spoken(max(days))}). Hãy kiểm tra ngày mất, hoặc sửa ghi nhận đó trước.",
                en=f"The day of death {died_on} is before a record of the child ({max(days)}). "
                "Check the day of death, or correct that record first.",
            )
        )


def _begun(child: Child) -> list[tuple[QuerySet, str]]:
    """Return what is on record, each with the day on which it began or happened."""
    return [
        (child.residences.all(), "valid_from"),
        (child.circumstances.all(), "valid_from"),
        (child.circumstances.all(), "identified_on"),
        (child.measurements.all(), "measured_on"),
        (child.assistance.all(), "delivered_on"),
        (child.plans.all(), "approved_on"),
        (child.reintegrations.all(), "reached_on"),
    ]


def _known(child: Child) -> list[tuple[QuerySet, str]]:
    """Return what is on record, each with the days that must not lie after a death."""
    return [
        *_begun(child),
        (child.residences.all(), "valid_to"),
        (child.circumstances.all(), "valid_to"),
        (child.reintegrations.all(), "followed_up_on"),
    ]


def _first(rows: QuerySet, field: str) -> date | None:
    day: date | None = rows.aggregate(day=Min(field))["day"]
    return day


def _last(rows: QuerySet, field: str) -> date | None:
    day: date | None = rows.aggregate(day=Max(field))["day"]
    return day
