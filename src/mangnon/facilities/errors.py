"""What the records of facilities refuse."""

from datetime import date

from mangnon.places.errors import spoken as spoken
from mangnon.text.sentence import DomainError, Sentence


class FacilityError(DomainError):
    """The base of what the records of facilities refuse."""


class WrongDay(FacilityError):
    """A day that cannot be: in the future, or out of order."""


class WrongPlace(FacilityError):
    """A place where no facility can stand on that day."""


class WrongState(FacilityError):
    """The record is not in the state that the act needs."""


class WrongStandard(FacilityError):
    """A standard that does not fit what is recognised, or was not in force."""


def before(what: Sentence, day: date, limit: date, since: Sentence) -> WrongDay:
    """Say that a day lies before another that must come first."""
    return WrongDay(
        Sentence(
            vi=f"{what.vi}: {spoken(day)} trước {since.vi} ({spoken(limit)}). "
            "Hãy kiểm tra lại hai ngày.",
            en=f"{what.en}: {day} is before {since.en} ({limit}). Check both days.",
        )
    )
