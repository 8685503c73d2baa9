"""What the acts on facilities share: checks before, the entry and the marks after."""

from datetime import date
from typing import Any

from mangnon import clock
from mangnon.audit.actions import record
from mangnon.audit.warrants import Warrant
from mangnon.facilities.errors import WrongDay, WrongPlace, WrongState, spoken
from mangnon.facilities.models import Facility
from mangnon.facilities.queries import places_answering, places_stood
from mangnon.indicators.marks import announce
from mangnon.places.models import Kind, Place
from mangnon.text.sentence import Sentence

WRITE = "facilities.write"
DATASET = {Facility.Kind.STATION.value: "stations", Facility.Kind.SCHOOL.value: "schools"}


def demand_at_sites(warrant: Warrant, facility: Facility, since: date) -> None:
    """Demand the right to write where the facility stands, or stood last, and has since the day.

    So a right is asked at one place at least, of a closed facility, too.
    """
    warrant.demand(WRITE, places_stood(facility, since) | places_answering(facility))


def not_in_future(what: Sentence, day: date) -> None:
    """Refuse a day that has not come yet."""
    today = clock.today()
    if day > today:
        raise WrongDay(
            Sentence(
                vi=f"{what.vi}: {spoken(day)} ở tương lai, hôm nay là {spoken(today)}. "
                "Hãy sửa lại ngày.",
                en=f"{what.en}: {day} is in the future, today is {today}. Correct the day.",
            )
        )


def stands_there_on(place: Place, day: date) -> None:
    """Refuse a place that is no commune, or that does not exist on the day."""
    if place.kind != Kind.COMMUNE or not place.lives_on(day):
        raise WrongPlace(
            Sentence(
                vi=f"Vào ngày {spoken(day)}, “{place.name_vi}” không phải xã, phường, thị trấn "
                "đang có. Hãy chọn đơn vị cấp xã của ngày đó.",
                en=f"“{place.name_en}” was no commune on {day}. Choose the commune of that day.",
            )
        )


def working_on(facility: Facility, day: date) -> None:
    """Refuse a day on which the facility was not open."""
    closed = facility.closed_on
    if day < facility.opened_on or (closed is not None and day >= closed):
        raise WrongState(
            Sentence(
                vi=f"Vào ngày {spoken(day)}, “{facility.name}” không hoạt động. "
                "Hãy kiểm tra lại ngày hoặc chọn cơ sở khác.",
                en=f"“{facility.name}” was not open on {day}. "
                "Check the day or choose another facility.",
            )
        )


def note(
    warrant: Warrant, act: str, facility: Facility, place: Place | None = None, **data: Any
) -> None:
    """Record an act on a facility."""
    record(
        warrant,
        f"facilities.{act}",
        subject=f"facilities.facility:{facility.code}",
        place_code=place.key if place else "",
        data=data,
    )


def changed(facility: Facility, since: date) -> None:
    """Have recounted every place where the facility stood since the day."""
    announce([DATASET[facility.kind]], places_stood(facility, since), since)
