"""What dated records about places and offices must hold, whoever keeps them.

Each check raises a sentence; a room's acts call them before they write.
"""

from datetime import date

from mangnon import clock
from mangnon.places.errors import spoken
from mangnon.places.models import Office, Place
from mangnon.text.sentence import DomainError, Sentence


class WrongDays(DomainError):
    """Days that cannot follow each other like this."""


class NotThere(DomainError):
    """A place or an office that did not exist on the day."""


class Unsaid(DomainError):
    """Words that have to be there are missing."""


def there(place: Place, day: date) -> None:
    """Demand that a place lives on the day."""
    if not place.lives_on(day):
        raise _place_gone(place.name_vi, day)


def working(office: Office, day: date) -> None:
    """Demand that an office exists on the day."""
    if not office.lives_on(day):
        raise _office_gone(office.name_vi, day)


def in_order(start: date, end: date | None) -> None:
    """Demand that the end, if there is one, is not before the start."""
    if end is not None and end < start:
        raise end_before_start(end, start)


def decided_first(decided_on: date, start: date) -> None:
    """Demand that a decision comes no later than what it decides."""
    if decided_on > start:
        raise _decided_too_late(decided_on, start)


def past(day: date | None) -> None:
    """Demand that a day has come."""
    if day is not None and day > clock.today():
        raise _yet_to_come(day)


def said(words: str, what: Sentence) -> str:
    """Return words without blanks round them; raises Unsaid where there are none."""
    if not words.strip():
        raise words_wanted(what)
    return words.strip()


def end_before_start(end: date, start: date) -> WrongDays:
    """Say that something would end before it begins."""
    return WrongDays(
        Sentence(
            vi=f"Ngày kết thúc {spoken(end)} sớm hơn ngày bắt đầu {spoken(start)}. "
            "Hãy sửa một trong hai ngày.",
            en=f"It would end on {end}, before it begins on {start}. Correct one of the two days.",
        )
    )


def _decided_too_late(decided: date, start: date) -> WrongDays:
    """Say that a decision would come after what it decides."""
    return WrongDays(
        Sentence(
            vi=f"Ngày ra quyết định {spoken(decided)} muộn hơn ngày bắt đầu {spoken(start)}. "
            "Hãy sửa một trong hai ngày.",
            en=f"The decision of {decided} comes after the beginning, {start}. "
            "Correct one of the two days.",
        )
    )


def _yet_to_come(day: date) -> WrongDays:
    """Say that what has not happened yet cannot be recorded."""
    return WrongDays(
        Sentence(
            vi=f"Ngày {spoken(day)} chưa tới, nên chưa ghi được. Hãy sửa lại ngày.",
            en=f"{day} is yet to come and cannot be recorded. Correct the day.",
        )
    )


def _place_gone(place: str, day: date) -> NotThere:
    """Say that a place did not exist on the day."""
    return NotThere(
        Sentence(
            vi=f"Ngày {spoken(day)}, {place} chưa thành lập hoặc không còn. Hãy chọn nơi kế thừa.",
            en=f"On {day}, {place} is not on the map. Choose the place that succeeded it.",
        )
    )


def _office_gone(office: str, day: date) -> NotThere:
    """Say that an office did not exist on the day."""
    return NotThere(
        Sentence(
            vi=f"Ngày {spoken(day)}, {office} chưa thành lập hoặc không còn. "
            "Hãy chọn cơ quan khác.",
            en=f"On {day}, {office} does not exist. Choose another office.",
        )
    )


def words_wanted(what: Sentence) -> Unsaid:
    """Say that words are missing."""
    return Unsaid(
        Sentence(vi=f"{what.vi} còn trống. Hãy ghi rồi gửi lại.", en=f"{what.en} is empty.")
    )
