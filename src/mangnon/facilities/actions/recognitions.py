"""Decisions that recognise a school for years, or a commune for one year."""

from datetime import date

from django.db import transaction

from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.facilities.actions import common
from mangnon.facilities.errors import WrongStandard, WrongState, before, spoken
from mangnon.facilities.models import Facility, Recognition, Standard
from mangnon.facilities.queries import in_force_within
from mangnon.indicators.marks import announce
from mangnon.places.models import Place
from mangnon.text.sentence import Sentence

_DECIDED = Sentence(vi="Ngày quyết định", en="The day of the decision")


def recognise_school(
    school: Facility,
    *,
    standard: Standard,
    decided_on: date,
    level: int = 1,
    expires_on: date | None = None,
    decision_number: str = "",
    warrant: Warrant,
) -> Recognition:
    """Record a decision that a school meets a standard; by itself it lasts the standard's years.

    ``expires_on`` is the first day without it. Raises WrongDay, WrongState or WrongStandard.
    """
    with transaction.atomic():
        school = Facility.objects.select_for_update().get(pk=school.pk)
        common.demand_at_sites(warrant, school, decided_on)
        common.not_in_future(_DECIDED, decided_on)
        common.working_on(school, decided_on)
        _fits(standard, "school", decided_on, decided_on)
        if school.level not in standard.levels:
            raise _not_for(standard, school.name, school.name)
        expires_on = expires_on or years_on(decided_on, standard.validity_years)
        given = school.recognitions.create(
            standard=standard, level=level, decided_on=decided_on,
            expires_on=expires_on, decision_number=decision_number,
        )  # fmt: skip
        common.note(warrant, "recognise_school", school, recognition=given.pk)
        common.changed(school, decided_on)
    return given


def recognise_commune(
    commune: Place,
    *,
    standard: Standard,
    year: int,
    decided_on: date,
    decision_number: str = "",
    warrant: Warrant,
) -> Recognition:
    """Record the decision that a commune meets the standard for one ``year``.

    Where two standards were in force in a year (2019) a decision by either is recorded, for
    either was lawful; T8 counts the one by the newer (dataset ``communes``).
    Raises WrongDay, WrongPlace, WrongState or WrongStandard; then nothing is written.
    """
    warrant.demand(common.WRITE, [commune.pk])
    first, last = date(year, 1, 1), date(year, 12, 31)
    with transaction.atomic():
        common.not_in_future(_DECIDED, decided_on)
        if decided_on < first:
            since = Sentence(vi="năm được công nhận", en="the year recognised")
            raise before(_DECIDED, decided_on, first, since)
        common.stands_there_on(commune, last)
        _fits(standard, "commune", first, last)
        if Recognition.objects.filter(place=commune, year=year, standard=standard).exists():
            raise WrongState(
                Sentence(
                    vi=f"“{commune.name_vi}” đã được công nhận cho năm {year} theo tiêu chuẩn này. "
                    "Hãy kiểm tra năm hoặc tiêu chuẩn của quyết định.",
                    en=f"“{commune.name_en}” is recognised for {year} by this standard already. "
                    "Check the year or the standard of the decision.",
                )
            )
        given = Recognition.objects.create(
            standard=standard, place=commune, year=year, decided_on=decided_on,
            decision_number=decision_number,
        )  # fmt: skip
        record(
            warrant,
            "facilities.recognise_commune",
            subject=f"places.place:{commune.key}",
            place_code=commune.key,
            data={"recognition": given.pk, "year": year},
        )
        announce(["communes"], [commune.pk], first)
    return given


def years_on(day: date, years: int | None) -> date | None:
    """Return the same day so many years later: the first day without the recognition."""
    if years is None:
        return None
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, and the year is no leap year
        return date(day.year + years, 3, 1)


def _fits(standard: Standard, subject: str, first: date, last: date) -> None:
    """Refuse a standard of another subject, or not in force on any day from first to last."""
    if standard.subject != subject:
        vi = "trường học" if subject == "school" else "xã, phường, thị trấn"
        raise _not_for(standard, vi, "schools" if subject == "school" else "communes")
    if not in_force_within(standard, first, last):
        raise WrongStandard(
            Sentence(
                vi=f"Tiêu chuẩn “{standard.name_vi}” không có hiệu lực vào {spoken(last)}. "
                "Hãy chọn tiêu chuẩn có hiệu lực khi đó.",
                en=f"The standard “{standard.name_en}” is not in force on {last}. "
                "Choose the one in force then.",
            )
        )


def _not_for(standard: Standard, vi: str, en: str) -> WrongStandard:
    return WrongStandard(
        Sentence(
            vi=f"Tiêu chuẩn “{standard.name_vi}” không dùng cho {vi}. Hãy chọn tiêu chuẩn khác.",
            en=f"The standard “{standard.name_en}” is not for {en}. Choose another.",
        )
    )
